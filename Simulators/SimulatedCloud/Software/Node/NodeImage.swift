import Hardware
import OrderedCollections
import SimulatedDatacenter

/// What an image of the overcloud brings, as far as the agents look at it: the folders of a Red
/// Hat system, Open vSwitch, and the templates of the elements of heat-config, os-collect-config
/// and os-net-config.
enum NodeImage {
    /// The accounts that files may belong to, with their numbers.
    static let accounts: OrderedDictionary<String, Int> = [
        "root": 0, "nobody": 99, "keystone": 163, "glance": 161, "nova": 162, "neutron": 164,
        "cinder": 165, "heat": 187, "swift": 160, "mysql": 27, "rabbitmq": 105, "horizon": 48,
    ]

    private static let templates = "/usr/libexec/os-apply-config/templates"

    static let files: FileFolder = {
        var root = FileFolder()
        for folder in [
            "/dev", "/etc/os-net-config", "/etc/puppet/hieradata", "/etc/sysconfig/network-scripts",
            "/mnt", "/proc", "/root", "/run", "/sys", "/tmp", "/usr/libexec/os-refresh-config",
            "/var/lib/heat-config", "/var/lib/os-collect-config", "/var/log",
        ] {
            root.set(.folder(FileFolder()), at: way(folder))
        }
        root.set(.link("/run"), at: way("/var/run"))
        root.set(program, at: way("/usr/bin/ovs-appctl"))
        for (path, text) in templateTexts {
            root.set(.file(StoredFile(Array(text.utf8))), at: way(templates + path))
        }
        return root
    }()

    private static let program = FileItem.file(StoredFile([], FileAttributes(mode: 0o755)))

    private static let templateTexts: OrderedDictionary<String, String> = [
        "/var/run/heat-config/heat-config": "{{deployments}}",
        "/etc/os-net-config/element_config.json": "{{#os_net_config}}\n{{.}}\n{{/os_net_config}}\n",
        "/etc/os-collect-config.conf": collectorSettings,
    ]

    private static let collectorSettings = """
        [DEFAULT]
        command = os-refresh-config
        {{#os-collect-config}}
        {{#polling_interval}}polling_interval = {{.}}{{/polling_interval}}
        {{#collectors}}
        collectors = {{.}}
        {{/collectors}}
        {{#heat}}
        [heat]
        auth_url = {{auth_url}}
        user_id = {{user_id}}
        password = {{password}}
        project_id = {{project_id}}
        stack_id = {{stack_id}}
        resource_name = {{resource_name}}
        {{/heat}}
        {{#cfn}}
        [cfn]
        metadata_url = {{metadata_url}}
        stack_name = {{stack_name}}
        secret_access_key = {{secret_access_key}}
        access_key_id = {{access_key_id}}
        path = {{path}}
        {{/cfn}}
        {{/os-collect-config}}

        """

    /// What the kernel tells of a machine's network interfaces.
    static func kernelFiles(of facts: MachineFacts) -> FileFolder {
        var root = FileFolder()
        for (number, interface) in facts.interfaces.enumerated() {
            let folder = "/sys/class/net/\(interface.name)"
            let slot = "0000:\(3 + number):00.0"
            for (name, text) in [
                ("address", interface.address.description), ("addr_assign_type", "0"),
                ("operstate", interface.hasCarrier ? "up" : "down"),
                ("carrier", interface.hasCarrier ? "1" : "0"), ("device/vendor", "0x8086"),
                ("device/uevent", "PCI_SLOT_NAME=\(slot)"),
            ] {
                root.set(
                    .file(StoredFile(Array("\(text)\n".utf8))), at: way("\(folder)/\(name)"))
            }
        }
        return root
    }

    private static func way(_ path: String) -> ArraySlice<String> {
        path.split(separator: "/").map(String.init)[...]
    }
}

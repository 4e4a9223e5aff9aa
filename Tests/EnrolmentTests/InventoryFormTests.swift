import BareMetal
import Foundation
import Hardware
import Testing

@Suite("The forms in which machines are handed over")
struct InventoryFormTests {
    private static let shared = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "shared/inputs")
    private static let hasBifrost = FileManager.default.fileExists(
        atPath: shared.appending(path: "bifrost/inventory").path)
    private static let hasIronic = FileManager.default.fileExists(
        atPath: shared.appending(path: "ironic/api-samples").path)

    private func read(
        _ text: String, file: String = "-", as form: InventoryForm? = nil
    ) throws -> Inventory {
        try InventoryReader.read(Array(text.utf8), file: file, as: form)
    }

    private func sample(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: Self.shared.appending(path: path)))
    }

    @Test(
        "bifrost's hosts are read from JSON and from YAML, whatever the files are called",
        .enabled(if: hasBifrost, "needs ../shared/inputs/bifrost"),
        arguments: ["baremetal.json.example", "baremetal.yml.example"])
    func bifrost(name: String) throws {
        let bytes = try sample("bifrost/inventory/\(name)")
        for file in [name, "-"] {
            let inventory = try InventoryReader.read(bytes, file: file)
            #expect(inventory.nodes.map(\.name) == ["basicipmiexample0", "advancedipmiexample0"])
            let node = inventory.nodes[1]
            #expect(node.uuid == "00000000-0000-0000-0000-000000000003")
            #expect(node.bmc == BMCAddress(host: "192.168.2.21"))
            #expect(node.credentials == BMCCredentials(user: "ADMIN", password: "ADMIN_PASSWORD"))
            #expect(
                node.ports.map(\.address.description) == ["00:00:00:23:34:58", "00:00:00:12:34:59"])
            #expect(node.processors == 16 && node.memory == .mebibytes(32760))
            #expect(node.disk == .gibibytes(235) && node.architecture == "x86_64")
            #expect(node.settings?.kernel == "http://192.168.1.1:8080/custom_ipa.kernel")
            #expect(node.settings?.parameters["ipmi_bridging"] == "dual")
            #expect(node.settings?.parameters["ipmi_transit_address"] == "3")
            let notices = inventory.notices.map(\.path)
            #expect(notices.contains("basicipmiexample0.ipv4_address"))
            #expect(notices.contains("advancedipmiexample0.instance_info"))
        }
    }

    @Test(
        "bifrost's older rows are read", .enabled(if: hasBifrost, "needs ../shared/inputs/bifrost"))
    func bifrostRows() throws {
        let bytes = try sample("bifrost/inventory/baremetal.csv.example")
        for file in ["baremetal.csv.example", "-", "baremetal.csv"] {
            let inventory = try InventoryReader.read(bytes, file: file)
            #expect(inventory.nodes.map(\.name.text) == (0...6).map { "hostname\($0)" })
            #expect(inventory.nodes.allSatisfy { $0.memory == .mebibytes(8192) })
            // All of them are virtual machines behind one host.
            #expect(inventory.notices.filter { $0.message.contains("shared BMC") }.count == 6)
        }
    }

    @Test("bifrost's grouped controller, host name and stray keys")
    func bifrostDetails() throws {
        let inventory = try read(
            """
            node1:
              uuid: a8cb6624-0d9f-c882-affc-046ebb96ec01
              host_groups: [nova, neutron]
              driver_info:
                power: {ipmi_username: ADMIN, ipmi_address: 192.168.122.1, ipmi_password: p,
                        ipmi_target_channel: "0"}
                management: {ipmi_target_address: "0"}
              nics: [{mac: "00:01:02:03:04:05"}, {mac: "00:01:02:03:04:06", pxe_enabled: false}]
              driver: agent_ipmitool
              addressing_mode: dhcp
              deploy_interface: direct
              properties: {cpu_arch: x86_64, ram: "3072", disk_size: "10", cpus: 1,
                           capabilities: "boot_mode:uefi", root_device: {name: /dev/vda}}
            """)
        let node = try #require(inventory.nodes.first)
        #expect(node.name == "node1" && node.driver == "ipmi")
        #expect(node.settings?.interfaces == ["deploy_interface": "direct"])
        #expect(
            node.settings?.parameters == ["ipmi_target_channel": "0", "ipmi_target_address": "0"])
        #expect(node.ports.map(\.isPXEEnabled) == [nil, false])
        #expect(node.capabilities.map(\.description) == ["boot_mode:uefi"])
        #expect(try node.rootDevice == RootDeviceHints(["name": "/dev/vda"]))
        #expect(inventory.notices.map(\.path) == ["node1.host_groups", "node1.addressing_mode"])
    }

    @Test("what a host lacks is told in bifrost's words")
    func bifrostProblems() {
        let text = """
            a: {driver: redfish, driver_info: {redfish_usrname: x}, nics: []}
            b: {drivr: ipmi, driver_info: {}}
            """
        let problems = InventoryText.problems(text).map(\.description)
        #expect(problems.contains { $0.contains("a: missing key 'driver_info.redfish_address'") })
        #expect(problems.contains { $0.contains("did you mean 'redfish_username'?") })
        #expect(problems.contains { $0.contains("a.nics: found an empty list") })
        #expect(problems.contains { $0.contains("did you mean 'driver'?") })
        #expect(problems.contains { $0.contains("b: missing key 'nics'") })
    }

    @Test("the rows of bifrost carry driver, bridging and identifier")
    func bifrostRow() throws {
        let inventory = try read(
            """
            00:1c:ab:8a:97:eb,root,undefined,192.168.122.1,1,8192,512,Control,VM,\
            a8cb6624-0d9f-c882-affc-046ebb96ec01,hostname0,192.168.1.2,1,2,3,4,agent_ipmitool
            00:1c:ab:8a:97:ec,root,undefined,192.168.122.2,1,8192,512,,,,hostname1,,1,2

            00:1c:ab:8a:97:ed,root,undefined,192.168.122.3,,,
            """)
        #expect(inventory.nodes.map(\.name) == ["hostname0", "hostname1", "node-2"])
        #expect(inventory.nodes.map(\.driver) == ["ipmi", "ipmi", "ipmi"])
        let bridging = inventory.nodes.map { $0.settings?.parameters["ipmi_bridging"] }
        #expect(bridging == ["dual", "single", nil])
        #expect(inventory.nodes.map(\.memory) == [.mebibytes(8192), .mebibytes(8192), nil])
        #expect(inventory.nodes[0].uuid == "a8cb6624-0d9f-c882-affc-046ebb96ec01")
        #expect(inventory.nodes.map(\.line) == [1, 2, 4])
    }

    @Test(
        "TripleO's rows are read with a port and without",
        arguments: [
            ("pxe_ipmitool,10.0.0.1,root,pw,52:54:00:00:00:01", nil),
            ("ipmi, 10.0.0.1, root, pw, 52:54:00:00:00:01, 6230", 6230),
            ("# rack 1\nipmi,10.0.0.1,root,pw,\"52:54:00:00:00:01\",6230\n", 6230),
            ("pm_type,pm_addr,pm_user,pm_password,mac\nipmi,10.0.0.1,root,pw,525400000001", nil),
            (
                "macaddress,ipmi url,ipmi user, ipmi password, ipmi tool\n"
                    + "52:54:00:00:00:01,10.0.0.1,root,pw,pxe_ipmitool", nil
            ),
        ] as [(String, Int?)])
    func rows(text: String, port: Int?) throws {
        for file in ["nodes.csv", "-"] {
            let node = try #require(try read(text, file: file).nodes.first)
            #expect(node.driver == "ipmi" && node.bmc == BMCAddress(host: "10.0.0.1", port: port))
            #expect(node.credentials == BMCCredentials(user: "root", password: "pw"))
            #expect(node.ports.map(\.address.description) == ["52:54:00:00:00:01"])
        }
    }

    @Test("columns may be any key of an instackenv.json")
    func header() throws {
        let node = try #require(
            try read(
                """
                name,pm_type,pm_addr,pm_user,pm_password,pm_system_id,mac,capabilities,profile,cpu
                a,redfish,https://h:8000,u,"p,""w",/s/1,52:54:00:00:00:01 52:54:00:00:00:02,\
                boot_mode:uefi,control,4
                """
            ).nodes.first)
        #expect(node.bmc == BMCAddress(host: "h", port: 8000, system: "s/1"))
        #expect(node.credentials.password == "p,\"w")
        #expect(node.ports.count == 2 && node.profile == "control" && node.processors == 4)
    }

    @Test("Tuskar's rows are read, with cells left out and passwords over several lines")
    func tuskar() throws {
        let inventory = try read(
            """
            pxe_ipmitool,10.0.0.1,root,"line one
            line two",52:54:00:00:00:01 52:54:00:00:00:02,x86_64,4,8192,40
            ipmi,10.0.0.2,root,null,52:54:00:00:00:03,,2,,
            """, file: "nodes.csv")
        let (first, second) = (inventory.nodes[0], inventory.nodes[1])
        #expect(first.credentials.password == "line one\nline two")
        #expect(first.ports.count == 2 && first.architecture == "x86_64")
        #expect(first.memory == .mebibytes(8192) && first.disk == .gibibytes(40))
        #expect(second.credentials.password == "null" && second.line == 3)
        #expect(second.architecture == nil && second.processors == 2 && second.memory == nil)
    }

    @Test(
        "wrong rows are told with line, index and column",
        arguments: [
            ("ipmi,h,u,p", "a.csv:1: nodes[0]: missing key 'ports'"),
            ("ipmi,h,u,p,nonsense", "a.csv:1: nodes[0].mac[0]: found 'nonsense'"),
            ("\n\nipmi,h,u,p,525400000001,99999", "a.csv:3: nodes[0].pm_port: found '99999'"),
            ("ipmi", "a.csv:1: nodes[0]: found one value"),
            ("pm_type,pm_adr,mac\nipmi,h,525400000001", "did you mean 'pm_addr'?"),
            ("pm_type,pm_addr,mac", "found names of columns only"), ("\n", "found an empty file"),
            ("ipmi,h,u,p,525400000001,623,x", "nodes[0].arch"),
            ("pxe_ssh,h,u,p,525400000001", "drove virtual machines over SSH"),
            ("ipmi,h,u,\"p,525400000001", "found quotes that do not end"),
            ("# nothing", "found no rows"),
        ])
    func wrongRows(text: String, problem: String) {
        let problems = InventoryText.problems(text, file: "a.csv")
        if problem.contains("arch") { return #expect(!problems.isEmpty) }
        #expect(problems.contains { $0.description.contains(problem) }, "\(problems)")
    }

    @Test("a flag says what the content leaves open")
    func override() throws {
        let row = "ipmi,h,u,p,525400000001,623"
        #expect(try read(row, as: .instackenvCSV).nodes.first?.bmc == BMCAddress(host: "h"))
        #expect(try read(row, as: .tuskarCSV).nodes.first?.architecture == "623")
        #expect(throws: InputProblems.self) { try read(row, as: .bifrost) }
    }

    @Test("Ironic's own file is read, with chassis, ports and redfish's only system")
    func ironic() throws {
        let inventory = try read(
            """
            {"chassis": [{"description": "rack", "nodes": [
                {"name": "a", "driver": "ipmi", "resource_class": "gold",
                 "driver_info": {"ipmi_address": "10.0.0.1", "ipmi_username": "u",
                                 "ipmi_password": "p", "ipmi_port": 6230,
                                 "deploy_kernel": "k", "deploy_ramdisk": "r"},
                 "properties": {"cpus": 4, "memory_mb": 1024, "local_gb": "50"},
                 "ports": [{"address": "98:03:9b:61:80:48", "pxe_enabled": true,
                            "physical_network": "physnet1",
                            "local_link_connection": {"switch_id": "0A:1b:2c:3d:4e:5f",
                                                      "port_id": "Ethernet3/1"}}]}]}],
             "nodes": [{"driver": "redfish", "conductor_group": "Rack_1",
                 "driver_info": {"redfish_address": "https://h", "redfish_username": "u",
                                 "redfish_password": "p", "redfish_verify_ca": false},
                 "ports": [{"address": "98:03:9b:61:80:49"}]}]}
            """, file: "nodes.json")
        let (first, second) = (inventory.nodes[0], inventory.nodes[1])
        #expect(first.bmc == BMCAddress(host: "10.0.0.1", port: 6230))
        #expect(first.resourceClass == "gold" && first.disk == .gibibytes(50))
        #expect(first.settings?.kernel == "k" && first.settings?.ramdisk == "r")
        let port = try #require(first.ports.first)
        #expect(port.localLink?.switchID == "0a:1b:2c:3d:4e:5f")
        #expect(port.physicalNetwork == "physnet1" && port.isPXEEnabled == true)
        #expect(second.bmc == BMCAddress(host: "h") && second.conductorGroup == "rack_1")
        #expect(second.settings?.parameters == ["redfish_verify_ca": "false"])
    }

    @Test(
        "Ironic's samples of a node to create lack what they lack",
        .enabled(if: hasIronic, "needs ../shared/inputs/ironic"),
        arguments: ["node-create-request-classic.json", "node-create-request-dynamic.json"])
    func ironicSamples(name: String) throws {
        let problems = InventoryText.problems(try sample("ironic/api-samples/\(name)"), file: name)
        #expect(
            problems.map(\.message) == [
                "missing key 'driver_info.ipmi_address', expected the controller's host name or "
                    + "IP address"
            ])
    }

    @Test("one node to create is a file, and may have no ports")
    func ironicNode() throws {
        let inventory = try read(
            """
            {"name": "a", "driver": "ipmi", "driver_info": {"ipmi_address": "h",
             "ipmi_username": "u", "ipmi_password": "p"}}
            """)
        #expect(inventory.nodes.map(\.ports.count) == [0])
        #expect(inventory.notices.map(\.path) == [""])
    }

    @Test("a list of nodes needs no key above it")
    func list() throws {
        let text = "[{pm_type: ipmi, pm_addr: h, pm_user: u, pm_password: p, mac: [525400000001]}]"
        #expect(try read(text).nodes.count == 1)
    }

    @Test(
        "rows cut off or damaged at any place are refused or read, never a crash", arguments: 1...3)
    func damaged(seed: Int) {
        let bytes = Array("ipmi,10.0.0.1,\"u\",\"p\"\"w\",52:54:00:00:00:01,623\nx\n".utf8)
        for end in bytes.indices { _ = InventoryText.problems(Array(bytes[..<end]), file: "a.csv") }
        var state = UInt64(seed)
        for index in bytes.indices {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            var damaged = bytes
            damaged[index] = UInt8(truncatingIfNeeded: state >> 33)
            _ = InventoryText.problems(damaged, file: "a.csv")
            _ = InventoryText.problems(damaged, file: "-")
        }
    }

    @Test("hints that no disk can fit are noticed, and a number for a text is refused")
    func hints() throws {
        let hopeless = InventoryText.node("root_device: {size: <or> 5 <or> 6}")
        #expect(try read(hopeless).notices.map(\.path) == ["nodes[0].root_device.size"])
        let number = InventoryText.problems(InventoryText.node("root_device: {wwn: 123}"))
        #expect(number.map(\.path) == ["nodes[0].root_device.wwn"])
    }
}

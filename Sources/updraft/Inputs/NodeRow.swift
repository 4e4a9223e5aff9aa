import BareMetal
import Hardware

/// A node of an inventory as it is shown. Passwords are left out.
struct NodeRow: Encodable {
    let name: String
    let driver: String
    let bmc: String
    let addresses: [String]
    let processors: Int?
    let memoryMiB: Int64?
    let diskGiB: Int64?
    let architecture: String?
    let profile: String?
    let uuid: String?
    let capabilities: [String: String]
    let rootDevice: [String: String]?
    let resourceClass: String?
    let conductorGroup: String?
    let kernel: String?
    let ramdisk: String?
    let interfaces: [String: String]?
    let ports: [PortDescription]

    init(_ node: NodeDescription) {
        name = node.name.text
        driver = node.driver.text
        bmc = node.bmc.description
        addresses = node.ports.map(\.address.description)
        processors = node.processors
        memoryMiB = node.memory?.mebibytes
        diskGiB = node.disk?.gibibytes
        architecture = node.architecture?.text
        profile = node.profile
        uuid = node.uuid
        capabilities = Dictionary(
            node.capabilities.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
        rootDevice = node.rootDevice?.expressions
        resourceClass = node.resourceClass
        conductorGroup = node.conductorGroup?.text
        kernel = node.settings?.kernel
        ramdisk = node.settings?.ramdisk
        interfaces = node.settings?.interfaces
        ports = node.ports
    }

    static let header = ["name", "driver", "bmc", "addresses", "cpus", "memory", "disk", "profile"]

    var cells: [String] {
        [
            name, driver, bmc, addresses.joined(separator: " "), text(processors),
            memoryMiB.map { "\($0) MiB" } ?? "-", diskGiB.map { "\($0) GiB" } ?? "-",
            profile ?? "-",
        ]
    }

    private func text(_ value: Int?) -> String { value.map(String.init) ?? "-" }
}

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

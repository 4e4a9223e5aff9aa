import Hardware

/// A farm's machines as TripleO's instackenv.json has them, for whoever is to use them.
public struct FarmInventory: Encodable, Sendable {
    private struct Node: Encodable {
        enum CodingKeys: String, CodingKey {
            case name, driver = "pm_type", address = "pm_addr", port = "pm_port"
            case user = "pm_user", password = "pm_password", mac, cpu, memory, disk, arch
        }

        let name: String
        let driver: String
        let address: String
        let port: String
        let user: String
        let password: String
        let mac: [String]
        let cpu: String
        /// In MiB, as TripleO has it; the disk in GiB.
        let memory: String
        let disk: String
        let arch: String

        init(_ machine: ServedMachine) {
            name = machine.name.text
            driver = "ipmi"
            address = machine.host
            port = String(machine.port)
            user = machine.credentials.user
            password = machine.credentials.password
            mac = machine.interfaces.map(\.description)
            cpu = String(machine.processors)
            memory = String(machine.memory.mebibytes)
            disk = String(machine.disk.gibibytes)
            arch = machine.architecture.text
        }
    }

    private let nodes: [Node]

    public init(_ plan: FarmPlan) { nodes = plan.machines.map(Node.init) }
}

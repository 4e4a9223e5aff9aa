public import Hardware

/// A farm's machines as TripleO's instackenv.json has them, for whoever is to use them.
public struct FarmInventory: Encodable, Sendable {
    private struct Node: Encodable {
        enum CodingKeys: String, CodingKey {
            case name, driver = "pm_type", address = "pm_addr", port = "pm_port"
            case user = "pm_user", password = "pm_password", system = "pm_system_id"
            case verification = "redfish_verify_ca", mac, cpu, memory, disk, arch
        }

        let name: String
        let driver: String
        let address: String
        let port: String?
        let system: String?
        let verification: String?
        let user: String
        let password: String
        let mac: [String]
        let cpu: String
        /// In MiB, as TripleO has it; the disk in GiB.
        let memory: String
        let disk: String
        let arch: String

        init(_ machine: ServedMachine, _ service: BMCAddress?) {
            name = machine.name.text
            driver = service == nil ? "ipmi" : "redfish"
            address = service.map { "https://\($0)" } ?? machine.host
            port = service == nil ? String(machine.port) : nil
            system = service.map { _ in "/redfish/v1/Systems/\(machine.name)" }
            // Nobody vouches for the service's certificate.
            verification = service.map { _ in "False" }
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

    public init(_ plan: FarmPlan) { nodes = plan.machines.map { Node($0, nil) } }

    /// - Parameter service: the Redfish service in front of all machines.
    public init(_ plan: FarmPlan, redfish service: BMCAddress) {
        nodes = plan.machines.map { Node($0, service) }
    }
}

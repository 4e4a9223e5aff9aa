/// How large a scenario is.
public struct ScenarioSize: Sendable, Hashable, Codable {
    public let machines: Int
    public let faults: Int
    public let operations: Int
    /// Servers of the overcloud, by its roles' counts.
    public let servers: Int
    /// Lines of its file.
    public let lines: Int

    /// - Parameter inventory: machines of the inventory that it names; zero where it has its own.
    public init(_ text: ScenarioText, inventory: Int = 0) {
        let groups = text.root["machines"]?.items ?? []
        machines = groups.isEmpty ? inventory : groups.reduce(0) { $0 + Self.count(of: $1) }
        faults = (text.root["faults"]?.items.count ?? 0) + (text.root["weather"]?.items.count ?? 0)
        operations = text.root["operations"]?.items.count ?? 0
        let roles = text.root["cloud"]?["roles"]?.items ?? []
        servers = roles.reduce(0) { $0 + Self.count(of: $1) }
        lines = text.text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
    }

    public var text: String {
        "\(machines) machines, \(servers) servers, \(faults) faults, \(operations) operations, "
            + "\(lines) lines"
    }

    private static func count(of part: ScenarioPart) -> Int {
        part["count"]?.text.flatMap { Int($0) } ?? 1
    }
}

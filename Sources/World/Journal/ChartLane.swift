/// One line of a run's timeline: what a service, a fault or a tenant was doing when.
public struct ChartLane: Sendable, Hashable {
    /// Lanes of a kind stand together, in this order.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case phase, service, fault, tenant
    }

    public let kind: Kind
    /// What several lanes have in common, such as `Conductors`.
    public let group: String
    /// Tells the lanes of a group apart, such as a host.
    public let name: String

    public init(_ kind: Kind, group: String, name: String) {
        self.kind = kind
        self.group = group
        self.name = name
    }
}

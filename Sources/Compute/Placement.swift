public import Plans

/// Which machine carries which server, and why some server has none.
public struct Placement: Sendable, Hashable, Codable {
    public struct Assignment: Sendable, Hashable, Codable {
        public let server: ServerName
        public let host: HostID
    }

    /// In the order of the requests.
    public let assignments: [Assignment]
    /// The servers that got no machine, in the order of the requests.
    public let unplaced: [NoValidHost]
    /// Available machines that fit no flavor of the plan, by identifier. Scale mode only.
    public let unusable: [HostID]

    /// Whether every server has a machine.
    public var isComplete: Bool { unplaced.isEmpty }

    /// The machine of a server, nil if it has none.
    public func host(of server: ServerName) -> HostID? {
        assignments.first { $0.server == server }?.host
    }
}

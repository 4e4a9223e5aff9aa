public import Plans

/// Why a server got no machine (Nova's "No valid host was found"), machine by machine.
public struct NoValidHost: Error, Sendable, Hashable, Codable {
    /// One machine that was considered.
    public struct Considered: Sendable, Hashable, Codable {
        public let host: HostID
        public let rejection: HostRejection
    }

    public let server: ServerName
    /// Every machine there was, in order of its identifier.
    public let considered: [Considered]

    /// How many machines there were and what was wrong with them, in words.
    private let summary: String

    init(server: ServerName, considered: [Considered]) {
        self.init(server: server, considered: considered, summary: Self.summary(of: considered))
    }

    private init(server: ServerName, considered: [Considered], summary: String) {
        self.server = server
        self.considered = considered
        self.summary = summary
    }

    /// The same answer for another server that asks for the same of the same machines.
    public func repeated(for server: ServerName) -> NoValidHost {
        NoValidHost(server: server, considered: considered, summary: summary)
    }

    /// Whether a later request can succeed with nothing changed by an operator: some machine is
    /// large enough, and another server may give it back.
    public var isTransient: Bool {
        considered.contains { candidate in
            switch candidate.rejection {
            case .unavailable, .taken: true
            default: false
            }
        }
    }

    /// The reasons, most frequent first, each with the number of machines it applies to.
    public var reasons: [(rejection: HostRejection, count: Int)] { Self.reasons(of: considered) }

    private static func reasons(
        of considered: [Considered]
    ) -> [(rejection: HostRejection, count: Int)] {
        var counts: [HostRejection: Int] = [:]
        for candidate in considered { counts[candidate.rejection, default: 0] += 1 }
        return counts.map { (rejection: $0.key, count: $0.value) }.sorted { left, right in
            if left.count != right.count { return left.count > right.count }
            let (leftText, rightText) = (
                left.rejection.text(count: 2), right.rejection.text(count: 2)
            )
            return leftText.utf8.lexicographicallyPrecedes(rightText.utf8)
        }
    }
}

extension NoValidHost: CustomStringConvertible {
    /// How every description begins; Nova's words.
    public static let opening = "No valid host was found"

    public var description: String { "\(Self.opening) for \(server): \(summary)" }

    private static func summary(of considered: [Considered]) -> String {
        let hosts =
            considered.count == 1 ? "1 host considered" : "\(considered.count) hosts considered"
        if considered.isEmpty { return hosts }
        let reasons = reasons(of: considered).map { $0.rejection.text(count: $0.count) }
        return hosts + ": " + reasons.joined(separator: ", ")
    }
}

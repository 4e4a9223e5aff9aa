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

    /// The same answer for another server that asks for the same of the same machines.
    public func repeated(for server: ServerName) -> NoValidHost {
        NoValidHost(server: server, considered: considered)
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
    public var reasons: [(rejection: HostRejection, count: Int)] {
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

    public var description: String {
        let hosts = considered.count == 1 ? "1 host" : "\(considered.count) hosts"
        let summary = "\(Self.opening) for \(server): \(hosts) considered"
        if considered.isEmpty { return summary }
        let reasons = reasons.map { $0.rejection.text(count: $0.count) }
        return summary + ": " + reasons.joined(separator: ", ")
    }
}

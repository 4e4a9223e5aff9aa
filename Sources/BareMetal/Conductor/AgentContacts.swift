import Hardware
import World

/// When agents were last heard, by this conductor's own clock. A new conductor starts afresh, so a
/// change of conductor can lengthen a timeout but never cut it short.
actor AgentContacts {
    private var last: [NodeName: Instant] = [:]

    func heard(_ node: NodeName, at now: Instant) { last[node] = now }
    func lastHeard(_ node: NodeName) -> Instant? { last[node] }
}

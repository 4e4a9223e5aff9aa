import Hardware
import World

/// When agents were last heard, by this conductor's own clock. A new conductor starts afresh, so a
/// change of conductor can lengthen a timeout but never cut it short.
actor AgentContacts {
    private struct Contact {
        let at: Instant
        let agent: HostAddress
    }

    private var last: [NodeName: Contact] = [:]

    func heard(_ node: NodeName, from agent: HostAddress, at now: Instant) {
        last[node] = Contact(at: now, agent: agent)
    }

    func lastHeard(_ node: NodeName) -> Instant? { last[node]?.at }

    /// Who can still be asked; nil where nobody was heard for as long as agents may be silent.
    func agent(of node: NodeName, at now: Instant) -> HostAddress? {
        guard let contact = last[node], now - contact.at <= ConductorLimits.heartbeatTimeout else {
            return nil
        }
        return contact.agent
    }

    /// Forgets all nodes but some.
    func keep(_ names: Set<NodeName>) { last = last.filter { names.contains($0.key) } }
}

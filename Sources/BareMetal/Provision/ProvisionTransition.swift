/// One line of the provision table.
public struct ProvisionTransition: Sendable, Hashable {
    public let from: ProvisionState
    public let trigger: ProvisionTrigger
    public let to: ProvisionState

    /// A transition an operator asks for.
    init(_ from: ProvisionState, asked verb: ProvisionVerb, to: ProvisionState) {
        self.from = from
        trigger = .verb(verb)
        self.to = to
    }

    /// A transition a conductor reports.
    init(_ from: ProvisionState, told event: ProvisionEvent, to: ProvisionState) {
        self.from = from
        trigger = .event(event)
        self.to = to
    }
}

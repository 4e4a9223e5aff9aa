/// Why a node did not change its provision state: its state does not take the trigger.
public struct ProvisionRefusal: Error, Sendable, Hashable {
    public let state: ProvisionState
    public let trigger: ProvisionTrigger
    /// The verbs the state does take, in the table's order.
    public let accepted: [ProvisionVerb]

    /// Whether the same request can succeed later with nothing changed by an operator: the state
    /// will end by itself.
    public var isTransient: Bool { state.isTransient }
}

extension ProvisionRefusal: CustomStringConvertible {
    public var description: String {
        switch trigger {
        case .verb(let verb):
            "cannot '\(verb)' a node in state '\(state)'; " + acceptedText
        case .event(let event):
            "a node in state '\(state)' cannot be told '\(event)'; no such work is under way"
        }
    }

    private var acceptedText: String {
        if accepted.isEmpty { return "from there it accepts nothing until the work under way ends" }
        return "from there it accepts: " + accepted.map(\.rawValue).joined(separator: ", ")
    }
}

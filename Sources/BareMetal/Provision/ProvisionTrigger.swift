/// What moves a node from one provision state to the next.
///
/// Ironic has one list of event names for both kinds. They are kept apart here, so that an operator
/// who asks to `manage` a node in cleaning is refused instead of ending the cleaning.
public enum ProvisionTrigger: Sendable, Hashable, CaseIterable {
    /// An operator asks.
    case verb(ProvisionVerb)
    /// A conductor reports.
    case event(ProvisionEvent)

    /// Every trigger there is: the verbs, then the events.
    public static var allCases: [ProvisionTrigger] {
        ProvisionVerb.allCases.map(Self.verb) + ProvisionEvent.allCases.map(Self.event)
    }
}

extension ProvisionTrigger: CustomStringConvertible {
    public var description: String {
        switch self {
        case .verb(let verb): verb.rawValue
        case .event(let event): event.rawValue
        }
    }
}

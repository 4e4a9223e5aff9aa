/// Ironic's provision states and what leads from one to the next.
///
/// The table is the whole of it: what is not listed is refused. A decision about one node (is it
/// protected, is it retired, who holds its lock) is made before the table is asked.
public enum ProvisionTable {
    /// Every transition, by the work it belongs to.
    public static let transitions =
        enrolment + inspection + cleaning + deployment + tearDown + adoption + rescue + servicing

    /// The state that follows.
    ///
    /// - Throws: ``ProvisionRefusal`` with the verbs the state does take.
    public static func next(
        from state: ProvisionState,
        on trigger: ProvisionTrigger
    ) throws(ProvisionRefusal) -> ProvisionState {
        if let next = destinations[Origin(state: state, trigger: trigger)] { return next }
        throw ProvisionRefusal(state: state, trigger: trigger, accepted: verbs(from: state))
    }

    /// The state that follows an operator's request.
    public static func next(
        from state: ProvisionState,
        on verb: ProvisionVerb
    ) throws(ProvisionRefusal) -> ProvisionState {
        try next(from: state, on: .verb(verb))
    }

    /// The state that follows a conductor's report.
    public static func next(
        from state: ProvisionState,
        on event: ProvisionEvent
    ) throws(ProvisionRefusal) -> ProvisionState {
        try next(from: state, on: .event(event))
    }

    /// What an operator may ask of a node in `state`, in the table's order.
    public static func verbs(from state: ProvisionState) -> [ProvisionVerb] {
        transitions.compactMap { transition in
            guard transition.from == state, case .verb(let verb) = transition.trigger else {
                return nil
            }
            return verb
        }
    }

    private struct Origin: Hashable {
        let state: ProvisionState
        let trigger: ProvisionTrigger
    }

    private static let destinations = Dictionary(
        transitions.map { (Origin(state: $0.from, trigger: $0.trigger), $0.to) },
        uniquingKeysWith: { _, _ in
            preconditionFailure("A state and a trigger lead to one state only.")
        }
    )
}

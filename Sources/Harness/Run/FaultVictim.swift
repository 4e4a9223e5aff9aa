public import Hardware

/// What a fault befalls: a place of the scenario, resolved at the moment the fault begins.
public enum FaultVictim: Sendable, Hashable {
    case machine(MachineName)
    /// A process by its name, such as `undercloud-0/replica`.
    case process(String)

    /// The machine's or the process's name.
    public var text: String {
        switch self {
        case .machine(let machine): machine.text
        case .process(let name): name
        }
    }
}

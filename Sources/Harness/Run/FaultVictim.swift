public import Hardware

/// What a fault befalls: a place of the scenario, resolved at the moment the fault begins.
public enum FaultVictim: Sendable, Hashable {
    case machine(MachineName)
    /// A process by its name, such as `undercloud-0/replica`.
    case process(String)
    /// Something that several machines share.
    case place(SitePlace)

    /// The machine's, the process's or the place's name.
    public var text: String {
        switch self {
        case .machine(let machine): machine.text
        case .process(let name): name
        case .place(let place): place.text
        }
    }
}

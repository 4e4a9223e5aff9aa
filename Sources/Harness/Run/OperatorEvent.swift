public import BareMetal
public import Hardware
public import World

/// What a person did who runs the cloud, told by that person and not by the services.
public enum OperatorEvent: JournalEvent {
    /// Sets a node aside: the service is to leave it alone (Ironic's maintenance).
    case setAside(NodeName)
    /// Ends that.
    case takenBack(NodeName)
    /// Takes a machine as it is that benchmarks speak against, or no longer does.
    case acceptedMachine(NodeName)
    case refusedMachine(NodeName)
    /// Pressed the button at a machine's front: it goes on, or off, without its controller being
    /// asked.
    case powerButton(MachineName, PowerState)
    /// Asks for a change of power, again and again until it is taken on or turned down for good.
    case powerAsked(NodeName, PowerRequest)
    /// Asks something of a node, until it is taken on.
    case asks(ProvisionVerb, NodeName)
    /// Was told that it is taken on.
    case answered(ProvisionVerb, NodeName)

    public var kind: String {
        switch self {
        case .setAside: "operator.set-aside"
        case .takenBack: "operator.taken-back"
        case .acceptedMachine: "operator.accepted-machine"
        case .refusedMachine: "operator.refused-machine"
        case .powerButton: "operator.power-button"
        case .powerAsked: "operator.power-asked"
        case .asks: "operator.asks"
        case .answered: "operator.answered"
        }
    }

    public var subject: String {
        switch self {
        case .setAside(let node), .takenBack(let node), .acceptedMachine(let node),
            .refusedMachine(let node), .powerAsked(let node, _),
            .asks(_, let node), .answered(_, let node):
            node.text
        case .powerButton(let machine, _): machine.text
        }
    }

    public var fields: [JournalField] {
        switch self {
        case .setAside, .takenBack, .acceptedMachine, .refusedMachine: []
        case .powerButton(_, let state): [JournalField("state", state.rawValue)]
        case .powerAsked(_, let request): [JournalField("request", request.rawValue)]
        case .asks(let verb, _), .answered(let verb, _): [JournalField("verb", verb.rawValue)]
        }
    }
}

public import Hardware
public import World

/// What became of deployments on a machine, told by whoever watches its agents.
public enum ConfigurationEvent: JournalEvent {
    /// A config was carried out there.
    case applied(MachineName, config: String)
    /// The machine tells the services what came of a config, or tells a resource something, as
    /// `STACK/resources/NAME`.
    case signalled(MachineName, config: String)
    /// Nothing on the machine carries out configs of this group, and nobody will tell what came of
    /// it: whoever waits for it waits until its time is over.
    case unanswered(MachineName, config: String, group: String)

    public var kind: String {
        switch self {
        case .applied: "machine.deployment-applied"
        case .signalled: "machine.deployment-signalled"
        case .unanswered: "machine.deployment-unanswered"
        }
    }

    public var machine: MachineName {
        switch self {
        case .applied(let machine, _), .signalled(let machine, _), .unanswered(let machine, _, _):
            machine
        }
    }

    public var subject: String { machine.text }

    public var fields: [JournalField] {
        switch self {
        case .applied(_, let config), .signalled(_, let config): [JournalField("config", config)]
        case .unanswered(_, let config, let group):
            [JournalField("config", config), JournalField("group", group)]
        }
    }
}

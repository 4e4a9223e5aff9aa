public import BareMetal
public import Hardware

/// What a scenario's operator asks the cloud for while it runs.
public enum Operation: Sendable, Hashable {
    /// That the server on the machine is rebuilt there.
    case rebuild(EphemeralPartition)
    /// Work on the machine's node, or the end of such work.
    case request(NodeRequest)

    /// What is asked for.
    public var verb: ProvisionVerb {
        switch self {
        case .rebuild: .rebuild
        case .request(let request): request.verb
        }
    }
}

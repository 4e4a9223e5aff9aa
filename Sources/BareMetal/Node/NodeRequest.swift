public import Hardware
public import NodeAgent

/// What can be asked of a node, with what it takes.
public enum NodeRequest: Sendable, Hashable, Codable {
    case manage
    case inspect
    case provide
    /// These steps, in this order, by hand; the node stays out of the pool.
    case clean([RequestedStep])
    case deploy(Instance)
    /// Writes the instance's image anew, or another one.
    case rebuild(ImageReference, RebuildTerms = RebuildTerms())
    case undeploy
    /// Takes over a machine that already runs an instance. Without one, the instance the node was
    /// given before is meant.
    case adopt(Instance?)
    /// Starts the rescue ramdisk in place of the instance.
    case rescue(RescuePassword)
    case unrescue
    /// These steps on a node in use.
    case service([RequestedStep])
    /// Ends what waits for a ramdisk or for an operator.
    case abort
    case unhold

    public var verb: ProvisionVerb {
        switch self {
        case .manage: .manage
        case .inspect: .inspect
        case .provide: .provide
        case .clean: .clean
        case .deploy: .deploy
        case .rebuild: .rebuild
        case .undeploy: .undeploy
        case .adopt: .adopt
        case .rescue: .rescue
        case .unrescue: .unrescue
        case .service: .service
        case .abort: .abort
        case .unhold: .unhold
        }
    }
}

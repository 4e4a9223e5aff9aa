public import Hardware

/// What can be asked of a node, with what it takes.
public enum NodeRequest: Sendable, Hashable {
    case manage
    case inspect
    case provide
    case deploy(Instance)
    case rebuild(ImageReference)
    case undeploy

    public var verb: ProvisionVerb {
        switch self {
        case .manage: .manage
        case .inspect: .inspect
        case .provide: .provide
        case .deploy: .deploy
        case .rebuild: .rebuild
        case .undeploy: .undeploy
        }
    }
}

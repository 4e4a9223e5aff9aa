/// In whose hands a node is, where it is not the service that brings it into the pool.
///
/// Ironic has no such thing: what it is not asked for it does not do. TripleO's flows provide only
/// the nodes that they manage themselves, and leave alone what an operator has made manageable.
public enum Custody: String, Sendable, Hashable, Codable {
    /// An operator has taken it in hand, until the same asks for it to be provided.
    case `operator`

    /// In whose hands a node is once a request is taken on. Pure.
    ///
    /// - Parameter custody: in whose hands it was until then.
    static func after(
        _ request: NodeRequest, by requester: Requester, from custody: Custody?
    ) -> Custody? {
        guard requester == .operator else { return custody }
        switch request {
        case .manage, .inspect, .clean, .adopt: return .operator
        case .provide, .undeploy: return nil
        case .deploy, .rebuild, .rescue, .unrescue, .service, .abort, .unhold: return custody
        }
    }

    /// Whether a request is one that takes a node out of the hands of whoever has it.
    static func isTakeback(_ request: NodeRequest) -> Bool {
        switch request {
        case .manage, .inspect, .provide, .clean, .adopt: true
        case .deploy, .rebuild, .undeploy, .rescue, .unrescue, .service, .abort, .unhold: false
        }
    }
}

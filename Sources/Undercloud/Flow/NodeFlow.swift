import BareMetal
import Hardware
import World

/// Brings a node from enrolment into the pool, and back into it after a failure.
///
/// Only a node that nobody else has in hand: what an operator asked to be managed, inspected,
/// cleaned or adopted is the operator's until the operator asks for it to be provided. TripleO
/// provides only what it manages itself.
enum NodeFlow {
    /// What to ask of a node next; nil where there is nothing to do, or nothing more to try.
    ///
    /// - Parameter idle: how long it has been as it is.
    static func next(_ node: Node, isOwned: Ownership, idle: Duration) -> NodeRequest? {
        guard node.custody == nil, node.reservation == nil,
            node.failures < FlowLimits.nodeFailures,
            idle >= FlowLimits.delay(after: node.failures)
        else { return nil }
        // A failed cleaning sets maintenance; `manage` is the way a person would lift it.
        if node.maintenance != nil {
            return node.provisionState == .cleanFailed && node.maintenance?.fault == .cleanFailure
                ? .manage : nil
        }
        switch node.provisionState {
        case .enroll, .cleanFailed: return .manage
        case .manageable: return node.inspection == .pending ? .inspect : .provide
        case .inspectFailed: return .inspect
        case .deployFailed, .error, .active: return isOwned == .unowned ? .undeploy : nil
        default: return nil
        }
    }

    /// Whether a server has the node, which then says what becomes of it.
    enum Ownership { case owned, unowned }

    /// Whether the node is as far as it will get by itself.
    static func isSettled(_ node: Node) -> Bool {
        switch node.provisionState {
        case .available, .active: true
        default:
            !node.provisionState.isTransient && node.reservation == nil
                && (node.failures >= FlowLimits.nodePatience
                    || node.maintenance?.fault == .powerFailure)
        }
    }

    /// Whether the node is in the pool or has at least been tried.
    static func wasTried(_ node: Node) -> Bool {
        [.available, .active].contains(node.provisionState) || node.failures > 0
            || node.maintenance != nil || node.custody != nil
    }
}

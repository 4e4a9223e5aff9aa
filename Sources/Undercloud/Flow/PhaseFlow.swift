import BareMetal
import Compute
import Plans

/// Which part of the flow the whole is in.
enum PhaseFlow {
    static func phase(_ view: CloudView) -> Phase {
        let phase =
            switch view.cloud.stage {
            case .seed: seedPhase(view)
            case .handingOver, .handedOver: Phase.pivot
            case .undercloud: undercloudPhase(view)
            }
        // Whatever is repaired later, the flow does not go back.
        return max(phase, view.cloud.phase)
    }

    private static func seedPhase(_ view: CloudView) -> Phase {
        if !view.servers.isEmpty { return .undercloudDeploy }
        var phase = Phase.undercloudDeploy
        for node in view.nodes where !NodeFlow.wasTried(node) {
            switch node.provisionState {
            case .enroll, .verifying: return .enrolment
            default: phase = min(phase, node.inspection == .pending ? .introspection : .cleaning)
            }
            // The flow does not go back: what is further behind does not count.
            if phase <= view.cloud.phase { break }
        }
        return phase
    }

    private static func undercloudPhase(_ view: CloudView) -> Phase {
        switch view.cloud.overcloud {
        case .deployed: .operation
        case .accepted, .refused: .overcloudDeploy
        case .pending: isUndercloudComplete(view) ? .overcloudDeploy : .redundancy
        }
    }

    /// Whether the undercloud is as it is to be, so that the overcloud may follow.
    static func isUndercloudComplete(_ view: CloudView) -> Bool {
        let isSeedDone = view.cloud.seedFate == .stays || !view.isSeedPresent
        return isSeedDone && view.isRedundant
            && view.undercloudServers.allSatisfy { $0.state == .active }
    }

    /// Whether the seed has nothing more to do but to hand over.
    static func isReadyForPivot(_ view: CloudView) -> Bool {
        view.cloud.stage == .seed && !view.servers.isEmpty
            && view.servers.allSatisfy { $0.state == .active }
            && view.nodes.allSatisfy {
                !$0.provisionState.isTransient && $0.reservation == nil
            }
    }
}

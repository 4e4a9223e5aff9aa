import BareMetal
import Compute
import Hardware
import Testing
import World

@testable import Undercloud

@Suite("The phase of the whole")
struct PhaseFlowTests {
    @Test("of a seed follows its nodes, one behind the other")
    func seed() {
        let cloud = Samples.cloud()
        let pending = Samples.node(.manageable) { $0.inspection = .pending }
        let pool = Samples.node(.available, "node-2")
        let views: [([Node], Phase)] = [
            ([Samples.node(.enroll) { $0.inspection = .pending }, pool], .enrolment),
            ([pending, pool], .introspection), ([Samples.node(.cleaning), pool], .cleaning),
            ([pool], .undercloudDeploy),
        ]
        for (nodes, phase) in views {
            #expect(PhaseFlow.phase(Samples.view(cloud, nodes: nodes)) == phase)
        }
    }

    @Test("does not go back, whatever is repaired later", arguments: Phase.allCases)
    func forward(_ reached: Phase) {
        let cloud = Samples.cloud { $0.phase = reached }
        let phase = PhaseFlow.phase(Samples.view(cloud, nodes: [Samples.node(.enroll)]))
        #expect(phase == reached)
    }

    @Test("of an undercloud is redundancy until all is there that is to be")
    func redundancy() {
        let cloud = Samples.cloud(.undercloud)
        let servers = [
            Samples.controlNode(.active), Samples.controlNode(.active, on: "node-2", index: 1),
        ]
        func phase(_ members: [HostAddress], _ servers: [Server]) -> Phase {
            PhaseFlow.phase(Samples.view(cloud, servers: servers, members: members))
        }
        #expect(phase(["node-1", "node-2"], servers) == .overcloudDeploy)
        #expect(phase(["node-1"], servers) == .redundancy)
        #expect(phase(["node-1", "node-2", "seed"], servers) == .redundancy)
        let starting = [servers[0], Samples.controlNode(.starting, on: "node-2", index: 1)]
        #expect(phase(["node-1", "node-2"], starting) == .redundancy)
    }

    @Test("lets a seed that stays be one of the replicas")
    func seedStays() {
        let cloud = Samples.cloud(.undercloud, fate: .stays)
        let view = Samples.view(
            cloud, servers: [Samples.controlNode(.active)], members: ["node-1", "seed"])
        #expect(PhaseFlow.isUndercloudComplete(view))
    }

    @Test("turns to the pivot only when the seed has nothing under way")
    func pivot() {
        let server = Samples.controlNode(.active)
        func isReady(_ node: Node, _ servers: [Server], _ stage: Cloud.Stage = .seed) -> Bool {
            PhaseFlow.isReadyForPivot(
                Samples.view(Samples.cloud(stage), nodes: [node], servers: servers))
        }
        #expect(isReady(Samples.node(.active), [server]))
        #expect(!isReady(Samples.node(.active), []))
        #expect(!isReady(Samples.node(.active), [Samples.controlNode(.starting)]))
        #expect(!isReady(Samples.node(.cleanWait), [server]))
        let locked = Samples.node(.available) {
            $0.reservation = Reservation(holder: "", term: Term(number: 1))
        }
        #expect(!isReady(locked, [server]))
        for stage in [Cloud.Stage.handingOver, .handedOver, .undercloud] {
            #expect(!isReady(Samples.node(.active), [server], stage))
        }
    }
}

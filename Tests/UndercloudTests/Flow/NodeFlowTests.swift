import BareMetal
import Hardware
import Testing
import World

@testable import Undercloud

@Suite("What is asked of a node next")
struct NodeFlowTests {
    private static let long: Duration = .seconds(100_000)

    private func next(
        _ node: Node, _ ownership: NodeFlow.Ownership = .unowned, idle: Duration = long
    ) -> NodeRequest? {
        NodeFlow.next(node, isOwned: ownership, idle: idle)
    }

    @Test("is nothing while it is locked, whatever its state", arguments: ProvisionState.allCases)
    func locked(_ state: ProvisionState) {
        let node = Samples.node(state) {
            $0.reservation = Reservation(holder: "somebody", term: Term(number: 1))
        }
        #expect(next(node) == nil)
    }

    @Test(
        "is something its state takes, and nothing while it is under way",
        arguments: ProvisionState.allCases)
    func acceptable(_ state: ProvisionState) {
        for ownership in [NodeFlow.Ownership.owned, .unowned] {
            guard let request = next(Samples.node(state), ownership) else { continue }
            #expect(!state.isTransient)
            #expect(ProvisionTable.verbs(from: state).contains(request.verb))
        }
    }

    @Test("leads from enrolment into the pool")
    func path() {
        #expect(next(Samples.node(.enroll)) == .manage)
        #expect(next(Samples.node(.manageable) { $0.inspection = .pending }) == .inspect)
        #expect(next(Samples.node(.manageable)) == .provide)
        #expect(next(Samples.node(.available)) == nil)
    }

    @Test(
        "is nothing for as long as an operator has it in hand, whatever its state",
        arguments: ProvisionState.allCases)
    func inHand(_ state: ProvisionState) {
        for ownership in [NodeFlow.Ownership.owned, .unowned] {
            let node = Samples.node(state) { $0.custody = .operator }
            #expect(next(node, ownership) == nil)
            #expect(NodeFlow.wasTried(node))
        }
        let failed = Samples.node(.cleanFailed) {
            $0.maintenance = Maintenance(reason: "disk", fault: .cleanFailure)
        }
        #expect(next(failed) == .manage)
        var held = failed
        held.custody = .operator
        #expect(next(held) == nil)
    }

    @Test("takes back what nobody owns, and leaves alone what somebody does")
    func ownership() {
        for state in [ProvisionState.active, .deployFailed, .error] {
            #expect(next(Samples.node(state), .unowned) == .undeploy)
            #expect(next(Samples.node(state), .owned) == nil)
        }
    }

    @Test("waits longer after each failure, and then is left to an operator")
    func patience() {
        let delays = [120, 360, 1080] + Array(repeating: 1800, count: FlowLimits.nodeFailures - 4)
        for (failures, seconds) in zip(1..., delays) {
            let node = Samples.node(.inspectFailed) { $0.failures = failures }
            #expect(next(node, idle: .seconds(seconds - 1)) == nil, "\(failures) failures")
            #expect(next(node, idle: .seconds(seconds)) == .inspect, "\(failures) failures")
        }
        let spent = Samples.node(.inspectFailed) { $0.failures = FlowLimits.nodeFailures }
        #expect(next(spent) == nil)
        #expect(NodeFlow.isSettled(spent))
    }

    @Test("is nothing in maintenance, but to look at a failed cleaning")
    func maintenance() {
        let failed = Maintenance(reason: "", fault: .cleanFailure)
        #expect(next(Samples.node(.cleanFailed) { $0.maintenance = failed }) == .manage)
        for fault in [nil, Maintenance.Fault.powerFailure] {
            for state in ProvisionState.allCases {
                let node = Samples.node(state) {
                    $0.maintenance = Maintenance(reason: "", fault: fault)
                }
                #expect(next(node) == nil, "\(state)")
            }
        }
    }

    @Test("is settled where it will get no further by itself")
    func settled() {
        #expect(NodeFlow.isSettled(Samples.node(.available)))
        #expect(NodeFlow.isSettled(Samples.node(.active)))
        #expect(!NodeFlow.isSettled(Samples.node(.cleanWait) { $0.failures = 9 }))
        #expect(!NodeFlow.isSettled(Samples.node(.manageable)))
        let silent = Samples.node(.manageable) {
            $0.maintenance = Maintenance(reason: "", fault: .powerFailure)
        }
        #expect(NodeFlow.isSettled(silent))
    }
}

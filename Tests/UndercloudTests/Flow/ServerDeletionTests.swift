import BareMetal
import Compute
import Hardware
import Testing
import World

@testable import Undercloud

@Suite("The deletion of a server")
struct ServerDeletionTests {
    private func next(_ node: Node, nodeIdle: Duration = .seconds(86_400)) -> ServerFlow.Action {
        ServerFlow.next(
            Samples.server(.deleting), on: node, image: nil, idle: .zero, nodeIdle: nodeIdle,
            contact: nil, silence: .zero)
    }

    private static func owned(
        _ state: ProvisionState, _ change: (inout Node) -> Void = { _ in }
    ) -> Node {
        Samples.node(state) {
            Samples.isOwned(&$0)
            change(&$0)
        }
    }

    @Test(
        "asks for its machine back from every state in which Ironic gives it back",
        arguments: [ProvisionState.active, .deployWait, .deployFailed, .error, .rescue])
    func teardown(state: ProvisionState) {
        #expect(next(Self.owned(state)) == .request(.undeploy))
    }

    @Test(
        "waits while its machine is worked on, locked, set aside or failed a moment ago",
        arguments: [
            owned(.deploying), owned(.deleting), owned(.cleaning),
            owned(.active) { $0.reservation = Reservation(holder: "", term: Term(number: 1)) },
            owned(.active) { $0.maintenance = Maintenance(reason: "", fault: nil) },
            owned(.error) { $0.failures = 40 },
        ])
    func patience(node: Node) {
        #expect(next(node, nodeIdle: .seconds(1)) == .nothing)
    }

    @Test("is over once its machine has no instance, or another's")
    func end() {
        #expect(next(Samples.node(.cleaning)) == .remove)
        #expect(next(Samples.node(.available) { $0.allocation = Samples.instance }) == .remove)
        let other = Self.owned(.active) {
            $0.instance = Instance(
                id: Identifier(text: "other"), owner: "compute-1", image: Samples.image)
        }
        #expect(next(other) == .remove)
    }

    @Test("does not count among the servers that are lost")
    func noLoss() {
        let servers = (0..<20).map { Samples.server(.deleting, index: $0) }
        var losses = Losses(among: servers)
        let isAdmitted = losses.admit()
        #expect(isAdmitted)
    }
}

import Hardware
import Simulation
import Testing
import World

@testable import BareMetal

@Suite("A node in an operator's hands")
struct CustodyTests {
    private static func decide(
        _ request: NodeRequest, by requester: Requester, _ node: Node
    ) throws(ConductorError) -> Node {
        try RequestDecision(
            request, as: Identifier(text: "new"), on: node, by: requester,
            under: ConductorOptions()
        ).node
    }

    @Test("an operator who asks to manage, inspect, clean or adopt takes the node in hand")
    func taken() throws {
        for state in ProvisionState.allCases {
            for request in RequestDecisionTests.requests {
                guard ProvisionTable.verbs(from: state).contains(request.verb) else { continue }
                let takes = [ProvisionVerb.manage, .inspect, .clean, .adopt].contains(request.verb)
                let node = RequestDecisionTests.node(state)
                let taken = try Self.decide(request, by: .operator, node)
                #expect(taken.custody == (takes ? .operator : nil), "\(request) in \(state)")
                let left = try Self.decide(request, by: .service, node)
                #expect(left.custody == nil, "\(request) in \(state), by the service")
            }
        }
    }

    @Test("a node in hand stays there until its operator asks to provide or to undeploy it")
    func kept() throws {
        for state in ProvisionState.allCases {
            for request in RequestDecisionTests.requests {
                guard ProvisionTable.verbs(from: state).contains(request.verb) else { continue }
                let node = RequestDecisionTests.node(state) { $0.custody = .operator }
                let gives = [ProvisionVerb.provide, .undeploy].contains(request.verb)
                let next = try Self.decide(request, by: .operator, node)
                #expect(next.custody == (gives ? nil : .operator), "\(request) in \(state)")
            }
        }
    }

    @Test(
        "the service takes no node out of an operator's hands",
        arguments: ProvisionState.allCases)
    func refused(_ state: ProvisionState) {
        let node = RequestDecisionTests.node(state) { $0.custody = .operator }
        for request in RequestDecisionTests.requests {
            guard ProvisionTable.verbs(from: state).contains(request.verb) else { continue }
            let takesBack = [ProvisionVerb.manage, .inspect, .provide, .clean, .adopt]
                .contains(request.verb)
            var refusal: ConductorError?
            do { _ = try Self.decide(request, by: .service, node) } catch { refusal = error }
            #expect(
                refusal == (takesBack ? .forbidden("node-1", .inHand) : nil),
                "\(request) in \(state)")
        }
        #expect(!NodeRefusal.inHand.isTransient)
    }

    @Test("it is in the operator's hands still when its conductor dies, and through a failed clean")
    func outlivesConductor() throws {
        let bench = Bench()
        try bench.run {
            try await bench.enrol { $0.provisionState = .available }
            let first = try await bench.startStation(term: 1)
            try await first.conductor.request(.manage, of: "node-1")
            try await bench.reach(.manageable, within: .seconds(600))
            let erase = [RequestedStep(.deploy, .eraseDevicesMetadata)]
            try await first.conductor.request(.clean(erase), of: "node-1")
            first.process.kill()
            let second = try await bench.startStation(term: 2)
            try await second.conductor.recover()
            #expect(bench.node.provisionState == .cleanFailed)
            #expect(bench.node.custody == .operator)
            await #expect(throws: ConductorError.forbidden("node-1", .inHand)) {
                try await second.conductor.request(.manage, of: "node-1", by: .service)
            }
            try await second.conductor.update("node-1", [.endOfMaintenance])
            try await second.conductor.request(.manage, of: "node-1")
            try await bench.reach(.manageable, within: .seconds(600))
            await #expect(throws: ConductorError.forbidden("node-1", .inHand)) {
                try await second.conductor.request(.provide, of: "node-1", by: .service)
            }
            try await bench.open(second)
            try await second.conductor.request(.provide, of: "node-1")
            try await bench.reach(.available, within: .seconds(3600))
            #expect(bench.node.custody == nil)
        }
    }
}

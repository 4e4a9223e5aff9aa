import Hardware
import SimulatedDatacenter
import Simulation
import Testing
import World

@testable import BareMetal

@Suite("A conductor's restart")
struct RestartTests {
    private static func restarted(
        in state: ProvisionState, lockedIn term: Int?
    ) throws -> (node: Node, intents: [Intent], calls: Int) {
        let bench = Bench()
        return try bench.run {
            let intent = Intent(
                identifier: Identifier(text: "work"), node: "node-1", verb: .deploy)
            var transaction = Transaction()
            transaction.put(intent)
            try await bench.store.handle(for: bench.operatorProcess).commit(transaction)
            try await bench.enrol {
                $0.provisionState = state
                $0.instance = NodeOperation.instance
                if state.isTransient { $0.intent = intent }
                $0.reservation = term.map {
                    Reservation(holder: "the dead", term: Term(number: $0))
                }
            }
            let station = try await bench.startStation(term: 2)
            try await station.conductor.recover()
            return (bench.node, bench.intents, bench.machine.calls)
        }
    }

    @Test(
        """
        deploying cleaning verifying inspecting adopting rescuing unrescuing deleting servicing \
        become failures; *wait states survive
        """, arguments: ProvisionState.allCases)
    func states(_ state: ProvisionState) throws {
        let failures: [ProvisionState: ProvisionState] = [
            .deploying: .deployFailed, .cleaning: .cleanFailed, .verifying: .enroll,
            .inspecting: .inspectFailed, .adopting: .adoptFailed, .rescuing: .rescueFailed,
            .unrescuing: .unrescueFailed, .deleting: .error, .servicing: .serviceFailed,
        ]
        for term in [1, nil] {
            let (node, intents, calls) = try Self.restarted(in: state, lockedIn: term)
            #expect(node.provisionState == failures[state] ?? state)
            #expect(node.reservation == nil, "locks of the dead are broken")
            #expect(calls == 0, "a machine is not touched for its conductor's death")
            if failures[state] != nil {
                #expect(node.lastError?.isEmpty == false)
                #expect(intents.allSatisfy { $0.outcome != .underWay })
                #expect(node.maintenance?.fault == (state == .cleaning ? .cleanFailure : nil))
            } else if state.isTransient {
                #expect(node.intent?.outcome == .underWay)
                #expect(node.lastError == nil)
            }
        }
    }

    @Test("leaves alone what a living conductor has locked", arguments: ProvisionState.allCases)
    func living(_ state: ProvisionState) throws {
        let (node, _, _) = try Self.restarted(in: state, lockedIn: 2)
        #expect(node.provisionState == state)
        #expect(node.reservation?.holder == "the dead")
    }

    @Test("an abort that was cut short is answered, and its machine not taken for cleared")
    func abort() throws {
        let faults: [ProvisionState: Maintenance.Fault] = [
            .rescueFailed: .rescueAbortFailure, .cleanFailed: .cleanFailure,
        ]
        for state in [ProvisionState.rescueFailed, .cleanFailed, .deployFailed, .inspectFailed] {
            let bench = Bench()
            try bench.run {
                try await bench.enrol {
                    $0.provisionState = state
                    $0.intent = Intent(
                        identifier: Identifier(text: "abort"), node: "node-1", verb: .abort)
                    $0.reservation = Reservation(holder: "the dead", term: Term(number: 1))
                }
                let station = try await bench.startStation(term: 2)
                try await station.conductor.recover()
                #expect(bench.node.provisionState == state)
                #expect(bench.node.reservation == nil)
                #expect(bench.node.maintenance?.fault == faults[state], "\(state)")
                guard case .failed = bench.intents.first?.outcome else {
                    throw BenchFailure("the abort was not answered")
                }
            }
        }
    }
}

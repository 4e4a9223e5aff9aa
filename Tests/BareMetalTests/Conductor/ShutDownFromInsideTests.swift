import BareMetal
import Hardware
import NodeAgent
import Simulation
import Testing
import World

@Suite("A machine whose controller forgets to switch it off")
struct ShutDownFromInsideTests {
    /// A node in use whose undeployment failed at its controller, and its conductor.
    private static func stuck(_ bench: Bench) async throws -> Station {
        bench.machine.install(Bench.image.digest)
        bench.machine.switchOn()
        try await bench.pause(.seconds(120))
        let station = try await bench.found(in: .active) { $0.instance = NodeOperation.instance }
        bench.machine.manner = .forgetful(.max)
        try await station.conductor.request(.undeploy, of: "node-1")
        try await bench.reach(.error, within: .seconds(3600))
        return station
    }

    private static func checkIn(_ bench: Bench) -> CheckIn {
        CheckIn(
            addresses: bench.node.addresses, host: bench.machine.address,
            image: Bench.image.digest)
    }

    @Test("is shut down by its own system, and the node lets its instance go")
    func error() throws {
        let bench = Bench()
        try bench.run {
            let station = try await Self.stuck(bench)
            #expect(bench.node.instance != nil && bench.machine.power == .on)
            let reply = try await station.conductor.notice(Self.checkIn(bench), from: "node-1")
            #expect(reply == CheckIn.Reply(.shutDown))
            bench.machine.switchOff()
            try await station.conductor.request(.undeploy, of: "node-1")
            try await bench.wait(upTo: .seconds(3600), for: "the instance to go") {
                bench.node.instance == nil
            }
        }
    }

    @Test(
        "is asked only where its instance is to go: in no other state, and not in maintenance",
        arguments: ProvisionState.allCases)
    func otherStates(_ state: ProvisionState) throws {
        let bench = Bench()
        try bench.run {
            try await bench.enrol {
                $0.provisionState = state
                $0.instance = NodeOperation.instance
                if state == .error {
                    $0.maintenance = Maintenance(reason: "somebody looks", fault: nil)
                }
            }
            let station = try await bench.startStation(term: 1)
            let reply = try await station.conductor.notice(Self.checkIn(bench), from: "node-1")
            #expect(reply == CheckIn.Reply(.goOn))
        }
    }

    @Test("is not asked by a conductor that may not act any more")
    func deposed() throws {
        let bench = Bench()
        try bench.run {
            let station = try await Self.stuck(bench)
            station.isEntitled.write { $0 = false }
            await #expect(throws: ConductorError.deposed) {
                _ = try await station.conductor.notice(Self.checkIn(bench), from: "node-1")
            }
        }
    }
}

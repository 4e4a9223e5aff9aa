import Hardware
import SimulatedDatacenter
import Simulation
import Testing
import World

@testable import BareMetal

@Suite("A request to a conductor")
struct RequestTests {
    /// Starts a conductor over a node that is found in some state.
    private static func found(
        in state: ProvisionState, on bench: Bench,
        _ change: @escaping @Sendable (inout Node) -> Void = { _ in }
    ) async throws -> Station {
        try await bench.enrol {
            $0.provisionState = state
            change(&$0)
        }
        let station = try await bench.startStation(term: 2)
        try await bench.open(station)
        return station
    }

    private static func refusal(
        _ request: NodeRequest, _ station: Station
    ) async -> ConductorError? {
        do throws(ConductorError) {
            try await station.conductor.request(request, of: "node-1")
            return nil
        } catch { return error }
    }

    @Test("goes the whole way from enrolment to use and back", arguments: SimulatedRun.all(1...3))
    func wholeWay(_ run: SimulatedRun) throws {
        let bench = Bench(run)
        try bench.run {
            let station = try await Self.found(in: .enroll, on: bench)
            let way: [(NodeRequest, ProvisionState)] = [
                (.manage, .manageable), (.inspect, .manageable), (.provide, .available),
                (.deploy(NodeOperation.instance), .active), (.rebuild(Bench.otherImage), .active),
                (.undeploy, .available),
            ]
            for (request, goal) in way {
                try await station.conductor.request(request, of: "node-1")
                try await bench.wait(upTo: .seconds(1800), for: "\(request.verb) to end") {
                    bench.node.provisionState == goal && bench.node.reservation == nil
                }
                #expect(bench.intents.allSatisfy { $0.outcome == .done })
            }
            #expect(bench.node.properties.processors == 8)
            #expect(bench.node.instance == nil)
            #expect(bench.machine.disk == nil)
            #expect(bench.intents.count == way.count)
        }
    }

    @Test("is refused with the reason where the state does not take it, and changes nothing")
    func wrongState() throws {
        let bench = Bench()
        try bench.run {
            let station = try await Self.found(in: .enroll, on: bench)
            let before = bench.node
            let error = await Self.refusal(.undeploy, station)
            let refusal = ProvisionRefusal(
                state: .enroll, trigger: .verb(.undeploy), accepted: [.manage])
            #expect(error == .refused(refusal))
            #expect(bench.node == before)
            #expect(bench.intents == [])
        }
    }

    @Test("is refused for a node in maintenance, which is left as it is")
    func maintenance() throws {
        let bench = Bench()
        try bench.run {
            let station = try await Self.found(in: .manageable, on: bench) {
                $0.maintenance = Maintenance(reason: "it burns", fault: nil)
            }
            let before = bench.node
            let error = await Self.refusal(.provide, station)
            #expect(error == .inMaintenance("node-1", reason: "it burns"))
            #expect(bench.node == before)
        }
    }

    @Test("is refused for a locked node after a bounded number of tries, and changes nothing")
    func locked() throws {
        let bench = Bench()
        try bench.run {
            let station = try await Self.found(in: .manageable, on: bench)
            try await station.conductor.request(.provide, of: "node-1")
            let before = bench.node
            let error = await Self.refusal(.provide, station)
            guard case .locked = error else { throw BenchFailure("\(String(describing: error))") }
            #expect(bench.node.intent == before.intent)
            #expect(bench.intents.count == 1)
        }
    }

    @Test("breaks a lock of an earlier term, and none of its own or a later one")
    func brokenLocks() throws {
        for (term, isBroken) in [(1, true), (2, false), (3, false)] {
            let bench = Bench()
            try bench.run {
                let lock = Reservation(holder: "somebody", term: Term(number: term))
                try await bench.enrol {
                    $0.provisionState = .enroll
                    $0.reservation = lock
                }
                let station = try await bench.startStation(term: 2)
                let error = await Self.refusal(.manage, station)
                #expect((error == nil) == isBroken)
                if !isBroken {
                    #expect(error == .locked("node-1", by: lock))
                    #expect(bench.node.reservation == lock)
                    #expect(bench.node.provisionState == .enroll)
                }
            }
        }
    }

    @Test("to undeploy answers the deployment that it overtakes")
    func overtaking() throws {
        let bench = Bench()
        try bench.run {
            let station = try await Self.found(in: .available, on: bench)
            try await station.conductor.request(.deploy(NodeOperation.instance), of: "node-1")
            try await bench.wait(upTo: .seconds(60), for: "the wait for the ramdisk") {
                bench.node.provisionState == .deployWait
            }
            try await station.conductor.request(.undeploy, of: "node-1")
            try await bench.wait(upTo: .seconds(1800), for: "the end of cleaning") {
                bench.node.provisionState == .available && bench.node.reservation == nil
            }
            let outcomes = bench.intents.map(\.outcome)
            #expect(outcomes.count == 2)
            #expect(outcomes.contains(.failed(reason: "it was overtaken by 'undeploy'")))
            #expect(outcomes.contains(.done))
            #expect(bench.machine.writes == 0)
        }
    }

    @Test("that an instance be written fails with the reason where the controller is silent")
    func silentController() throws {
        let bench = Bench()
        try bench.run {
            let station = try await Self.found(in: .available, on: bench)
            bench.machine.manner = .silent
            try await station.conductor.request(.deploy(NodeOperation.instance), of: "node-1")
            try await bench.wait(upTo: .seconds(900), for: "the deployment to fail") {
                bench.node.provisionState == .deployFailed
            }
            #expect(bench.node.reservation == nil)
            #expect(bench.node.lastError?.contains("did not answer") == true)
            #expect(bench.node.failures == 1)
        }
    }

    @Test("whose term is over touches no machine")
    func deposed() throws {
        let bench = Bench()
        try bench.run {
            let station = try await Self.found(in: .available, on: bench)
            _ = try await bench.startStation(term: 3)
            let (calls, before) = (bench.machine.calls, bench.node)
            #expect(await Self.refusal(.deploy(NodeOperation.instance), station) == .deposed)
            try await bench.pause(.seconds(30))
            #expect(bench.machine.calls == calls)
            #expect(bench.node == before)
        }
    }
}

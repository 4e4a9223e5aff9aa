import Hardware
import SimulatedDatacenter
import Simulation
import Testing
import World

@testable import BareMetal

@Suite("Driving a machine through its controller")
struct PowerControllerTests {
    private static func controller(
        of bench: Bench, _ station: Station, within limit: Duration = .seconds(36000)
    ) -> PowerController {
        let bmc = station.world.controllers.controller(
            at: bench.machine.bmc, driver: "bench",
            credentials: BMCCredentials(user: "", password: ""))
        let clock = station.world.clock
        return PowerController(
            bmc: bmc, clock: clock, authority: station.conductor.authority,
            deadline: clock.now + limit)
    }

    /// Tries something on a machine whose controller has its manner.
    private static func attempt(
        _ manner: BenchBMC.Manner, within limit: Duration = .seconds(36000),
        _ work: @escaping @Sendable (PowerController) async throws(ConductorError) -> Void
    ) throws -> (bench: Bench, error: ConductorError?) {
        let bench = Bench()
        let error = try bench.run { () -> ConductorError? in
            bench.machine.manner = manner
            let station = try await bench.startStation(term: 1)
            do throws(ConductorError) {
                try await work(controller(of: bench, station, within: limit))
                return nil
            } catch { return error }
        }
        return (bench, error)
    }

    @Test("sees it happen before it believes it")
    func reaching() throws {
        let (bench, error) = try Self.attempt(.sound) { (power) throws(ConductorError) in
            try await power.reach(.on)
        }
        #expect(error == nil)
        #expect(bench.machine.power == .on)
        #expect(bench.machine.commands == [.on])
    }

    @Test("tells a machine nothing that is as it is to be")
    func nothingToDo() throws {
        let (bench, error) = try Self.attempt(.sound) { (power) throws(ConductorError) in
            try await power.reach(.off)
        }
        #expect(error == nil)
        #expect(bench.machine.commands == [])
    }

    @Test("gives up a silent controller after a bounded number of calls")
    func silent() throws {
        let (bench, error) = try Self.attempt(.silent) { (power) throws(ConductorError) in
            try await power.reach(.on)
        }
        let expected = ConductorError.hardware(
            .unreachable(waited: BMCLimits.call), doing: "reading the power state")
        #expect(error == expected)
        #expect(bench.machine.calls == ControllerLimits.callAttempts)
    }

    @Test("asks a controller that refuses the password once only")
    func unauthorized() throws {
        let (bench, error) = try Self.attempt(.unauthorized) { (power) throws(ConductorError) in
            try await power.reach(.on)
        }
        #expect(error == .hardware(.unauthorized, doing: "reading the power state"))
        #expect(bench.machine.calls == 1)
    }

    @Test("waits for a busy controller", arguments: 1..<ControllerLimits.callAttempts)
    func busy(_ times: Int) throws {
        let (bench, error) = try Self.attempt(.busy(times)) { (power) throws(ConductorError) in
            try await power.reach(.on)
        }
        #expect(error == nil)
        #expect(bench.machine.power == .on)
    }

    @Test("asks a forgetful controller again", arguments: 1..<ControllerLimits.powerAttempts)
    func forgetful(_ times: Int) throws {
        let (bench, error) = try Self.attempt(.forgetful(times)) { (power) throws(ConductorError) in
            try await power.reach(.on)
        }
        #expect(error == nil)
        #expect(bench.machine.power == .on)
        #expect(bench.machine.commands == [.on])
    }

    @Test("gives up a controller that forgets every time")
    func alwaysForgetful() throws {
        let (bench, error) = try Self.attempt(.forgetful(1000)) { (power) throws(ConductorError) in
            try await power.reach(.on)
        }
        #expect(error == .powerNotReached(.on, asked: ControllerLimits.powerAttempts))
        #expect(bench.machine.commands == [])
    }

    @Test("reads a boot override back, and sets one that was forgotten again")
    func bootOverride() throws {
        let override = BootOverride(.network, .once)
        let (bench, error) = try Self.attempt(.forgetful(2)) { (power) throws(ConductorError) in
            try await power.setBoot(override)
        }
        #expect(error == nil)
        #expect(bench.machine.override == override)
        let (_, given) = try Self.attempt(.forgetful(1000)) { (power) throws(ConductorError) in
            try await power.setBoot(override)
        }
        #expect(given != nil)
    }

    @Test("begins nothing after its deadline")
    func deadline() throws {
        let (bench, error) = try Self.attempt(.forgetful(1000), within: .seconds(90)) {
            (power) throws(ConductorError) in
            try await power.reach(.on)
        }
        guard case .overdue = error else {
            Issue.record("It ended with \(String(describing: error)).")
            return
        }
        #expect(bench.simulator.now < VirtualTime.zero + .seconds(100))
    }

    @Test("touches nothing once its authority is gone", arguments: [PowerState.on, .off])
    func deposed(_ target: PowerState) throws {
        let bench = Bench()
        let error = try bench.run { () -> ConductorError? in
            let station = try await bench.startStation(term: 1)
            let controller = Self.controller(of: bench, station)
            station.isEntitled.write { $0 = false }
            do throws(ConductorError) {
                try await controller.reach(target)
                return nil
            } catch { return error }
        }
        #expect(error == .deposed)
        #expect(bench.machine.calls == 0)
    }
}

import BareMetal
import Hardware
import SimulatedDatacenter
import Simulation
import World

/// A manual cleaning by steps of RAID and firmware settings, on a machine of a simulated
/// datacenter.
struct HardwareStepRun: Sendable {
    /// Longest for one cleaning: some restarts, and looks once a minute.
    static let limit: Duration = .seconds(2 * 3600)

    let steps: [RequestedStep]
    var target: RAIDConfiguration?
    var volumes: [RAIDVolumeRequest] = []
    var run = SimulatedRun(seed: 1, schedule: .shuffle)
    /// How far into the cleaning its conductor is killed; nil for never.
    var death: Duration?
    /// What befalls the machine before the cleaning.
    var fault: HardwareFault?

    /// How it ended.
    struct Ending: Sendable {
        let node: Node
        let bios: NodeBIOS?
        let disks: [DiskFacts]
        let power: PowerState
        let settings: [BIOSSetting]
        let intents: [Intent]
        /// From the request until the end of the first cleaning.
        let duration: Duration
        /// Whether somebody had to ask again.
        var wasRepeated = false

        func setting(_ name: BIOSSettingName) -> String? {
            settings.first { $0.name == name }?.value
        }
    }

    func ending() throws -> Ending {
        let bench = Bench(run)
        return try bench.run { try await self.act(on: bench) }
    }

    private func act(on bench: Bench) async throws -> Ending {
        let machine = bench.buildSite(volumes: volumes)
        try await bench.enrol {
            $0.provisionState = .manageable
            if let target = self.target { $0.raid = NodeRAID(target: target) }
        }
        var station = try await bench.startStation(term: 1)
        try await bench.open(station)
        if let fault { bench.site.read { $0 }?.inject(fault, on: machine.name) }
        let start = bench.simulator.now
        try await station.conductor.request(.clean(steps), of: "node-1")
        if let death {
            try await bench.pause(death)
            station.process.kill()
            try await bench.pause(.seconds(10))
            station = try await bench.startStation(term: 2)
            try await bench.open(station)
        }
        try await settle(bench)
        let duration = bench.simulator.now - start
        let hasFailed = bench.node.provisionState == .cleanFailed
        if hasFailed, death != nil { try await repeatIt(bench, station) }
        return try await ending(bench, machine, duration, wasRepeated: hasFailed)
    }

    private func settle(_ bench: Bench) async throws {
        try await bench.wait(
            upTo: Self.limit, for: "the cleaning to end, not '\(bench.node.provisionState)'"
        ) {
            bench.node.reservation == nil && !bench.node.provisionState.isTransient
        }
    }

    /// As an operator does who was told that the cleaning failed.
    private func repeatIt(_ bench: Bench, _ station: Station) async throws {
        await station.ask(.manage, of: bench.node)
        try await bench.reach(.manageable, within: .seconds(600))
        try await station.conductor.request(.clean(steps), of: "node-1")
        try await settle(bench)
    }

    private func ending(
        _ bench: Bench, _ machine: SimulatedMachine, _ duration: Duration, wasRepeated: Bool
    ) async throws -> Ending {
        let process = SimulatedProcess(
            "witness", on: bench.simulator, clock: NodeClock(bench.simulator))
        let bmc = bench.site.read { $0 }?.controllers(for: process).controller(
            at: bench.machine.bmc, driver: "bench", credentials: bench.node.credentials)
        guard let control = bmc as? any BIOSControl else {
            throw BenchFailure("the machine's controller has firmware settings")
        }
        let settings = try await control.biosSettings()
        return Ending(
            node: bench.node, bios: bench.store.snapshot(of: NodeBIOS.self).first?.document,
            disks: machine.facts.disks, power: machine.power, settings: settings,
            intents: bench.intents, duration: duration, wasRepeated: wasRepeated)
    }
}

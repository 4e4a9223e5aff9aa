import Hardware
import SimulatedDatacenter
import Simulation
import World

@testable import Undercloud

/// Replicas that agree on a leader over one store, each on a host with a clock of its own.
final class Electorate: Sendable {
    /// Between two looks at who leads, as a replica has it.
    static let interval: Duration = .seconds(5)

    private struct Host {
        let clock: NodeClock
        var process: SimulatedProcess?
        var isReached = true
    }

    /// A lease that a replica was given, and whether that replica still runs.
    struct Grant: Sendable {
        let host: HostAddress
        let lease: Lease
        let process: SimulatedProcess
        let at: VirtualTime

        var isHeld: Bool { process.isAlive && lease.isHeld }
    }

    let simulator: Simulator
    private let store: SimulatedStore
    private let hosts: Confined<[HostAddress: Host]>
    private let granted: Confined<[Grant]>

    init(_ run: SimulatedRun, hosts names: [HostAddress]) {
        let simulator = Simulator(seed: run.seed, schedule: run.schedule)
        self.simulator = simulator
        store = SimulatedStore(name: "shared", simulator: simulator, journal: { _ in })
        store.join("member")
        var chance = simulator.random.branch("clocks")
        var all: [HostAddress: Host] = [:]
        for name in names {
            let clock = NodeClock(
                simulator, offset: .seconds(Int64.random(in: 0...3600, using: &chance)),
                driftPartsPerBillion: Int64.random(in: -50_000...50_000, using: &chance),
                date: .seconds(1_767_225_600))
            all[name] = Host(clock: clock)
        }
        hosts = Confined(simulator, all)
        granted = Confined(simulator, [])
    }

    var grants: [Grant] { granted.read { $0 } }
    var holders: [Grant] { grants.filter(\.isHeld) }

    /// Starts the replica of a host, in a new process.
    func start(_ name: HostAddress) {
        guard let clock = hosts.read({ $0[name]?.clock }) else {
            preconditionFailure("There is no host \(name).")
        }
        let process = SimulatedProcess(name.text, on: simulator, clock: clock)
        hosts.write { $0[name]?.process = process }
        let handle = store.handle(for: process) { [hosts] in
            hosts.read { $0[name]?.isReached ?? false }
        }
        process.spawn { [self] in await takeTurns(name, process, handle) }
    }

    func kill(_ name: HostAddress) { hosts.read { $0[name]?.process }?.kill() }

    func isRunning(_ name: HostAddress) -> Bool {
        hosts.read { $0[name]?.process?.isAlive ?? false }
    }

    /// Cuts a host off from the store, or lets it reach it again.
    func cutOff(_ name: HostAddress) { hosts.write { $0[name]?.isReached = false } }
    func reconnect(_ name: HostAddress) { hosts.write { $0[name]?.isReached = true } }

    func stepDate(of name: HostAddress, by step: Duration) {
        hosts.read { $0[name]?.clock }?.stepDate(by: step)
    }

    /// Lets time pass, looking at each quarter of a second whether two act at the same time.
    ///
    /// - Returns: the moments at which they do, in words.
    func watch(_ duration: Duration) -> [String] {
        let end = simulator.now + duration
        var conflicts: [String] = []
        while simulator.now < end {
            pass(.milliseconds(250))
            let now = holders
            if now.count > 1 {
                conflicts.append(
                    "\(simulator.now): \(now.map(\.host.text).joined(separator: ", "))")
            }
        }
        return conflicts
    }

    func pass(_ duration: Duration) {
        let deadline = simulator.now + duration
        simulator.schedule(at: deadline) {}
        let finding = simulator.run { self.simulator.now >= deadline }
        if let finding { preconditionFailure("\(finding)") }
    }

    private func takeTurns(
        _ name: HostAddress, _ process: SimulatedProcess, _ store: SimulatedStoreHandle
    ) async {
        let clock = ProcessClock(process: process)
        var candidate = Candidate(host: name, store: store, clock: clock)
        repeat {
            guard let lease = try? await candidate.campaign() else { continue }
            let now = simulator.now
            granted.write {
                $0.append(Grant(host: name, lease: lease, process: process, at: now))
            }
            await LeaseKeeper(lease: lease, store: store, clock: clock).run()
        } while (try? await clock.sleep(for: Self.interval)) != nil
    }
}

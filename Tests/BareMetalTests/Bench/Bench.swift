import BareMetal
import Hardware
import Networks
import NodeAgent
import SimulatedDatacenter
import Simulation
import Testing
import World

/// A small world to try conductors in: a real store, real agents, and machines that do as told.
final class Bench: Sendable {
    static let image = ImageReference(name: "image", digest: "0123", size: .gibibytes(2))
    static let otherImage = ImageReference(name: "other", digest: "4567", size: .gibibytes(2))
    static let service: HostAddress = "service"

    let simulator: Simulator
    let store: SimulatedStore
    let machines: [BenchMachine]
    let events: Confined<[any JournalEvent]>
    let commits: Confined<[StoreCommit]>
    let switchboard: Switchboard
    /// The process of the test itself, which outlives all conductors.
    let operatorProcess: SimulatedProcess
    private let lives: Confined<Int>
    /// A datacenter whose controllers stand in for the bench's own, where a test needs what those
    /// do not have.
    let site: Confined<SimulatedDatacenter?>

    init(_ run: SimulatedRun = SimulatedRun(seed: 1, schedule: .shuffle), machines count: Int = 1) {
        let simulator = Simulator(seed: run.seed, schedule: run.schedule)
        let commits = Confined<[StoreCommit]>(simulator, [])
        self.simulator = simulator
        self.commits = commits
        events = Confined(simulator, [])
        switchboard = Switchboard(simulator)
        machines = (1...count).map { BenchMachine($0, simulator) }
        store = SimulatedStore(
            name: "bench", simulator: simulator,
            onCommit: { commit in commits.write { $0.append(commit) } }, journal: { _ in })
        operatorProcess = SimulatedProcess("operator", on: simulator, clock: NodeClock(simulator))
        lives = Confined(simulator, 0)
        site = Confined(simulator, nil)
        store.join("bench")
        for machine in machines {
            machine.onNetworkBoot { [weak self] machine in self?.startAgent(on: machine) }
        }
    }

    var machine: BenchMachine { machines[0] }

    /// Runs `body` to its end in virtual time, then ends the world.
    func run<Value: Sendable>(_ body: @escaping @Sendable () async throws -> Value) throws -> Value
    {
        let result = Confined<Result<Value, any Error>?>(simulator, nil)
        operatorProcess.spawn {
            do {
                let value = try await body()
                result.write { $0 = .success(value) }
            } catch { result.write { $0 = .failure(error) } }
        }
        let finding = simulator.run { result.read { $0 != nil } }
        let value = result.read { $0 }
        simulator.shutDown()
        guard let value else { throw BenchFailure("\(finding.map(\.description) ?? "no result")") }
        return try value.get()
    }

    /// Lets virtual time pass.
    func pause(_ duration: Duration) async throws {
        try await operatorProcess.wait(WaitReason("pauses"), until: simulator.now + duration)
    }

    /// Lets time pass until something holds; fails after `limit`.
    func wait(
        upTo limit: Duration, for what: String, until holds: @Sendable () -> Bool
    ) async throws {
        let end = simulator.now + limit
        while !holds() {
            guard simulator.now < end else { throw BenchFailure("not within \(limit): \(what)") }
            try await pause(.seconds(1))
        }
    }

    var node: Node {
        guard let node = store.snapshot(of: Node.self).first?.document else {
            preconditionFailure("The bench has a node.")
        }
        return node
    }

    /// Counts the worlds that processes were given, so that each draws chance of its own.
    func nextLife() -> Int {
        lives.write {
            $0 += 1
            return $0
        }
    }

    var intents: [Intent] { store.snapshot(of: Intent.self).map(\.document) }

    func node(_ number: Int) -> Node {
        guard
            let node = store.snapshot(of: Node.self).first(where: {
                $0.document.id == "node-\(number)"
            })
        else { preconditionFailure("The bench has node \(number).") }
        return node.document
    }
}

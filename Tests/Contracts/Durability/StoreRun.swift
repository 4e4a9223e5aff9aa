import Hardware
import SimulatedDatacenter
import Simulation
import Testing
import World

/// A simulated store in a world of its own, and what it tells of itself.
final class StoreRun: Sendable {
    let simulator: Simulator
    let store: SimulatedStore
    private let journal: Confined<[String]>

    init(_ run: SimulatedRun, members: [HostAddress], defects: StoreDefects = StoreDefects()) {
        simulator = Simulator(seed: run.seed, schedule: run.schedule)
        let journal = Confined(simulator, [String]())
        self.journal = journal
        store = SimulatedStore(name: "shared", simulator: simulator, defects: defects) { event in
            let details = event.fields.map(\.value).joined(separator: " ")
            journal.write { $0.append("\(event.kind) \(details)") }
        }
        for member in members { store.join(member) }
        wait(.seconds(60))
    }

    /// What the store has told, in words, without the revisions.
    var events: [String] {
        journal.read { $0 }.map { $0.hasPrefix("store.recovered") ? "store.recovered" : $0 }
    }

    func process(_ name: String) -> SimulatedProcess {
        SimulatedProcess(name, on: simulator, clock: NodeClock(simulator))
    }

    /// Lets virtual time pass.
    func wait(_ duration: Duration) {
        let deadline = simulator.now + duration
        simulator.schedule(at: deadline) {}
        let finding = simulator.run { self.simulator.now >= deadline }
        #expect(finding == nil, "\(finding.map(\.description) ?? "")")
    }

    /// A moment drawn from the seed, up to `longest` from now.
    func draw(_ purpose: String, upTo longest: Duration) -> Duration {
        var generator = simulator.random.branch(purpose)
        let (seconds, attoseconds) = longest.components
        let bound = seconds * 1_000_000_000 + attoseconds / 1_000_000_000
        return .nanoseconds(Int64.random(in: 0...bound, using: &generator))
    }

    /// Has a process write notes one after another until its store fails it.
    ///
    /// - Returns: the ids of those whose commit returned.
    func startWriter(
        _ name: String,
        _ durability: Transaction.Durability
    ) -> (process: SimulatedProcess, acknowledged: Confined<[String]>) {
        let process = process(name)
        let acknowledged = Confined(simulator, [String]())
        let handle = store.handle(for: process)
        process.spawn {
            for serial in 0..<100_000 {
                var transaction = Transaction(durability: durability)
                transaction.insert(Note(id: "\(name)-\(serial)"))
                guard await handle.refusal(of: transaction) == nil else { return }
                acknowledged.write { $0.append("\(name)-\(serial)") }
            }
        }
        return (process, acknowledged)
    }

    var ids: Set<String> { Set(store.snapshot(of: Note.self).map(\.document.id)) }
}

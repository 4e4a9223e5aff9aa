import Simulation
import World

/// Keeps what is recorded.
struct BenchJournal: Journal {
    let events: Confined<[any JournalEvent]>

    func record(_ event: some JournalEvent) { events.write { $0.append(event) } }
}

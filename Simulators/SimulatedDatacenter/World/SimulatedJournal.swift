import Simulation
import World

/// The run's journal as one process writes to it. What a dead process records is not seen.
struct SimulatedJournal: Journal {
    let process: SimulatedProcess
    let recorder: EventRecorder

    func record(_ event: some JournalEvent) {
        if process.isAlive { recorder.record(event, from: process.name) }
    }
}

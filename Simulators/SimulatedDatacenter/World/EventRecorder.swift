import Simulation
import World

/// Puts the run's events in one order, into the trace, and before those who watch.
final class EventRecorder: Sendable {
    /// Under which name hardware speaks for itself.
    static let hardware = "datacenter"

    private struct State {
        var lastSequence: Int64 = 0
        var observers: [(JournalEntry) -> Void] = []
        var lookObservers: [(PowerLook) -> Void] = []
    }

    private let simulator: Simulator
    private let state: Confined<State>

    init(_ simulator: Simulator) {
        self.simulator = simulator
        state = Confined(simulator, State())
    }

    func observe(_ observer: @escaping (JournalEntry) -> Void) {
        state.write { $0.observers.append(observer) }
    }

    func observeLooks(_ observer: @escaping (PowerLook) -> Void) {
        state.write { $0.lookObservers.append(observer) }
    }

    /// Shows a look at a machine's power, which no trace holds.
    func show(_ look: PowerLook) {
        for observer in state.read({ $0.lookObservers }) { observer(look) }
    }

    func record(_ event: some JournalEvent, from source: String = hardware) {
        simulator.record("journal", Self.text(of: event, from: source))
        let sequence = state.write {
            $0.lastSequence += 1
            return $0.lastSequence
        }
        let entry = JournalEntry(
            sequence: sequence,
            at: Instant(nanoseconds: simulator.now.nanoseconds),
            source: source,
            event: event
        )
        for observer in state.read({ $0.observers }) { observer(entry) }
    }

    /// Everything by which one event is told from another. The time is folded in anyway.
    private static func text(of event: some JournalEvent, from source: String) -> String {
        var text = source
        text += " "
        text += event.kind
        text += " "
        text += event.subject
        for field in event.fields {
            text += " "
            text += field.name
            text += "="
            text += field.value
        }
        return text
    }
}

import ArgumentParser
import LiveWorld
import Orchestration
import World

/// The stacks of one file, with an engine that works on them while a command waits.
///
/// What is not done when a command ends is done by the next one: the file is the truth.
struct StackDesk {
    /// Between two looks at whether somebody wants the command to end.
    private static let patience: Duration = .milliseconds(200)

    let service: StackService
    private let store: SQLiteStore
    private let clock = LiveClock()
    private let random = SystemRandomSource()

    init(_ store: SQLiteStore) {
        self.store = store
        service = StackService(store, clock: clock, random: random)
    }

    /// Works until a stack is at rest, or waits for what only somebody else can tell it.
    ///
    /// - Parameter tell: hears of each event as it happens.
    /// - Throws: ``ExitStatus/interrupted`` where somebody wants the command to end.
    func settle(
        _ id: String, _ tell: (StackEvent) -> Void = { _ in }
    ) async throws -> StackRecord {
        Signals.watch()
        let engine = StackEngine(
            store, clock: clock, random: random,
            authority: StackAuthority(
                engine: Identifier(drawnFrom: random).text, holds: { !Signals.wantEnd }))
        var told = try await service.events(id).count
        while true {
            let due = try await engine.work()
            let events = try await service.events(id)
            events.dropFirst(told).forEach(tell)
            told = events.count
            let record = try await service.show(id)
            if record.status != .inProgress { return record }
            if Signals.wantEnd { throw ExitStatus.interrupted }
            guard let due else { return record }
            try await clock.sleep(until: min(due, clock.now + Self.patience))
        }
    }

    func close() throws(StoreError) { try store.close() }
}

import Undercloud
import World

/// Lets a scenario's faults come and go at their moments, and knows which did.
final class FaultDirector {
    /// What a fault still waits for.
    private struct Stage {
        /// Events of its kind so far.
        var seen = 0
        /// Whether its moment was set for the last time.
        var isSpent = false
        /// Times its moment was set, or it began, and has not ended since.
        var underWay = 0
    }

    private let faults: [ScenarioFault]
    private let testbed: any Testbed
    private var stages: [Stage]
    /// Faults that wait for something to happen; those with a time of their own may be many.
    private let waiting: [Int]
    private(set) var records: [FaultRecord]
    /// When a fault last began or ended.
    private(set) var lastChange: Instant?
    /// Told of every fault that begins or ends.
    var tell: (ScenarioFault, FaultPhase, [FaultVictim], Instant) -> Void = { _, _, _, _ in }

    init(_ faults: [ScenarioFault], on testbed: any Testbed) {
        self.faults = faults
        self.testbed = testbed
        stages = faults.map { _ in Stage() }
        waiting = faults.indices.filter { if case .at = faults[$0].trigger { false } else { true } }
        records = faults.map { FaultRecord(fault: $0.kind.name, line: $0.line) }
    }

    /// Whether no fault is in force, save those for good, and none has its moment set.
    var isQuiet: Bool { stages.allSatisfy { $0.underWay == 0 } }

    /// Sets the moments of faults that wait for nothing.
    func start() {
        for (index, fault) in faults.enumerated() {
            if case .at(let delay) = fault.trigger {
                stages[index].isSpent = true
                arm(index, at: .epoch + delay, subject: nil)
            }
        }
    }

    func observe(_ entry: JournalEntry) {
        for index in waiting where !stages[index].isSpent { consider(index, entry) }
    }

    /// Notes of every fault that never came why not.
    func finish() {
        for (index, stage) in stages.enumerated() {
            guard records[index].absence == nil, records[index].began == nil else { continue }
            records[index].absence =
                stage.underWay > 0
                ? "the run ended before its moment came"
                : Self.absence(of: faults[index].trigger, seen: stage.seen)
        }
    }

    private func consider(_ index: Int, _ entry: JournalEntry) {
        switch faults[index].trigger {
        case .at: break
        case .phase(let phase, let delay):
            guard let event = entry.event as? FlowEvent, case .phase(phase) = event else { return }
            stages[index].isSpent = true
            arm(index, at: entry.at + delay, subject: nil)
        case .event(let kind, let occurrence, let delay):
            guard entry.event.kind == kind else { return }
            stages[index].seen += 1
            if case .nth(let nth) = occurrence {
                guard stages[index].seen == nth else { return }
                stages[index].isSpent = true
            }
            arm(index, at: entry.at + delay, subject: entry.event.subject)
        }
    }

    private func arm(_ index: Int, at moment: Instant, subject: String?) {
        stages[index].underWay += 1
        testbed.schedule(at: moment) { [weak self] in
            self?.begin(index, subject: subject, attempt: 1)
        }
    }

    private func begin(_ index: Int, subject: String?, attempt: Int) {
        let fault = faults[index]
        let victims = testbed.victims(of: fault, subject: subject)
        guard !victims.isEmpty else { return tryAgain(index, subject: subject, attempt) }
        lastChange = testbed.now
        records[index].began = records[index].began ?? TimeSpan(testbed.now - .epoch)
        records[index].victims += victims.map(\.text)
        tell(fault, .began, victims, testbed.now)
        for victim in victims { testbed.inject(fault, on: victim) }
        guard let duration = fault.duration else { return stages[index].underWay -= 1 }
        testbed.schedule(at: testbed.now + duration) { [weak self] in
            self?.end(index, on: victims)
        }
    }

    private func end(_ index: Int, on victims: [FaultVictim]) {
        for victim in victims { testbed.end(faults[index], on: victim) }
        stages[index].underWay -= 1
        lastChange = testbed.now
        records[index].ended = TimeSpan(testbed.now - .epoch)
        tell(faults[index], .ended, victims, testbed.now)
    }

    private func tryAgain(_ index: Int, subject: String?, _ attempt: Int) {
        guard attempt < RunLimits.victimAttempts else {
            stages[index].underWay -= 1
            records[index].absence = "there was nobody it could befall"
            return
        }
        testbed.schedule(at: testbed.now + RunLimits.victimInterval) { [weak self] in
            self?.begin(index, subject: subject, attempt: attempt + 1)
        }
    }

    private static func absence(of trigger: FaultTrigger, seen: Int) -> String {
        switch trigger {
        case .at: "the run ended before its moment came"
        case .phase(let phase, _): "phase \(phase.rawValue) never began"
        case .event(let kind, .nth(let nth), _): "'\(kind)' happened \(seen) times, not \(nth)"
        case .event(let kind, .each, _): "'\(kind)' never happened"
        }
    }
}

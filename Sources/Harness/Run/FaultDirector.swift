import Undercloud
import World

/// Lets a scenario's faults come and go at their moments, and knows which did.
final class FaultDirector {
    /// Where a fault stands.
    private enum Stage {
        /// What it waits for has not happened.
        case waiting(seen: Int)
        /// Its moment is set.
        case armed
        /// It is in force, and its end is set.
        case inForce
        /// It ended, began for good, or found nobody.
        case over
    }

    private let faults: [ScenarioFault]
    private let testbed: any Testbed
    private var stages: [Stage]
    private(set) var records: [FaultRecord]
    /// When a fault last began or ended.
    private(set) var lastChange: Instant?

    init(_ faults: [ScenarioFault], on testbed: any Testbed) {
        self.faults = faults
        self.testbed = testbed
        stages = faults.map { _ in .waiting(seen: 0) }
        records = faults.map { FaultRecord(fault: $0.kind.name, line: $0.line) }
    }

    /// Whether no fault is in force, save those for good, and none has its moment set.
    var isQuiet: Bool {
        stages.allSatisfy {
            switch $0 {
            case .waiting, .over: true
            case .armed, .inForce: false
            }
        }
    }

    /// Sets the moments of faults that wait for nothing.
    func start() {
        for (index, fault) in faults.enumerated() {
            if case .at(let delay) = fault.trigger {
                arm(index, at: .epoch + delay, subject: nil)
            }
        }
    }

    func observe(_ entry: JournalEntry) {
        for (index, stage) in stages.enumerated() {
            if case .waiting(let seen) = stage { consider(index, entry, seen: seen) }
        }
    }

    /// Notes of every fault that never came why not.
    func finish() {
        for (index, stage) in stages.enumerated() where records[index].absence == nil {
            switch stage {
            case .waiting(let seen):
                records[index].absence = Self.absence(of: faults[index].trigger, seen: seen)
            case .armed: records[index].absence = "the run ended before its moment came"
            case .inForce, .over: break
            }
        }
    }

    private func consider(_ index: Int, _ entry: JournalEntry, seen: Int) {
        switch faults[index].trigger {
        case .at: break
        case .phase(let phase, let delay):
            guard let event = entry.event as? FlowEvent, case .phase(phase) = event else { return }
            arm(index, at: entry.at + delay, subject: nil)
        case .event(let kind, let nth, let delay):
            guard entry.event.kind == kind else { return }
            stages[index] = .waiting(seen: seen + 1)
            guard seen + 1 == nth else { return }
            arm(index, at: entry.at + delay, subject: entry.event.subject)
        }
    }

    private func arm(_ index: Int, at moment: Instant, subject: String?) {
        stages[index] = .armed
        testbed.schedule(at: moment) { [weak self] in
            self?.begin(index, subject: subject, attempt: 1)
        }
    }

    private func begin(_ index: Int, subject: String?, attempt: Int) {
        let fault = faults[index]
        let victims = testbed.victims(of: fault, subject: subject)
        guard !victims.isEmpty else { return tryAgain(index, subject: subject, attempt) }
        lastChange = testbed.now
        records[index].began = testbed.now
        records[index].victims = victims.map(\.text)
        for victim in victims { testbed.inject(fault, on: victim) }
        guard let duration = fault.duration else { return stages[index] = .over }
        stages[index] = .inForce
        testbed.schedule(at: testbed.now + duration) { [weak self] in
            self?.end(index, on: victims)
        }
    }

    private func end(_ index: Int, on victims: [FaultVictim]) {
        for victim in victims { testbed.end(faults[index], on: victim) }
        stages[index] = .over
        lastChange = testbed.now
        records[index].ended = testbed.now
    }

    private func tryAgain(_ index: Int, subject: String?, _ attempt: Int) {
        guard attempt < RunLimits.victimAttempts else {
            stages[index] = .over
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
        case .event(let kind, let nth, _): "'\(kind)' happened \(seen) times, not \(nth)"
        }
    }
}

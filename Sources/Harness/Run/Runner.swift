import Hardware
import Undercloud
import World

/// Runs one scenario with one seed and judges it.
///
/// It lets the scenario's faults come, switches the seed off, shows everything to the checkers,
/// stops at the first violation, and once the faults are over waits for the cloud to be whole.
public final class Runner {
    private let parameters: RunParameters
    private let testbed: any Testbed
    private let surroundings: RunSurroundings
    private let watchers: [any RunWatcher]
    private let director: FaultDirector

    private var checkers: CheckerPanel
    private var liveness: LivenessWatch
    private var record: RunRecord
    private var violations: [Violation] = []
    private var missing: [String] = []
    private var end: RunEnd?
    private var isSeedGoing = false

    /// - Parameter testbed: a fresh world, made from the same parameters.
    public init(
        _ parameters: RunParameters, on testbed: any Testbed, in surroundings: RunSurroundings,
        watchers: [any RunWatcher] = []
    ) {
        self.parameters = parameters
        self.testbed = testbed
        self.surroundings = surroundings
        self.watchers = watchers
        record = RunRecord(parameters.scenario.cloud)
        director = FaultDirector(
            parameters.scenario.faults + testbed.forecast(parameters.scenario.weather), on: testbed)
        checkers = CheckerPanel(
            disks: { [weak testbed] in testbed?.disks(of: $0) ?? [] },
            arrays: { [weak testbed] in testbed?.softwareRAID(of: $0) ?? [] },
            requests: parameters.scenario.faults.compactMap(\.kind.request),
            asks: parameters.scenario.asks)
        liveness = LivenessWatch(parameters.scenario)
    }

    /// Runs to the end, whatever that is, and shuts the world down.
    public func run() -> RunReport {
        let start = surroundings.wall()
        for watcher in watchers { watcher.willStart(replay: parameters.replayCommand) }
        testbed.observe { [weak self] in self?.see($0) }
        testbed.observeLooks { [weak self] in self?.see($0) }
        director.tell = { [weak self] in self?.tell($0, $1, on: $2, at: $3) }
        director.start()
        let finding = testbed.advance { self.isOver() }
        conclude(finding)
        let report = report(wall: surroundings.wall() - start)
        for watcher in watchers { watcher.didEnd() }
        testbed.shutDown()
        return report
    }

    private func see(_ observation: Observation) {
        guard end == nil else { return }
        record.observe(observation)
        // Once for all: at a handover tens of thousands of documents arrive encoded.
        let seen = observation.typed()
        switch seen {
        case .commit(let commit):
            liveness.observe(commit)
            for watcher in watchers { watcher.saw(commit) }
        case .entry(let entry):
            director.observe(entry)
            switchSeedOff(on: entry)
            for watcher in watchers { watcher.saw(entry, progress: { self.progress }) }
        }
        stop(over: checkers.observe(seen))
    }

    private func tell(
        _ fault: ScenarioFault, _ phase: FaultPhase, on victims: [FaultVictim], at time: Instant
    ) {
        record.tell(fault, phase, on: victims, at: time)
        for watcher in watchers { watcher.saw(fault, phase, on: victims, at: time) }
    }

    private func see(_ look: PowerLook) {
        guard end == nil else { return }
        stop(over: checkers.observe(look))
    }

    private func stop(over found: [Violation]) {
        guard !found.isEmpty else { return }
        violations = found
        for violation in found { record.tell(violation) }
        end = .violated
    }

    private func switchSeedOff(on entry: JournalEntry) {
        guard !isSeedGoing, case .afterPivot(let delay) = parameters.scenario.seedShutdown,
            let event = entry.event as? FlowEvent, case .phase(.redundancy) = event
        else { return }
        isSeedGoing = true
        testbed.schedule(at: entry.at + delay) { [weak self, weak testbed] in
            testbed?.switchOffSeed { [weak self, weak testbed] in
                guard let testbed else { return }
                self?.record.tellSeedSwitchedOff(at: testbed.now)
            }
        }
    }

    /// Asked between the world's steps.
    private func isOver() -> Bool {
        if end != nil { return true }
        if surroundings.interruption() == .requested {
            end = .interrupted
            return true
        }
        let state = { self.testbed.state() }
        switch liveness.look(at: testbed.now, faults: director, state: state) {
        case .goOn: break
        case .converged:
            end = .settled
            violations = checkers.finish(at: testbed.now)
        case .unconverged(let shortfall):
            end = .timeUp
            missing = shortfall
        }
        return end != nil
    }

    private func conclude(_ finding: RunFinding?) {
        if let finding, end == nil {
            end = .found(finding)
            missing = Convergence.shortfall(
                of: testbed.state(), expecting: parameters.scenario.expectation)
        }
        director.finish()
        defer { noteBug() }
        guard end == .settled || end == .timeUp else { return }
        missing += director.records.compactMap { record in
            record.absence.map { "fault \(record.fault) of line \(record.line) never came: \($0)" }
        }
    }

    private func noteBug() {
        guard let bug = parameters.scenario.plantedBug, end != .interrupted,
            let objection = Judgement.objection(to: violations, catching: bug, missing: missing)
        else { return }
        missing.insert(objection, at: 0)
    }

    private var progress: RunProgress {
        RunProgress(
            now: testbed.now, phase: record.phase, census: record.stateCounts,
            serversUp: record.story.serversUp, serversPlanned: record.story.serversPlanned)
    }

    private func report(wall: Duration) -> RunReport {
        guard let end else { preconditionFailure("A run that is reported on has ended.") }
        let (scenario, now, trace) = (parameters.scenario, testbed.now, testbed.trace)
        let outcome = Judgement.outcome(
            of: scenario, end: end, violations: violations, missing: missing)
        let verdict = Verdict(
            outcome: outcome, scenario: scenario.name.text, seed: parameters.seed,
            trace: trace.hash, machines: testbed.machineCount, virtual: now - .epoch, wall: wall)
        var findings: [RunFinding] = []
        if case .found(let finding) = end { findings = [finding] }
        return RunReport(
            verdict: verdict, file: scenario.file, schedule: parameters.schedule,
            replay: parameters.replayCommand, trace: trace,
            story: record.story.told, untold: record.story.untold,
            phases: record.timeline(until: now),
            slowest: record.slowest(until: now), nodes: record.stateCounts,
            faults: director.records, violations: violations.map(ReportedViolation.init),
            findings: findings, missing: missing,
            journalTail: violations.isEmpty ? [] : record.journalTail,
            plantedBug: scenario.plantedBug?.name.text,
            caughtBy: scenario.plantedBug?.caughtBy.text, coverage: record.coverage)
    }
}

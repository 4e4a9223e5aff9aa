public import BareMetal
import Hardware
import Undercloud
import World

/// The steps of a node's work are those that were asked for, and end as they were asked to.
///
/// A plan is what the service and the deploy templates of the asked-for traits come to, or just
/// what an operator listed; it stays as it is while the work lasts. A `hold` stops the work until
/// an operator lets it go on. An abort ends it at once, or after the step under way where that may
/// not be broken off. A step that its machine's restarts broke off is begun anew, so often and no
/// oftener; one that failed is not.
public struct StepsAsAsked: Checker {
    public static let name: CheckerName = "steps-as-asked"

    /// Starts of one step (a number of its own, so that the services' cannot slip).
    private static let starts = 3

    private var store = AuthoritativeStore()
    private var expected: ExpectedSteps
    /// Nodes as they were written last; looked up only, as the other.
    private var nodes: [String: Node] = [:]
    /// Where a node's work was last held, by the index of its step.
    private var held: [String: Int] = [:]

    /// Lives of a machine's ramdisk, and the life in which a command's work was begun.
    private var lives: [String: Int] = [:]
    private var starts: [String: Starts] = [:]

    private struct Starts {
        let command: Identifier
        var life: Int?
    }

    /// - Parameter requests: what the scenario's operator asks for.
    public init(requests: [NodeRequest] = []) { expected = ExpectedSteps(requests) }

    public mutating func observe(_ observation: Observation) -> Violation? {
        switch observation {
        case .entry(let entry):
            guard let event = entry.event as? MachineEvent else { return nil }
            return note(event).map { violation(at: entry.at, event.machine.text, $0) }
        case .commit(let commit): return judge(commit)
        }
    }

    private mutating func judge(_ commit: StoreCommit) -> Violation? {
        guard store.includes(commit) else { return nil }
        for cloud in commit.written(Cloud.self) { expected.note(cloud) }
        for template in commit.written(DeployTemplate.self) { expected.note(template) }
        for volume in commit.written(VolumeTarget.self) { expected.note(volume) }
        // A handover writes those of all nodes at once.
        let intents = Dictionary(grouping: commit.written(Intent.self), by: \.node)
        var found: Violation?
        for node in commit.written(Node.self) {
            let old = nodes.updateValue(node, forKey: node.id)
            // Work that a store's memory brings back is judged from its next change on.
            guard let old, commit.cause != .recovery else { continue }
            if let problem = problem(from: old, to: node, intents[node.name] ?? []) {
                found = found ?? violation(at: commit.at, node.id, problem)
            }
            note(node)
        }
        return found
    }

    /// Work that a ramdisk begins in a new life is a new start of its step.
    private mutating func note(_ event: MachineEvent) -> String? {
        let machine = event.machine.text
        switch event {
        case .bootedRamdisk: lives[machine, default: 0] += 1
        case .writeStarted, .erased:
            guard let step = nodes[machine]?.step, step.step?.place == .agent,
                let command = step.command
            else { return nil }
            var seen = starts[machine] ?? Starts(command: command)
            if seen.command != command { seen = Starts(command: command) }
            let life = lives[machine, default: 0]
            defer { starts[machine] = seen }
            guard seen.life != life else { return nil }
            let isAgain = seen.life != nil
            seen.life = life
            guard isAgain else { return nil }
            return "step \(step.index) of its plan was begun anew, and that does not count"
        default: break
        }
        return nil
    }

    private mutating func note(_ node: Node) {
        if node.provisionState.phase == .held, let step = node.step {
            held[node.id] = step.index
        } else if node.step == nil {
            held[node.id] = nil
        }
    }

    private func problem(from old: Node, to node: Node, _ intents: [Intent]) -> String? {
        despair(from: old, to: node)
            ?? release(from: old, to: node, intents)
            ?? abort(from: old, to: node, intents)
            ?? remains(from: old, to: node)
            ?? node.step.flatMap { progress(of: node, from: old, $0) }
    }

    // MARK: Plans and their progress

    /// New work has steps of its own, and work that ended has none.
    private func remains(from old: Node, to node: Node) -> String? {
        if node.step != nil, [.stable, .failed].contains(node.provisionState.phase) {
            return "it is '\(node.provisionState)', and a step of it is under way"
        }
        if node.requestedSteps != nil, node.provisionState != old.provisionState,
            [.stable, .failed].contains(node.provisionState.phase)
        {
            return "it is '\(node.provisionState)', and steps that were asked for are left"
        }
        guard let intent = node.intent, intent.identifier != old.intent?.identifier else {
            return nil
        }
        if node.step != nil { return "'\(intent.verb)' began with the steps of other work" }
        guard node.requestedSteps != nil, intent.verb != .clean, intent.verb != .service else {
            return nil
        }
        return "'\(intent.verb)' began with steps that were asked for other work"
    }

    private func progress(of node: Node, from old: Node, _ progress: StepProgress) -> String? {
        if let step = progress.step, step.place == .agent, progress.hasBegun,
            progress.command == nil
        {
            return "step \(progress.index) of its plan counts as begun, and no agent was told"
        }
        guard let before = old.step else { return expected.objection(to: progress.plan, of: node) }
        guard before != progress else { return nil }
        if before.plan != progress.plan { return "its plan changed while it was carried out" }
        if progress.index < before.index {
            return "it went back from step \(before.index) to step \(progress.index) of its plan"
        }
        if before.isToAbort, progress.index > before.index {
            return "it was to be aborted after step \(before.index), and went on"
        }
        return unheld(node, progress) ?? starts(from: before, to: progress)
    }

    private func unheld(_ node: Node, _ progress: StepProgress) -> String? {
        let last = progress.plan.steps.prefix(progress.index).lastIndex { $0.reserved == .hold }
        guard let last, held[node.id] ?? -1 < last else { return nil }
        return "it went on past a hold, and nobody was asked"
    }

    private func starts(from old: StepProgress, to new: StepProgress) -> String? {
        if new.attempts > Self.starts {
            return "step \(new.index) of its plan was begun \(new.attempts) times"
        }
        guard let command = new.command, command != old.command else { return nil }
        let isAnew = new.index == old.index && old.command != nil
        if isAnew, new.life == old.life {
            return "step \(new.index) of its plan was begun anew in the same life of its ramdisk"
        }
        let due = isAnew ? old.attempts + 1 : 1
        guard new.attempts != due else { return nil }
        return "start \(due) of step \(new.index) of its plan counts as start \(new.attempts)"
    }

    private func despair(from old: Node, to node: Node) -> String? {
        guard node.provisionState.phase == .failed, let step = old.step, node.step == nil,
            step.attempts < Self.starts, node.lastError?.contains("the machine restarted") == true
        else { return nil }
        return "it was given up after \(step.attempts) starts of a step"
    }

    // MARK: What operators say

    private func release(from old: Node, to node: Node, _ intents: [Intent]) -> String? {
        guard old.provisionState.phase == .held, node.provisionState != old.provisionState,
            !intents.contains(where: { $0.outcome != .underWay || $0.verb == .abort }),
            node.intent?.identifier == old.intent?.identifier
        else { return nil }
        return "it went from '\(old.provisionState)' to '\(node.provisionState)', and nobody asked"
    }

    private func abort(from old: Node, to node: Node, _ intents: [Intent]) -> String? {
        if old.step?.isToAbort == true, node.step == nil { return endOfAbort(node) }
        guard intents.contains(where: { $0.verb == .abort && !Self.isFailed($0) }),
            let step = old.step, old.provisionState.phase != .stable,
            old.intent?.verb != .abort, node.reservation != nil, old.reservation == nil
        else { return nil }
        let isUnderWay = step.attempts > 0 && step.step?.isAbortable == false
        let name = step.step?.name.text ?? "the last"
        switch (isUnderWay, node.step) {
        case (true, nil): return "step '\(name)' may not be broken off, and was"
        case (true, let now?) where !now.isToAbort: return "an abort was taken on and forgotten"
        case (false, _?): return "step '\(name)' may be broken off, and was not"
        default: return nil
        }
    }

    private static func isFailed(_ intent: Intent) -> Bool {
        if case .failed = intent.outcome { true } else { false }
    }

    /// A node in use is in use again; any other has failed. Either says why.
    private func endOfAbort(_ node: Node) -> String? {
        let hasEnded = node.provisionState.phase == .failed || node.provisionState == .active
        if !hasEnded, [.available, .manageable, .rescue].contains(node.provisionState) {
            return "it was to be aborted, and became '\(node.provisionState)'"
        }
        guard hasEnded, let reason = node.lastError, !reason.isEmpty else {
            return hasEnded ? "it was aborted, and nothing says so" : nil
        }
        // Where its controller fails, that is what the error speaks of.
        guard node.provisionState.phase == .failed, node.powerState == .on,
            reason.hasPrefix("it was aborted by request")
        else { return nil }
        return "it was aborted, and its machine was left on"
    }
}

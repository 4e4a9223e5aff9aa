import BareMetal
import Hardware
import Undercloud
import World

/// The steps of a node's work are taken in the order of their plan: none is left out, and a step
/// that only the conductor can repeat is taken once.
///
/// A plan that the service made goes by priority, downwards, and has no step of priority 0. What a
/// ramdisk is told to do it may be told again, as long as it was the last thing. Where a node's
/// work is done, all of its plan was. Where a step switches the machine off, it is off before the
/// next one begins, unless it may not be, and where it restarts the machine, it was off in between,
/// and once. A step that waits is waited for, and a ramdisk's step is begun only where one runs. A
/// machine that starts while its node waits for a ramdisk's work starts the ramdisk, and not what
/// lies on its disk.
public struct OrderedSteps: Checker {
    public static let name: CheckerName = "ordered-steps"

    /// One piece of work on a node.
    private struct Work {
        var state: ProvisionState
        /// The steps that were begun, in this order; a plan is short.
        var begun: [StepName] = []
        /// Where the record says that the work is; nil before it does.
        var progress: StepProgress?
        /// What an operator listed, which is known before it is begun.
        var asked: [RequestedStep] = []
        var offSwitch = OffSwitch.usable

        init(_ node: Node) {
            state = node.provisionState
            asked = node.requestedSteps ?? []
            offSwitch = node.offSwitch
        }
    }

    private var store = AuthoritativeStore()
    /// Looked up only, by node.
    private var works: [String: Work] = [:]
    /// Machines that are on, and those that have been off since their step began.
    private var powered: Set<String> = []
    private var restarted: Set<String> = []
    /// Machines that run a ramdisk.
    private var ramdisks: Set<String> = []
    /// How often a machine came on since its step began, and when that was.
    private var starts: [String: Int] = [:]
    private var stepBegan: [String: Instant] = [:]
    private var faults = FaultsInForce()
    private var upheavals = Upheavals(.count)
    /// Whoever leads answers starting machines. When it last showed a sign of life, and when it had
    /// shown none for a while.
    private var lastBeat = Instant.epoch
    private var lastGap = Instant.epoch

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        switch observation {
        case .commit(let commit): return store.includes(commit) ? judge(commit) : nil
        case .entry(let entry):
            faults.note(entry)
            if let event = entry.event as? MachineEvent {
                note(event)
                return stray(event, at: entry.at)
            }
            guard case .step(let node, let step)? = entry.event as? BareMetalEvent else {
                return nil
            }
            let problem =
                restart(of: node.text) ?? haste(of: node.text, at: entry.at)
                ?? (isInVain(step, on: node.text)
                    ? "step '\(step)' was begun, and no ramdisk runs there" : nil)
            works[node.text]?.begun.append(step)
            (starts[node.text], stepBegan[node.text]) = (nil, entry.at)
            return problem.map { violation(at: entry.at, node.text, $0) }
        }
    }

    // MARK: Power

    /// Steps by which the machine comes on once at most.
    private static let startsOnce: [StepName] = [
        "deploy", "reboot", "power_on", "power_off", "tear_down_agent", "boot_instance",
        "prepare_instance_boot", "switch_to_tenant_network",
    ]

    private mutating func note(_ event: MachineEvent) {
        switch event {
        case .power(let machine, let state):
            ramdisks.remove(machine.text)
            note(state, of: machine.text)
        case .bootedRamdisk(let machine, _, _): ramdisks.insert(machine.text)
        case .bootedDisk(let machine, _, _, _): ramdisks.remove(machine.text)
        default: break
        }
    }

    private mutating func note(_ state: PowerState, of machine: String) {
        if state == .on {
            powered.insert(machine)
            starts[machine, default: 0] += 1
        } else {
            powered.remove(machine)
            restarted.insert(machine)
        }
    }

    /// What the step before this one did not do to the machine. A controller in trouble may have
    /// said otherwise than is so.
    private mutating func restart(of node: String) -> String? {
        let (isOn, wasOff) = (powered.contains(node), restarted.contains(node))
        if isOn { restarted.remove(node) }
        guard let last = works[node]?.begun.last, let quiet = faults.quietSince(node) else {
            return nil
        }
        if starts[node, default: 0] > 1, Self.startsOnce.contains(last),
            let began = stepBegan[node], quiet < began
        {
            return "its machine came on \(starts[node, default: 0]) times in step '\(last)'"
        }
        switch last {
        case "tear_down_agent" where works[node]?.offSwitch == .disabled: return nil
        case "power_off", "tear_down_agent":
            return isOn ? "it went on past step '\(last)', and its machine is on" : nil
        case "reboot":
            return wasOff ? nil : "it went on past step '\(last)', and its machine was never off"
        case "power_on":
            return isOn ? nil : "it went on past step '\(last)', and its machine is off"
        default: return nil
        }
    }

    /// Longest that a step which waits for some time may (`max_conductor_wait_step_seconds`).
    private static let longestWait = 30

    /// A step that waits for so many seconds that was not waited for, by clocks a tenth apart.
    private func haste(of node: String, at now: Instant) -> String? {
        guard works[node]?.begun.last == "wait", let began = stepBegan[node] else { return nil }
        let planned = works[node]?.progress?.plan.steps.map { ($0.name, $0.arguments) }
        let asked = works[node]?.asked.map { ($0.id.name, $0.arguments) }
        let waits = (planned ?? asked ?? []).compactMap { name, arguments in
            name == "wait" ? Self.seconds(in: arguments) : nil
        }
        guard let least = waits.min() else { return nil }
        let limit = Duration.seconds(min(least, Self.longestWait)) * 9 / 10
        guard now - began < limit else { return nil }
        return "it was to wait for \(least) s, and went on after \((now - began).shortText)"
    }

    private static func seconds(in arguments: [String: JSONValue]) -> Int? {
        let value = arguments["seconds"]
        return value?.integer ?? value?.text.flatMap { Int($0) }
    }

    /// A step that is its ramdisk's, and that no ramdisk is there for.
    private func isInVain(_ step: StepName, on node: String) -> Bool {
        guard !ramdisks.contains(node), faults.quietSince(node) != nil,
            let plan = works[node]?.progress?.plan
        else { return false }
        return plan.steps.contains { $0.name == step && $0.place == .agent }
    }

    // MARK: Starts

    /// How long something that went wrong still explains where a machine starts from, and how long
    /// a leader may be silent that answers starting machines.
    private static let calm: Duration = .seconds(600)
    private static let silence: Duration = .seconds(12)

    /// A machine that starts what lies on its disk where its ramdisk is to come back.
    private func stray(_ event: MachineEvent, at now: Instant) -> Violation? {
        guard case .bootedDisk(let machine, _, _, _) = event, let work = works[machine.text],
            [.waiting, .held].contains(work.state.phase), expectsRamdisk(work),
            let quiet = faults.quietSince(machine.text), now - lastBeat < Self.silence,
            now - max(quiet, upheavals.last, lastGap) > Self.calm
        else { return nil }
        return violation(
            at: now, machine.text,
            "it is '\(work.state)' for its ramdisk's work, and its machine starts from its disk")
    }

    private func expectsRamdisk(_ work: Work) -> Bool {
        guard let plan = work.progress?.plan else { return false }
        guard plan.kind == .deploy else { return plan.usesRamdisk }
        return work.begun.contains("deploy") && !work.begun.contains("tear_down_agent")
    }

    private mutating func note(_ commit: StoreCommit) {
        upheavals.note(commit)
        guard commit.touches(LeaseBeat.kind) else { return }
        if commit.at - lastBeat > Self.silence { lastGap = commit.at }
        lastBeat = commit.at
    }

    // MARK: Records

    private mutating func judge(_ commit: StoreCommit) -> Violation? {
        note(commit)
        // What a store forgot, its journal did not: only work that begins later can be followed.
        if commit.cause == .recovery { works.removeAll() }
        var found: Violation?
        for node in commit.written(Node.self) {
            guard let problem = follow(node) else { continue }
            found = found ?? violation(at: commit.at, node.id, problem)
        }
        return found
    }

    private mutating func follow(_ node: Node) -> String? {
        guard var work = works[node.id] else {
            // Work that is seen from its middle on is none to judge.
            if node.step == nil { works[node.id] = Work(node) }
            return nil
        }
        let last = work.progress
        guard node.step == nil, node.provisionState != work.state else {
            guard node.step != last || node.provisionState != work.state else { return nil }
            work.state = node.provisionState
            work.progress = node.step ?? last
            works[node.id] = work
            return node.step.flatMap { Self.problem(work.begun, on: $0) }
        }
        works[node.id] = Work(node)
        guard let last, !last.isToAbort, Self.isSuccess(node.provisionState) else { return nil }
        return Self.problem(work.begun, with: last.plan, upTo: last.plan.steps.count)
    }

    /// Where work with steps leads that went well.
    private static func isSuccess(_ state: ProvisionState) -> Bool {
        [.available, .manageable, .active, .rescue].contains(state)
    }

    private static func problem(_ begun: [StepName], on progress: StepProgress) -> String? {
        disorder(in: progress.plan)
            ?? problem(begun, with: progress.plan, upTo: progress.index)
    }

    private static func disorder(in plan: StepPlan) -> String? {
        guard plan.origin == .service else { return nil }
        for (step, next) in zip(plan.steps, plan.steps.dropFirst())
        where step.priority < next.priority {
            return "its plan takes \(step.id) before \(next.id), which has the higher priority"
        }
        return plan.steps.first { $0.priority <= 0 }.map {
            "its plan takes \($0.id), which is switched off"
        }
    }

    /// - Parameter count: how many of the plan's steps are done; the next may have begun.
    private static func problem(
        _ begun: [StepName], with plan: StepPlan, upTo count: Int
    ) -> String? {
        var next = 0
        for name in begun {
            if next > 0, plan.steps[next - 1].place == .agent, plan.steps[next - 1].name == name,
                next == plan.steps.count || plan.steps[next].name != name
            {
                continue
            }
            guard next < plan.steps.count, plan.steps[next].name == name else {
                let expected = next < plan.steps.count ? plan.steps[next].name.text : "nothing"
                return "step '\(name)' was begun where \(expected) comes next in its plan"
            }
            next += 1
        }
        guard next < count else { return nil }
        return "it went on past step '\(plan.steps[next].name)', which was never begun"
    }
}

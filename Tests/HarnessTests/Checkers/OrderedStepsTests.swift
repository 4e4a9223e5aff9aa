import BareMetal
import Foundation
import Hardware
import Testing
import World

@testable import Harness

@Suite("The checker ordered-steps")
struct OrderedStepsTests {
    private static let boot = Step(StepID(.deploy, "deploy"), priority: 100, at: .conductor)
    private static let write = Step(StepID(.deploy, "write_image"), priority: 80, at: .agent)
    private static let start = Step(StepID(.deploy, "boot_instance"), priority: 20, at: .conductor)
    private static let plan = StepPlan([boot, write, start], for: .deploy)

    private static func node(_ state: ProvisionState, _ progress: StepProgress? = nil) -> Node {
        var node = Sample.node(
            "node-1", state, intent: state == .active ? nil : Sample.intent("1"))
        node.step = progress
        return node
    }

    /// As far as the step of this index, which has not begun.
    private static func progress(_ index: Int, of plan: StepPlan = plan) -> StepProgress {
        var progress = StepProgress(plan)
        for _ in 0..<index { progress.advance() }
        return progress
    }

    private static func boot(_ store: StoreScript) -> Observation {
        store.tell(MachineEvent.bootedRamdisk("node-1", kernel: "k", ramdisk: "r"))
    }

    /// A deployment that begins these steps before it waits for its ramdisk, and those after it.
    private func deploying(
        _ first: [StepName], then rest: [StepName], waitingAt waiting: StepProgress = progress(1),
        to end: ProvisionState = .active, cause: StoreCommit.Cause = .transaction(.durable)
    ) -> Violation? {
        var (checker, store) = (OrderedSteps(), StoreScript())
        func begin(_ steps: [StepName]) -> [Observation] {
            steps.map { store.tell(BareMetalEvent.step("node-1", $0)) }
        }
        var seen = [
            store.commit(Self.node(.available)), store.commit(Self.node(.deploying)),
            Self.boot(store),
        ]
        seen += begin(first)
        seen.append(store.commit(Self.node(.deployWait, waiting), cause: cause))
        seen += begin(rest)
        seen.append(store.commit(Self.node(end)))
        return checker.show(seen)
    }

    @Test("has nothing against a plan that is taken in its order, with a ramdisk told twice")
    func inOrder() {
        #expect(deploying(["deploy"], then: ["write_image", "boot_instance"]) == nil)
        #expect(
            deploying(["deploy"], then: ["write_image", "write_image", "boot_instance"]) == nil)
    }

    /// A step that restarts the machine, which comes on so often in it.
    private func restarted(_ times: Int, after fault: MachineEvent? = nil) -> Violation? {
        var (checker, store) = (OrderedSteps(), StoreScript())
        var seen = [store.commit(Self.node(.available)), store.commit(Self.node(.deploying))]
        store.wait(.seconds(60))
        seen.append(store.tell(BareMetalEvent.step("node-1", "reboot")))
        store.wait(.seconds(60))
        if let fault { seen.append(store.tell(fault)) }
        for _ in 0..<times {
            seen.append(store.tell(MachineEvent.power("node-1", .off)))
            seen.append(store.tell(MachineEvent.power("node-1", .on)))
        }
        seen.append(store.tell(BareMetalEvent.step("node-1", "write_image")))
        return checker.show(seen)
    }

    @Test("sees a machine that one step restarts twice")
    func twice() {
        #expect(restarted(1) == nil)
        #expect(restarted(2)?.message == "its machine came on 2 times in step 'reboot'")
        #expect(restarted(2, after: .fault("node-1", .powerLoss, .ended)) == nil)
    }

    @Test("sees a step that is left out, wherever it is")
    func leftOut() {
        let missing = deploying([], then: ["write_image", "boot_instance"])
        #expect(missing?.message == "it went on past step 'deploy', which was never begun")
        #expect(deploying(["deploy"], then: ["boot_instance"])?.subject == "node-1")
        #expect(deploying(["deploy"], then: ["write_image"]) != nil)
    }

    @Test("sees a conductor's step taken twice, and steps in another order")
    func disordered() {
        #expect(
            deploying(["deploy", "deploy"], then: ["write_image", "boot_instance"])?.message
                == "step 'deploy' was begun where write_image comes next in its plan")
        #expect(
            deploying(["deploy"], then: ["boot_instance", "write_image"])?.message
                == "step 'boot_instance' was begun where write_image comes next in its plan")
    }

    /// A plan as the service would record it that does not keep its own rules.
    private static func recorded(_ steps: [Step]) throws -> StepPlan {
        let asked = try JSONEncoder().encode(StepPlan(requested: steps, for: .deploy))
        let text = String(decoding: asked, as: UTF8.self)
            .replacing(#""origin":"request""#, with: #""origin":"service""#)
        return try JSONDecoder().decode(StepPlan.self, from: Data(text.utf8))
    }

    @Test("sees a plan of the service that does not go by priority, or has what is switched off")
    func badPlan() throws {
        let upside = Self.progress(1, of: try Self.recorded([Self.write, Self.boot, Self.start]))
        #expect(
            deploying(["write_image"], then: [], waitingAt: upside, to: .deployFailed)?.message
                == "its plan takes deploy.write_image before deploy.deploy, which has the higher "
                + "priority")
        let idle = Step(Self.start.id, priority: 0, at: .conductor)
        let switchedOff = Self.progress(1, of: try Self.recorded([Self.write, idle]))
        #expect(
            deploying(["write_image"], then: [], waitingAt: switchedOff, to: .deployFailed)?
                .message == "its plan takes deploy.boot_instance, which is switched off")
    }

    @Test("asks a plan that an operator ordered for no other order")
    func requested() {
        let plan = StepPlan(requested: [Self.write, Self.boot], for: .deploy)
        #expect(
            deploying(["write_image"], then: ["deploy"], waitingAt: Self.progress(1, of: plan))
                == nil)
    }

    @Test("asks nothing of work that failed, and follows none that a store has forgotten")
    func excused() {
        #expect(deploying(["deploy"], then: ["write_image"], to: .deployFailed) == nil)
        #expect(deploying(["deploy"], then: ["write_image"], cause: .recovery) == nil)
    }

    /// Service that takes a step of power and then another step.
    private func servicing(
        _ step: StepName, from start: PowerState, _ events: [any JournalEvent]
    ) -> Violation? {
        let names: [StepName] = [step, "factory_reset"]
        let steps = names.map { Step(StepID(.power, $0), priority: 0, at: .conductor) }
        let progress = Self.progress(0, of: StepPlan(requested: steps, for: .service))
        var (checker, store) = (OrderedSteps(), StoreScript())
        return checker.show(
            [
                store.tell(MachineEvent.power("node-1", start)), store.commit(Self.node(.active)),
                store.commit(Self.node(.servicing)),
                store.commit(Self.node(.servicing, progress)),
                store.tell(BareMetalEvent.step("node-1", step)),
            ] + events.map { store.tell($0) }
                + [store.tell(BareMetalEvent.step("node-1", "factory_reset"))])
    }

    @Test("sees a step that was to switch its machine and did not")
    func unswitched() {
        let off = MachineEvent.power("node-1", .off)
        let on = MachineEvent.power("node-1", .on)
        #expect(servicing("power_off", from: .on, [off]) == nil)
        #expect(servicing("power_off", from: .on, [])?.subject == "node-1")
        #expect(servicing("power_on", from: .off, [on]) == nil)
        #expect(servicing("power_on", from: .off, []) != nil)
        #expect(servicing("reboot", from: .on, [off, on]) == nil)
        #expect(servicing("reboot", from: .off, [on]) == nil)
        #expect(servicing("reboot", from: .on, []) != nil)
    }

    @Test("has nothing against a step whose machine's controller was in trouble")
    func controllersInTrouble() {
        let fault = MachineEvent.fault("node-1", .bmcSilent, .began)
        #expect(servicing("power_off", from: .on, [fault]) == nil)
    }

    @Test("sees a step that waits for some seconds and was not waited for", arguments: [5, 20])
    func waited(_ seconds: Int) {
        let wait = Step(
            StepID(.deploy, "wait"), priority: 90, at: .conductor,
            arguments: ["seconds": .integer(20)])
        let progress = Self.progress(0, of: StepPlan([wait, Self.write], for: .deploy))
        var (checker, store) = (OrderedSteps(), StoreScript())
        var seen = [
            store.commit(Self.node(.available)), store.commit(Self.node(.deploying)),
            Self.boot(store), store.tell(BareMetalEvent.step("node-1", "wait")),
            store.commit(Self.node(.deployWait, progress)),
        ]
        store.wait(.seconds(seconds))
        seen.append(store.tell(BareMetalEvent.step("node-1", "write_image")))
        #expect((checker.show(seen) != nil) == (seconds < 20))
    }

    @Test("sees a ramdisk's step that is begun where no ramdisk runs", arguments: [true, false])
    func inVain(_ runs: Bool) {
        var (checker, store) = (OrderedSteps(), StoreScript())
        var seen = [
            store.commit(Self.node(.available)), store.commit(Self.node(.deploying)),
            store.tell(BareMetalEvent.step("node-1", "deploy")),
            store.commit(Self.node(.deployWait, Self.progress(1))),
        ]
        if runs { seen.append(Self.boot(store)) }
        seen.append(store.tell(BareMetalEvent.step("node-1", "write_image")))
        #expect((checker.show(seen) == nil) == runs)
    }
}

import BareMetal
import Hardware
import Testing
import World

@testable import Harness

@Suite("The checker steps-as-asked")
struct StepsAsAskedTests {
    private static let reset = RequestedStep(.bios, "factory_reset")
    private static let hold = RequestedStep(.power, "hold")

    private static func plan(_ steps: [RequestedStep]) -> StepPlan {
        StepPlan(
            requested: steps.map {
                Step($0.id, priority: 0, at: .conductor, ramdisk: .notRequired)
            },
            for: .service)
    }

    private static func core(_ changed: [Step] = []) -> StepPlan {
        let names: [(StepName, Int)] = [
            ("deploy", 100), ("write_image", 80), ("prepare_instance_boot", 60),
            ("tear_down_agent", 40), ("switch_to_tenant_network", 30), ("boot_instance", 20),
        ]
        let steps = names.map {
            Step(
                StepID(.deploy, $0.0), priority: $0.1,
                at: $0.0 == "write_image" ? .agent : .conductor)
        }
        return StepPlan(steps + changed, for: .deploy)
    }

    private static func progress(
        _ plan: StepPlan, _ index: Int = 0, attempts: Int = 0,
        _ change: (inout StepProgress) -> Void = { _ in }
    ) -> StepProgress {
        var progress = StepProgress(plan)
        for _ in 0..<index { progress.advance() }
        progress.attempts = attempts
        change(&progress)
        return progress
    }

    /// A ramdisk that writes, is started anew, and writes again, for one command or two.
    private func written(as first: String, then second: String) -> Violation? {
        var (checker, store) = (StepsAsAsked(), StoreScript())
        func waiting(_ command: String, _ attempts: Int) -> Node {
            Self.node(
                .deployWait,
                Self.progress(Self.core(), 1, attempts: attempts) {
                    $0.command = Identifier(text: command)
                    $0.life = Identifier(text: "life \(attempts)")
                })
        }
        let boot = MachineEvent.bootedRamdisk("node-1", kernel: "k", ramdisk: "r")
        let write = MachineEvent.writeStarted("node-1", disk: "a", serial: "S", image: "d00d")
        var seen = [store.commit(Self.node(.available)), store.tell(boot)]
        seen += [store.commit(waiting(first, 1)), store.tell(write), store.tell(write)]
        seen.append(store.tell(boot))
        if second != first { seen.append(store.commit(waiting(second, 2))) }
        seen.append(store.tell(write))
        return checker.show(seen)
    }

    @Test("sees a step that is begun anew by another life of the ramdisk, and does not count")
    func uncounted() {
        #expect(written(as: "1", then: "2") == nil)
        #expect(
            written(as: "1", then: "1")?.message
                == "step 1 of its plan was begun anew, and that does not count")
    }

    private static func node(
        _ state: ProvisionState, _ step: StepProgress? = nil, traits: [Hardware.Trait] = [],
        error: String? = nil, lockedBy lock: Reservation? = nil
    ) -> Node {
        let instance = Instance(
            id: Identifier(text: "i"), owner: "compute-0", image: Sample.image, traits: traits)
        var node = Sample.node(
            "node-1", state, lockedBy: lock, instance: instance,
            intent: Sample.intent("1", .service))
        node.step = step
        node.lastError = error
        return node
    }

    private var checker = StepsAsAsked(requests: [.service([reset]), .service([hold, reset])])
    private var store = StoreScript()

    private mutating func show(_ nodes: Node...) -> Violation? {
        checker.show(nodes.map { store.commit($0) })
    }

    @Test("has nothing against the service's own deployment, nor against an operator's list")
    mutating func rightful() {
        #expect(
            show(Self.node(.deploying), Self.node(.deployWait, Self.progress(Self.core()))) == nil)
        #expect(show(Self.node(.active)) == nil)
        let list = Self.progress(Self.plan([Self.reset]))
        #expect(show(Self.node(.servicing), Self.node(.serviceWait, list)) == nil)
    }

    @Test("sees a deployment with a step more, a step less, or another order")
    mutating func deployments() {
        let erase = Step(StepID(.deploy, "erase_devices_metadata"), priority: 99, at: .agent)
        let wrong = [
            Self.core([erase]), StepPlan(Array(Self.core().steps.dropLast()), for: .deploy),
            StepPlan([], for: .deploy),
        ]
        for plan in wrong {
            #expect(
                show(Self.node(.deploying), Self.node(.deployWait, Self.progress(plan)))?.subject
                    == "node-1")
            _ = show(Self.node(.active))
        }
    }

    @Test("takes a deploy template's steps where its trait was asked for, higher interfaces first")
    mutating func templates() throws {
        let steps = [
            RequestedStep(.bios, "factory_reset", priority: 60),
            RequestedStep(.power, "reboot", priority: 60),
        ]
        let template = try DeployTemplate(
            name: "CUSTOM_GOLD", uuid: Identifier(text: "t"), steps: steps)
        _ = checker.observe(store.commit(template))
        func plan(_ ids: [RequestedStep]) -> StepPlan {
            Self.core(
                ids.map {
                    Step($0.id, priority: 60, at: .conductor, ramdisk: .notRequired)
                })
        }
        let asked = Self.node(.deploying, traits: ["CUSTOM_GOLD"])
        let whole = Self.progress(plan(steps))
        #expect(show(asked, Self.node(.deployWait, whole, traits: ["CUSTOM_GOLD"])) == nil)
        _ = show(Self.node(.active))
        let lost = Self.progress(plan([steps[0]]))
        #expect(show(asked, Self.node(.deployWait, lost, traits: ["CUSTOM_GOLD"])) != nil)
        _ = show(Self.node(.active))
        let unasked = Self.node(.deployWait, whole)
        #expect(show(Self.node(.deploying), unasked) != nil)
    }

    @Test("sees steps that no operator listed so")
    mutating func unlisted() {
        let turned = Self.progress(Self.plan([Self.reset, Self.hold]))
        #expect(show(Self.node(.servicing), Self.node(.serviceWait, turned)) != nil)
    }

    @Test("sees work that goes on past a hold, and a hold that ends by itself")
    mutating func holds() {
        let plan = Self.plan([Self.hold, Self.reset])
        let (first, second) = (Self.progress(plan, attempts: 1), Self.progress(plan, 1))
        let (held, later) = (Self.node(.serviceHold, first), Self.node(.serviceWait, second))
        #expect(show(Self.node(.servicing, first), later)?.subject == "node-1")
        _ = show(Self.node(.active))
        #expect(show(Self.node(.servicing), held, Self.node(.serviceWait, first)) != nil)
        _ = show(Self.node(.active))
        let seen = [
            store.commit(Self.node(.servicing)), store.commit(held),
            store.commit(
                Self.node(.serviceWait, first), Sample.intent("2", .unhold, .done)),
            store.commit(later),
        ]
        #expect(checker.show(seen) == nil)
    }

    @Test("sees a step that is begun too often, or not counted")
    mutating func starts() {
        func start(_ attempts: Int, _ command: String, in life: String? = nil) -> Node {
            Self.node(
                .deployWait,
                Self.progress(Self.core(), 1, attempts: attempts) {
                    $0.command = Identifier(text: command)
                    $0.life = Identifier(text: life ?? command)
                })
        }
        #expect(show(Self.node(.deploying), start(1, "a"), start(2, "b"), start(3, "c")) == nil)
        #expect(show(start(4, "d")) != nil)
        _ = show(Self.node(.active))
        #expect(show(Self.node(.deploying), start(1, "a"), start(1, "b")) != nil)
        _ = show(Self.node(.active))
        let again = show(Self.node(.deploying), start(1, "a"), start(2, "b", in: "a"))
        #expect(
            again?.message == "step 1 of its plan was begun anew in the same life of its ramdisk")
        _ = show(Self.node(.active))
        _ = show(Self.node(.active))
        #expect(show(Self.node(.deploying), Self.node(.deployWait), start(1, "a")) == nil)
        let next = Self.progress(Self.core(), 1, attempts: 1)
        #expect(show(Self.node(.active), Self.node(.deployWait, next), start(2, "b")) != nil)
        _ = show(Self.node(.active))
        let given = Self.node(.deployFailed, error: "the machine restarted 1 times during it")
        #expect(show(Self.node(.deploying), start(1, "a"), given) != nil)
    }

    @Test("sees an abort that breaks off what may not be, or that is forgotten")
    mutating func aborts() {
        let under = Self.progress(Self.core(), 1, attempts: 1) {
            $0.command = Identifier(text: "a")
        }
        let lock = Sample.lock("x#1")
        func abort(to node: Node) -> Violation? {
            let seen = [
                store.commit(Self.node(.deploying)), store.commit(Self.node(.deployWait, under)),
                store.commit(node, Sample.intent("2", .abort, .done)),
            ]
            let found = checker.show(seen)
            _ = checker.observe(store.commit(Self.node(.active)))
            return found
        }
        var deferred = under
        deferred.isToAbort = true
        #expect(abort(to: Self.node(.deployWait, deferred, error: "x", lockedBy: lock)) == nil)
        #expect(abort(to: Self.node(.deployWait, under, lockedBy: lock)) != nil)
        #expect(abort(to: Self.node(.deployFailed, lockedBy: lock)) != nil)
        let on = Self.progress(Self.core(), 2, attempts: 1) { $0.isToAbort = true }
        #expect(
            show(
                Self.node(.deploying), Self.node(.deployWait, under),
                Self.node(.deployWait, deferred), Self.node(.deploying, on)) != nil)
    }

    @Test("sees a step that counts as begun before any agent was told of it")
    mutating func untold() {
        let next = Self.progress(Self.core(), 1)
        #expect(show(Self.node(.deploying), Self.node(.deployWait, next)) == nil)
        _ = show(Self.node(.active))
        let begun = Self.progress(Self.core(), 1, attempts: 1)
        #expect(show(Self.node(.deploying), Self.node(.deployWait, begun))?.subject == "node-1")
    }

    @Test("sees steps that outlive their work, or that are taken over by other work")
    mutating func remains() {
        let waiting = Self.node(.deployWait, Self.progress(Self.core()))
        #expect(show(Self.node(.deploying), waiting) == nil)
        #expect(show(Self.node(.deployHold, Self.progress(Self.core(), attempts: 1))) == nil)
        #expect(show(Self.node(.deployFailed, Self.progress(Self.core()))) != nil)
        var next = waiting
        next.intent = Sample.intent("2", .undeploy)
        #expect(show(Self.node(.deploying), waiting, next) != nil)
        next.step = nil
        #expect(show(Self.node(.deployWait), next) == nil)
        next.requestedSteps = [Self.reset]
        #expect(show(Self.node(.deployWait), next) != nil)
    }

    @Test("sees a list of steps that an operator gave and the service put aside")
    mutating func putAside() {
        var node = Self.node(.cleaning)
        node.intent = Sample.intent("2", .clean)
        var waiting = node
        waiting.provisionState = .cleanWait
        let erase = Step(StepID(.deploy, "erase_devices_metadata"), priority: 99, at: .agent)
        waiting.step = Self.progress(StepPlan([erase], for: .clean))
        #expect(show(node, waiting) != nil)
        _ = show(Self.node(.active))
        node.intent = Sample.intent("3", .provide)
        waiting.intent = node.intent
        #expect(show(node, waiting) == nil)
    }

    @Test("sees a machine that an abort leaves on")
    mutating func leftOn() {
        let under = Self.progress(Self.core(), 1) { $0.isToAbort = true }
        var failed = Self.node(.deployFailed, error: "it was aborted by request")
        #expect(show(Self.node(.deploying), Self.node(.deploying, under), failed) == nil)
        failed.powerState = .on
        #expect(show(Self.node(.deploying), Self.node(.deploying, under), failed) != nil)
        failed.lastError = "its controller does not answer"
        #expect(show(Self.node(.deploying), Self.node(.deploying, under), failed) == nil)
    }
}

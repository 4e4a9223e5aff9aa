import BareMetal
import Hardware
import Testing
import World

@Suite("Planning steps")
struct StepPlannerTests {
    private static let firmware = StepID(.power, "update_firmware")
    private static let build = StepID(.deploy, "build_raid")

    private static func planner(_ change: (inout StepOptions) -> Void = { _ in }) -> StepPlanner {
        var catalogue = StepCatalogue.standard
        for kind in [StepKind.clean, .deploy, .service] {
            catalogue.offer(
                StepDefinition(
                    firmware, priority: 10, at: .conductor, ramdisk: .notRequired), for: kind)
            catalogue.offer(
                StepDefinition(
                    build, priority: 0, at: .agent, abort: .atOnce,
                    taking: [
                        StepArgument("arg1", .required, "desc"), StepArgument("arg2", .optional),
                    ]),
                for: kind)
        }
        var options = StepOptions()
        change(&options)
        return StepPlanner(catalogue, options)
    }

    private static func refusal(_ body: () throws -> StepPlan) -> [StepRefusal.Problem] {
        do {
            _ = try body()
            return []
        } catch { return (error as? StepRefusal)?.problems ?? [] }
    }

    @Test("automated cleaning erases metadata at 99, and whole disks only where priorities say so")
    func automated() {
        #expect(
            Self.planner().automatedCleaning.steps.map(\.id) == [
                .eraseDevicesMetadata, Self.firmware,
            ])
        let whole = Self.planner { $0.cleanPriorities = [:] }.automatedCleaning
        #expect(whole.steps.map(\.priority) == [99, 10, 10])
        #expect(whole.steps.map(\.id) == [.eraseDevicesMetadata, Self.firmware, .eraseDevices])
    }

    @Test("an override switches a step of automated cleaning on, off or elsewhere")
    func overrides() {
        let plan = Self.planner {
            $0.cleanPriorities = [
                .eraseDevicesExpress: 120, .eraseDevicesMetadata: 0, .eraseDevices: 0,
            ]
        }.automatedCleaning
        #expect(plan.steps.map(\.id) == [.eraseDevicesExpress, Self.firmware])
    }

    @Test("steps by hand are taken in the order they are asked for, those of priority 0 among them")
    func manual() throws {
        let requests = [
            RequestedStep(.deploy, "build_raid", arguments: ["arg1": "val1"]),
            RequestedStep(.power, "update_firmware"), RequestedStep(.deploy, "hold"),
        ]
        let plan = try Self.planner().requested(requests, for: .clean)
        #expect(plan.steps.map(\.id) == requests.map(\.id))
        #expect(plan.steps.map(\.priority) == [0, 10, 0])
        #expect(plan.steps.map(\.isAbortable) == [true, false, true])
        #expect(plan.usesRamdisk)
    }

    @Test("steps that all do without the ramdisk start none, and reserved steps need none")
    func outOfBand() throws {
        let plan = try Self.planner().requested(
            [RequestedStep(.power, "update_firmware"), RequestedStep(.power, "reboot")], for: .clean
        )
        #expect(!plan.usesRamdisk)
    }

    @Test(
        "a step that the node does not support is refused", arguments: [StepKind.clean, .service])
    func unknown(_ kind: StepKind) {
        let problems = Self.refusal {
            try Self.planner().requested([RequestedStep(.deploy, "bad_step")], for: kind)
        }
        #expect(problems == [.notSupported(kind, StepID(.deploy, "bad_step"))])
    }

    @Test("arguments that a step does not take are refused, and those it needs are missed")
    func arguments() {
        let problems = Self.refusal {
            try Self.planner().requested(
                [
                    RequestedStep(.power, "update_firmware", arguments: ["b": 1, "a": 2]),
                    RequestedStep(.deploy, "build_raid"),
                ], for: .clean)
        }
        #expect(
            problems == [
                .unexpected(.clean, Self.firmware, ["a", "b"]),
                .missing(.clean, Self.build, ["arg1 (desc)"]),
            ])
    }

    @Test("without a ramdisk a step that needs one is refused")
    func withoutRamdisk() {
        let problems = Self.refusal {
            try Self.planner().requested(
                [
                    RequestedStep(.deploy, "erase_devices"),
                    RequestedStep(.power, "update_firmware"),
                ],
                for: .clean, ramdisk: .disabled)
        }
        #expect(problems == [.needsRamdisk(.clean, .eraseDevices)])
    }

    @Test("a step that the operator of the service forbids is refused, and left out of plans")
    func disallowed() {
        let planner = Self.planner { $0.disallowed = [.clean: [Self.firmware]] }
        #expect(planner.automatedCleaning.steps.map(\.id) == [.eraseDevicesMetadata])
        let problems = Self.refusal {
            try planner.requested([RequestedStep(.power, "update_firmware")], for: .clean)
        }
        #expect(problems == [.disallowed(.clean, Self.firmware)])
    }

    @Test("a deployment takes its core steps by Ironic's priorities")
    func deployment() throws {
        let core = try Self.planner().deployment().steps.filter { $0.interface == .deploy }
        #expect(core.map(\.priority) == [100, 80, 60, 40, 30, 20])
        #expect(
            core.map(\.name) == [
                .deploy, .writeImage, .prepareInstanceBoot, .tearDownAgent,
                .switchToTenantNetwork, .bootInstance,
            ])
    }

    @Test("steps asked for override templates, and templates override the drivers' own")
    func precedence() throws {
        let template = try DeployTemplate(
            name: "CUSTOM_RAID", uuid: Identifier(text: "1"),
            steps: [
                RequestedStep(.power, "update_firmware", priority: 50),
                RequestedStep(.deploy, "build_raid", arguments: ["arg1": 1], priority: 70),
            ])
        let plan = try Self.planner().deployment(
            [RequestedStep(.deploy, "build_raid", arguments: ["arg1": 2], priority: 90)],
            templates: [template])
        #expect(plan[Self.firmware]?.priority == 50)
        #expect(plan[Self.build]?.priority == 90)
        #expect(plan[Self.build]?.arguments["arg1"] == 2)
        #expect(plan.steps.count(where: { $0.id == Self.build }) == 1)
    }

    @Test(
        "a core step may be switched off",
        arguments: StepID.coreOfDeployment.map { $0.name.text }.sorted())
    func coreOff(_ name: String) throws {
        let step = RequestedStep(.deploy, StepName(name), priority: 0)
        let plan = try Self.planner().deployment([step])
        #expect(plan[step.id] == nil && !plan.steps.isEmpty)
    }

    @Test("a core step gets no other priority", arguments: [1, 80, 200])
    func coreMoved(_ priority: Int) {
        let problems = Self.refusal {
            try Self.planner().deployment([RequestedStep(.deploy, .writeImage, priority: priority)])
        }
        #expect(problems == [.isCore(.writeImage)])
    }

    @Test("a step that is switched off needs no arguments")
    func offNeedsNothing() throws {
        let plan = try Self.planner().deployment([RequestedStep(.deploy, "build_raid", priority: 0)]
        )
        #expect(plan[Self.build] == nil)
    }

    @Test("no step is asked for twice in a deployment, not by two templates either")
    func duplicates() throws {
        let steps = [RequestedStep(.power, "update_firmware", priority: 5)]
        let templates = try ["CUSTOM_A", "CUSTOM_B"].map {
            try DeployTemplate(name: Trait($0), uuid: Identifier(text: $0), steps: steps)
        }
        #expect(
            Self.refusal { try Self.planner().deployment(templates: templates) }
                == [.duplicate(Self.firmware)])
        #expect(
            Self.refusal { try Self.planner().deployment(steps + steps) }
                == [.duplicate(Self.firmware)])
    }

    @Test("a template is named after a trait, has steps, and none of them twice")
    func templates() {
        let step = RequestedStep(.deploy, "build_raid", priority: 1)
        func error(_ name: String, _ steps: [RequestedStep]) -> StepTemplateError? {
            do throws(StepTemplateError) {
                _ = try DeployTemplate(name: Trait(name), uuid: Identifier(text: "1"), steps: steps)
                return nil
            } catch { return error }
        }
        let longest = "CUSTOM_" + String(repeating: "A", count: 248)
        for name in ["CUSTOM_A", "CUSTOM_1_B", "HW_CPU_X86_VMX", longest] {
            #expect(error(name, [step]) == nil)
        }
        for name in ["CUSTOM_", "custom_a", "CUSTOM_a", "CUSTOM_A-B", "A", "", longest + "A"] {
            #expect(error(name, [step]) == .name(name))
        }
        #expect(error("CUSTOM_A", []) == .noSteps)
        #expect(error("CUSTOM_A", [step, step]) == .duplicates([step.id]))
        let bare = RequestedStep(.deploy, "build_raid")
        #expect(error("CUSTOM_A", [bare]) == .noPriority(bare.id))
    }

    @Test("a runbook's steps go by their order, and a node must carry its trait")
    func runbook() throws {
        let runbook = try Runbook(
            name: "CUSTOM_FIX", uuid: Identifier(text: "1"),
            entries: [
                Runbook.Entry(RequestedStep(.bios, "factory_reset"), order: 2),
                Runbook.Entry(RequestedStep(.deploy, "hold"), order: 1),
            ])
        #expect(runbook.steps.map(\.step) == ["hold", "factory_reset"])
        var node = Node(
            name: "n", uuid: Identifier(text: "1"), driver: "d", bmc: BMCAddress(host: "192.0.2.1"),
            credentials: BMCCredentials(user: "a", password: "b"), addresses: [],
            properties: NodeProperties(), rootDevice: nil)
        #expect(!runbook.fits(node))
        node.traits = ["CUSTOM_FIX"]
        #expect(runbook.fits(node))
    }
}

import BareMetal
import Hardware
import SimulatedDatacenter
import Simulation
import Testing
import World

@Suite("RAID and BIOS steps on a machine that has both")
struct HardwareStepTests {
    private static let settings: JSONValue = [
        ["name": "LogicalProc", "value": "Disabled"],
        ["name": "PowerRestorePolicy", "value": "AlwaysOn"],
    ]

    private static let old = RAIDVolumeRequest(
        name: "old", controller: Bench.raidController, level: .stripe, size: nil,
        disks: ["Disk.Bay.0", "Disk.Bay.1"])

    private static func target() throws -> RAIDConfiguration {
        var root = LogicalDisk(level: .mirror, size: .gibibytes(200))
        root.isRoot = true
        root.name = "root"
        var data = LogicalDisk(level: .parity, size: .rest)
        data.diskCount = 4
        return try RAIDConfiguration([root, data])
    }

    private static let rebuild = [
        RequestedStep(.raid, .deleteConfiguration), RequestedStep(.raid, .createConfiguration),
    ]
    private static let apply = [
        RequestedStep(.bios, .applyConfiguration, arguments: ["settings": settings])
    ]
    private static let reset = apply + [RequestedStep(.bios, .factoryReset)]

    static let works: [String: [RequestedStep]] = [
        "delete and create": rebuild, "apply settings": apply, "apply and reset": reset,
    ]

    private static func run(_ work: String) throws -> HardwareStepRun {
        HardwareStepRun(steps: works[work] ?? [], target: try target(), volumes: [old])
    }

    /// What is wrong with how such work ended; empty where it did what it was asked for.
    private static func problems(_ work: String, _ ending: HardwareStepRun.Ending) -> [String] {
        var problems: [String] = []
        func check(_ holds: Bool, _ problem: String) { if !holds { problems.append(problem) } }
        let node = ending.node
        check(
            node.provisionState == .manageable,
            "it is \(node.provisionState): \(node.lastError ?? "no error")")
        check(node.reservation == nil && node.step == nil, "its work is not over")
        check(ending.power == .off, "its machine was left on")
        check(!ending.intents.contains { $0.outcome == .underWay }, "an intent was lost")
        switch work {
        case "delete and create":
            let volumes = node.raid?.volumes ?? []
            check(volumes.map(\.name) == ["root", "volume-1"], "recorded are \(volumes)")
            check(ending.disks.map(\.wwn) == volumes.map(\.wwn), "the machine has other disks")
            check(
                volumes.map(\.level) == [.mirror, .parity]
                    && volumes.first?.size == .gibibytes(200), "the volumes are not as asked for")
            let root = node.rootDevice?.rootDevice(among: ending.disks)
            check(
                root != nil && root?.wwn == volumes.first?.wwn, "the root hint is not the volume's")
            check(node.properties.localDisk == .gibibytes(200), "its size is not the volume's")
        case "apply settings":
            check(ending.setting("LogicalProc") == "Disabled", "LogicalProc was not set")
            check(ending.setting("PowerRestorePolicy") == "AlwaysOn", "the policy was not set")
            check(ending.bios?.settings == ending.settings, "the record is not the machine's")
        default:
            check(ending.setting("LogicalProc") == "Enabled", "LogicalProc was not reset")
            check(ending.bios?.settings == ending.settings, "the record is not the machine's")
        }
        return problems
    }

    @Test(
        "do what they are asked for, and write down what there is", arguments: works.keys.sorted())
    func whole(_ work: String) throws {
        let ending = try Self.run(work).ending()
        #expect(Self.problems(work, ending) == [])
        #expect(!ending.wasRepeated)
    }

    @Test("delete before they create: the old volumes are gone, with the hint that named them")
    func deletion() throws {
        var run = try Self.run("delete and create")
        run = HardwareStepRun(
            steps: [RequestedStep(.raid, .deleteConfiguration)], target: run.target,
            volumes: run.volumes)
        let ending = try run.ending()
        #expect(ending.node.provisionState == .manageable)
        #expect(ending.node.raid?.volumes == [])
        #expect(ending.disks == [] && ending.node.rootDevice == nil)
    }

    @Test(
        "carry on when their conductor is killed, or fail with a reason and can be asked for again",
        arguments: works.keys.sorted(), SimulatedRun.all(1...8))
    func killed(_ work: String, _ simulated: SimulatedRun) throws {
        var run = try Self.run(work)
        run.run = simulated
        let undisturbed = try run.ending().duration
        for part in 1...9 {
            run.death = undisturbed * part / 10 + .milliseconds(37 * Int(simulated.seed))
            let ending = try run.ending()
            #expect(
                Self.problems(work, ending) == [],
                "killed \(part)/10 into it, \(simulated.testDescription)")
            if ending.wasRepeated {
                #expect(
                    ending.intents.contains {
                        if case .failed(let reason) = $0.outcome { !reason.isEmpty } else { false }
                    })
            }
        }
    }

    @Test("of a controller that forgets what it is told fail, and say what was not done")
    func forgetful() throws {
        var run = try Self.run("apply settings")
        run.fault = .bmcForgets
        let ending = try run.ending()
        #expect(ending.node.provisionState == .cleanFailed)
        #expect(ending.node.lastError?.isEmpty == false)
        #expect(ending.setting("LogicalProc") == "Enabled")
        #expect(ending.node.maintenance?.fault == .cleanFailure)
    }

    @Test(
        "that ask for what the machine does not take fail before anything is changed",
        arguments: [
            ["name": "NoSuchSetting", "value": "1"], ["name": "LogicalProc", "value": "Perhaps"],
            ["name": "SystemModelName", "value": "Other"],
        ] as [JSONValue])
    func unfit(_ setting: JSONValue) throws {
        let step = RequestedStep(
            .bios, .applyConfiguration,
            arguments: ["settings": [["name": "LogicalProc", "value": "Disabled"], setting]])
        let ending = try HardwareStepRun(steps: [step]).ending()
        #expect(ending.node.provisionState == .cleanFailed)
        #expect(ending.node.lastError?.contains(setting["name"]?.text ?? "?") == true)
        #expect(ending.setting("LogicalProc") == "Enabled")
    }

    @Test("that create without a target, or over volumes that are in the way, fail and say why")
    func inTheWay() throws {
        let create = [RequestedStep(.raid, .createConfiguration)]
        let without = try HardwareStepRun(steps: create).ending()
        #expect(without.node.provisionState == .cleanFailed)
        #expect(without.node.lastError?.contains("no target RAID configuration") == true)
        let over = try HardwareStepRun(
            steps: create, target: try Self.target(), volumes: [Self.old]
        ).ending()
        #expect(over.node.provisionState == .cleanFailed)
        #expect(over.disks.map(\.size) == [.gibibytes(800)], "the old volume is untouched")
    }
}

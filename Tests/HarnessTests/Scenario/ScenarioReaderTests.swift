import BareMetal
import Foundation
import Hardware
import Harness
import Plans
import Testing
import Undercloud

@Suite("Reading a scenario")
struct ScenarioReaderTests {
    @Test("machines get numbered names, disks and hints")
    func machines() throws {
        let scenario = try ScenarioText.read(ScenarioText.good)
        guard case .machines(let groups) = scenario.hardware else {
            Issue.record("expected machines")
            return
        }
        #expect(groups.map(\.names.count) == [20, 4])
        #expect(groups[0].names.first == "cn-1" && groups[1].names.last == "machine-4")
        #expect(groups[0].profile == "compute" && groups[0].memory == .gibibytes(32))
        #expect(groups[0].disks == [.usual])
        #expect(groups[1].disks.map(\.size) == [.gibibytes(100), .mebibytes(512)])
        #expect(groups[1].disks.map(\.isRotational) == [true, false])
        #expect(try groups[1].rootDevice == RootDeviceHints(["serial": "wd-1"]))
        #expect(scenario.datacenter.racks == ["rack-1", "rack-2"])
        #expect(scenario.datacenter.slowMachines == .percent(5))
        #expect(scenario.datacenter.uplink == .gigabits(40))
    }

    @Test("the cloud becomes a plan without problems")
    func cloud() throws {
        let plan = try ScenarioText.read(ScenarioText.good).cloud
        #expect(plan.problems == [])
        #expect(plan.mode == .scale)
        #expect(plan.flavors.map(\.name) == ["control", "compute"])
        #expect(plan.roles.map(\.count) == [3, 10])
        #expect(plan.roles.map(\.image) == ["overcloud-full", "overcloud-full"])
        #expect(plan.undercloud.controlNodes == 2 && plan.undercloud.flavor == "control")
    }

    @Test("machines and control nodes are put into conductor groups, whose conductors can fail")
    func conductorGroups() throws {
        let text = ScenarioText.good
            .replacing("rack: rack-1,", with: "rack: rack-1, conductor-group: East,")
            .replacing("from-seed: 1,", with: "from-seed: 1, conductor-groups: [default, east],")
            .replacing("where: seed,", with: "where: conductor, count: 2,")
        let scenario = try ScenarioText.read(text)
        guard case .machines(let groups) = scenario.hardware else {
            Issue.record("expected machines")
            return
        }
        #expect(groups.map(\.conductorGroup) == ["east", .standard])
        #expect(scenario.cloud.undercloud.conductorGroups == [.standard, "east"])
        #expect(scenario.cloud.conductorGroup(of: "undercloud-1") == "east")
        #expect(scenario.cloud.conductorGroup(of: "undercloud-7") == .standard)
        #expect(scenario.faults[0].target == .conductor)
        #expect(scenario.faults[0].extent == .drawn(2))
    }

    @Test("more conductor groups than control nodes are refused")
    func tooManyGroups() {
        let text = ScenarioText.good
            .replacing("from-seed: 1,", with: "from-seed: 1, conductor-groups: [a, b, c],")
        #expect(
            ScenarioText.problems(text).map(\.message) == ["found 3 groups, expected at most 2"])
    }

    @Test("faults say what, where, when and for how long")
    func faults() throws {
        let scenario = try ScenarioText.read(ScenarioText.good)
        let faults = scenario.faults
        #expect(faults.map(\.kind.name).count == 8)
        #expect(faults[0].kind == .hardware(.powerLoss) && faults[0].target == .seed)
        #expect(faults[0].trigger == .phase(.pivot, after: .seconds(3)))
        #expect(faults[0].duration == .seconds(600) && faults[0].line == 23)
        #expect(faults[1].target == .role("controller") && faults[1].extent == .drawn(1))
        #expect(faults[1].trigger == .phase(.operation, after: .zero))
        #expect(faults[1].duration == nil)
        #expect(faults[2].target == .rack("rack-2") && faults[2].extent == .all)
        #expect(faults[2].trigger == .at(.seconds(2520)))
        #expect(faults[3].trigger == .event(kind: "disk.write-started", .nth(2), after: .zero))
        #expect(faults[4].kind == .processKill && faults[4].target == .leader)
        #expect(faults[5].kind == .clockDrift(partsPerMillion: 200))
        #expect(faults[6].kind == .clockStep(by: .seconds(-300)))
        #expect(faults[6].extent == .drawn(2) && faults[6].trigger == .at(.milliseconds(250)))
        #expect(faults[7].target == .machine("cn-20"))
        #expect(scenario.expectation == .refused)
        #expect(scenario.plantedBug?.caughtBy == "one-lock-holder")
        #expect(scenario.limits.heal == .seconds(10_800))
        #expect(scenario.seedShutdown == .afterPivot(.seconds(300)))
    }

    @Test("what is left out has its default")
    func defaults() throws {
        let text = """
            scenario: small
            machines: [{ count: 2, rack: r, processors: 4, memory: 8GiB }]
            cloud:
              mode: poc
              flavors: [{ name: any, processors: 4, memory: 8GiB, disk: 40GiB }]
              roles: [{ name: compute, count: 1, flavor: any }]
            """
        let scenario = try ScenarioText.read(text, file: "/x/small.yaml")
        #expect(scenario.expectation == .converged && scenario.plantedBug == nil)
        #expect(scenario.limits == .usual && scenario.seedShutdown == .usual)
        #expect(scenario.faults.isEmpty)
        #expect(scenario.cloud.undercloud.controlNodes == 1)
        #expect(scenario.cloud.undercloud.fromSeed == 1)
        let never = try ScenarioText.read(
            text + "\nseed: { off-after-pivot: never }",
            file: "small.yaml"
        )
        #expect(never.seedShutdown == .never)
    }

    @Test(
        "an inventory is found beside the scenario, and its problems are told with the scenario's"
    )
    func inventory() throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "updraft-scenario-\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "real.yaml").path
        let text = """
            scenario: real
            inventory: rack.json
            datacenter: { racks: 3 }
            cloud:
              mode: poc
              flavors: [{ name: any, processors: 4, memory: 8GiB, disk: 40GiB }]
              roles: [{ name: compute, count: 1, flavor: any }]
            faults:
              - { fault: bmc-silent, where: { rack: rack-3 }, at: 1m }
              - { fault: bmc-silent, where: { machine: one }, at: 1m }
            """
        let node = """
            {"nodes": [{"name": "one", "pm_type": "ipmi", "pm_addr": "10.0.0.1", "pm_user": "a",
              "pm_password": "b", "cpu": 4, "mac": ["52:54:00:00:00:01"]}]}
            """
        let inventory = folder.appending(path: "rack.json")
        try Data(node.utf8).write(to: inventory)
        try Data(text.utf8).write(to: URL(filePath: file))
        let scenario = try ScenarioReader.read(file, vocabulary: ScenarioText.vocabulary)
        #expect(scenario.datacenter.racks == ["rack-1", "rack-2", "rack-3"])

        try Data(node.replacing("\"cpu\": 4", with: "\"cpu\": 0").utf8).write(to: inventory)
        let both = ScenarioText.problems(text.replacing("mode: poc", with: "mode: big"), file: file)
        #expect(both.map(\.line) == [5, 2])
        #expect(both.map(\.file) == [file, inventory.path])

        try FileManager.default.removeItem(at: inventory)
        let gone = ScenarioText.problems(text, file: file)
        #expect(gone.map(\.path) == ["inventory"])
        #expect(gone.first?.message.hasSuffix("there is no such file") == true)
    }

    @Test("a file that is not there or is a folder is a problem, not a crash")
    func noFile() {
        for path in ["/nowhere/at/all.yaml", "/"] {
            #expect(throws: InputProblems.self) {
                try ScenarioReader.read(path, vocabulary: ScenarioText.vocabulary)
            }
        }
    }
}

import BareMetal
import Hardware
import Testing
import Undercloud
import World

@testable import Harness

@Suite("A runner")
struct RunnerTests {
    private static let day: Int64 = 90_000

    /// A run in which the overcloud is deployed after ten minutes.
    private func run(
        _ lines: String = "", until end: Int64 = day, interrupted: Bool = false,
        _ prepare: (FakeTestbed) -> Void = { _ in }
    ) throws -> (report: RunReport, testbed: FakeTestbed) {
        let testbed = FakeTestbed()
        testbed.cloud = .whole
        testbed.deploy(at: 600)
        testbed.tick(every: 30, until: end)
        prepare(testbed)
        let parameters = RunParameters(
            scenario: try .sample(lines), seed: 7, schedule: .shuffle)
        let surroundings = RunSurroundings(
            wall: { .milliseconds(840) }, interruption: { interrupted ? .requested : .none })
        return (Runner(parameters, on: testbed, in: surroundings).run(), testbed)
    }

    @Test("passes a cloud that is whole and holds still for ten minutes")
    func passes() throws {
        let (report, testbed) = try run()
        #expect(report.verdict.outcome == .passed)
        #expect(testbed.now - .epoch >= .seconds(1200) && testbed.now - .epoch < .seconds(1300))
        #expect(
            report.verdict.line == "verdict: passed  scenario sample  seed 7  "
                + "trace 00000000000000ab  machines 1  virtual 0:20:00  wall 0.00s")
        #expect(report.replay == "updraft run sample.yaml --seed 7 --schedule shuffle")
    }

    @Test("does not pass a cloud that falls apart while it should hold still")
    func unsettled() throws {
        let (report, _) = try run("limits: { virtual-time: 3h, heal: 1h }") { testbed in
            testbed.schedule(at: .epoch + .seconds(900)) { testbed.cloud.storeMembers = [] }
        }
        #expect(report.verdict.outcome == .unconverged)
        #expect(report.missing == ["0 of 1 control nodes keep its state: undercloud"])
        #expect(report.verdict.outcome.exitStatus == 2)
    }

    @Test("stops at the first violation and tells the journal before it")
    func unsafe() throws {
        let (report, testbed) = try run { testbed in
            testbed.at(10, commit: Sample.node())
            testbed.at(20, tell: FlowEvent.phase(.enrolment))
            testbed.at(30, commit: Sample.node("node-1", .verifying))
        }
        #expect(report.verdict.outcome == .unsafe)
        #expect(report.violations.map(\.checker) == ["one-lock-holder"])
        #expect(report.journalTail.count == 1)
        #expect(testbed.now == .epoch + .seconds(30))
    }

    @Test("lets faults come at their moments and go after their time")
    func faults() throws {
        let lines = """
            faults:
              - { fault: bmc-silent, where: any, at: 5m, for: 10m }
              - { fault: power-loss, where: subject, on: { event: disk.write-started, nth: 2 }, \
            after: 5s, for: 1m }
              - { fault: machine-dead, where: any, on: { phase: pivot }, after: 1m }
            """
        let (report, testbed) = try run(lines) { testbed in
            testbed.victimsByKind = [
                "bmc-silent": [.machine("node-1")], "machine-dead": [.machine("node-2")],
            ]
            testbed.at(1, commit: Sample.node("node-1"))
            for (second, machine) in [(100, "node-9"), (200, "node-1")] as [(Int64, MachineName)] {
                testbed.at(second, tell: MachineEvent.bootFailed(machine, reason: "none"))
            }
            testbed.at(400, tell: FlowEvent.phase(.pivot))
        }
        #expect(
            testbed.deeds.prefix(3) == [
                "0:05:00 bmc-silent on node-1", "0:07:40 machine-dead on node-2",
                "0:15:00 bmc-silent off node-1",
            ])
        #expect(report.verdict.outcome == .unconverged, "the second fault never came")
        #expect(
            report.missing == [
                "fault power-loss of line 11 never came: "
                    + "'disk.write-started' happened 0 times, not 2"
            ])
        #expect(testbed.now - .epoch >= .seconds(1500), "it settles after the last fault")
    }

    @Test("gives a fault of the nth event that event's subject")
    func subject() throws {
        let lines = """
            faults:
              - { fault: power-loss, where: subject, on: { event: machine.power, nth: 2 }, \
            after: 5s, for: 1m }
            """
        let (report, testbed) = try run(lines) { testbed in
            testbed.at(100, tell: MachineEvent.power("node-8", .on))
            testbed.at(200, tell: MachineEvent.power("node-9", .on))
            testbed.at(300, tell: MachineEvent.power("node-7", .on))
        }
        #expect(report.verdict.outcome == .passed)
        #expect(report.faults.map(\.victims) == [["node-9"]])
        #expect(testbed.deeds.first == "0:03:25 power-loss on node-9")
    }

    @Test("names a fault that found nobody to befall")
    func nobody() throws {
        let (report, _) = try run("faults: [{ fault: bmc-silent, where: any, at: 5m, for: 1m }]")
        #expect(report.verdict.outcome == .unconverged)
        #expect(report.missing.count == 1)
    }

    @Test("gives a cloud the time to heal that its scenario names, and no more")
    func heal() throws {
        let lines = """
            faults: [{ fault: bmc-silent, where: any, at: 1h, for: 1m }]
            limits: { virtual-time: 12h, heal: 2h }
            """
        let (report, testbed) = try run(lines) { testbed in
            testbed.victimsByKind = ["bmc-silent": [.machine("node-1")]]
            testbed.cloud.endpoints = []
        }
        #expect(report.verdict.outcome == .unconverged)
        let late = testbed.now - .epoch - .seconds(3660 + 7200)
        #expect(late >= .zero && late < .seconds(120))
    }

    @Test("gives a cloud its time to heal from when the control plane's code fails no more")
    func healFromCode() throws {
        let lines = """
            faults: [{ fault: bmc-silent, where: any, at: 1h, for: 1m }]
            sites: [{ site: lease.renewal-late, chance: 5%, until: 3h }]
            limits: { virtual-time: 12h, heal: 2h }
            """
        let (report, testbed) = try run(lines) { testbed in
            testbed.victimsByKind = ["bmc-silent": [.machine("node-1")]]
            testbed.cloud.endpoints = []
        }
        #expect(report.verdict.outcome == .unconverged)
        let late = testbed.now - .epoch - .seconds(10_800 + 7200)
        #expect(late >= .zero && late < .seconds(120))
    }

    @Test("switches the seed off as long after the pivot as its scenario says")
    func seedOff() throws {
        let (_, testbed) = try run("seed: { off-after-pivot: 5m }") { testbed in
            testbed.at(60, tell: FlowEvent.phase(.redundancy))
            testbed.at(70, tell: FlowEvent.phase(.redundancy))
        }
        #expect(testbed.deeds == ["0:06:00 seed off", "0:20:00 shut down"])
    }

    @Test("reports a world that cannot go on")
    func deadlock() throws {
        let (report, _) = try run(until: 60)
        #expect(report.verdict.outcome == .unconverged)
        #expect(report.findings.map(\.name) == ["deadlock"])
    }

    @Test("ends between two steps when it is interrupted")
    func interrupted() throws {
        let (report, _) = try run(interrupted: true)
        #expect(report.verdict.outcome == .interrupted)
        #expect(report.verdict.outcome.exitStatus == 130)
        #expect(report.verdict.line.hasPrefix("verdict: interrupted  "))
    }

    @Test("passes a planted bug only if its checker, and no other, reports it")
    func planted() throws {
        let violate: (FakeTestbed) -> Void = {
            $0.at(10, commit: Sample.node())
            $0.at(30, commit: Sample.node("node-1", .verifying))
        }
        let caught = try run("bug: planted\ncaught-by: one-lock-holder", violate).report
        #expect(caught.verdict.outcome == .passed)
        let other = try run("bug: planted\ncaught-by: one-leader", violate).report
        #expect(other.verdict.outcome == .bugNotCaught)
        #expect(other.verdict.outcome.exitStatus == 1)
        #expect(other.missing == ["bug planted: one-lock-holder reported it instead of one-leader"])
        let both = try run("bug: planted\ncaught-by: one-lock-holder") {
            $0.at(10, commit: Sample.node())
            $0.at(30, commit: Sample.node("node-1", .active))
        }.report
        #expect(both.verdict.outcome == .bugNotCaught)
        let none = try run("bug: planted\ncaught-by: one-leader").report
        #expect(none.verdict.outcome == .bugNotCaught)
    }
}

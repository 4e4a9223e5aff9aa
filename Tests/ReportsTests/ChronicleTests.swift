import BareMetal
import Compute
import Hardware
import OrderedCollections
import Testing
import Undercloud
import World

@testable import Harness
@testable import Reports

@Suite("A run's chronicle")
struct ChronicleTests {
    private func tick(_ seconds: Int32) -> Tick { Tick(seconds * 10) }

    @Test("keeps the states of a node without gaps, from the store and not from what is told")
    func states() throws {
        var run = HandMadeRun(racks: ["a": ["a-1"]])
        run.node("a-1", [1: .enroll, 2: .inspecting, 5: .inspectWait, 9: .manageable])
        run.tell(
            at: 10, BareMetalEvent.provisionState("a-1", from: .manageable, to: .error, reason: nil)
        )
        let history = try #require(run.chronicle.machines["a-1"])
        let stays = history.states.stays(until: tick(20))
        #expect(
            stays.map { ProvisionState.allCases[$0.value] } == [
                .enroll, .inspecting, .inspectWait, .manageable,
            ])
        #expect(stays.map(\.began) == [tick(1), tick(2), tick(5), tick(9)])
        #expect(stays.map(\.ended) == [tick(2), tick(5), tick(9), tick(20)])
    }

    @Test("tells what a machine was at any moment, and nothing before the first")
    func moments() {
        var track = Track()
        track.set(3, at: tick(10))
        track.set(4, at: tick(20))
        #expect(track.value(at: tick(9)) == nil)
        #expect(track.value(at: tick(10)) == 3)
        #expect(track.value(at: tick(19)) == 3)
        #expect(track.value(at: tick(20)) == 4)
    }

    @Test("measures an outage from the fault that caused it, and ends it with the server")
    func outages() throws {
        let outage = try #require(HandMadeRun.healed.chronicle.outages.first)
        #expect(HandMadeRun.healed.chronicle.outages.count == 1)
        #expect(outage.server == "compute-0" && outage.machine == "a-1" && outage.now == "b-1")
        #expect(outage.broke == tick(500) && outage.noticed == tick(600))
        #expect(outage.back == tick(730))
        #expect(outage.reason == "no word for 15 min")
    }

    @Test("counts the servers that are up and those that are wanted")
    func levels() throws {
        let levels = HandMadeRun.healed.chronicle.levels
        let up = try #require(levels[Chronicle.up]), wanted = try #require(levels[Chronicle.wanted])
        #expect(up.value(at: tick(419)) == 0 && up.value(at: tick(420)) == 1)
        #expect(up.value(at: tick(650)) == 0 && up.value(at: tick(900)) == 1)
        #expect(wanted.value(at: tick(650)) == 1)
    }

    @Test("is calm only while nothing is worked on and every server is up")
    func calm() {
        let calm = HandMadeRun.healed.chronicle.calm
        #expect(calm.map(\.began) == [tick(420), tick(730)])
        #expect(calm.map(\.ended) == [tick(600), nil])
    }

    @Test("says who took a server from which machine, and why")
    func acts() {
        let acts = HandMadeRun.healed.chronicle.acts
        #expect(
            acts.last
                == Act(
                    at: tick(600), by: "a-2", verb: "takes server compute-0 from",
                    target: "a-1", reason: "no word for 15 min"))
    }

    @Test("tells of a machine that is switched off while it runs, and counts other commands")
    func commands() throws {
        var run = HandMadeRun.healed
        run.tell(at: 740, MachineEvent.powerCommand("a-2", .off), by: "x/replica")
        #expect(!run.chronicle.acts.contains { $0.target == "a-2" })
        run.tell(
            at: 741, MachineEvent.bootedDisk("a-2", disk: "sda", contents: "d", extent: .whole))
        run.tell(at: 742, MachineEvent.powerCommand("a-2", .off), by: "x/replica")
        #expect(run.chronicle.acts.last?.verb == "switches off")
        let command = Chronicle.Command(by: "x", action: .off)
        #expect(run.chronicle.commands[command] == 2)
    }

    @Test("draws what an event says of itself: lanes, measurements and acts of anybody's kind")
    func charted() throws {
        var run = HandMadeRun(racks: ["a": ["a-1"]])
        let lane = ChartLane(.tenant, group: "Volumes", name: "writes")
        run.tell(at: 5, Tenant(marks: [.begin(lane, label: "held up", .odd)]))
        run.tell(at: 8, Tenant(marks: [.end(lane)]))
        for latency in [10, 20, 3000] {
            run.tell(
                at: 9, Tenant(marks: [.measured(series: "write", .milliseconds(latency), .done)]))
        }
        run.tell(at: 9, Tenant(marks: [.measured(series: "write", .seconds(30), .failed)]))
        let shown = try #require(run.chronicle.lanes[lane]?.stretches)
        #expect(shown.map(\.began) == [tick(5)] && shown.map(\.ended) == [tick(8)])
        let all = try #require(run.chronicle.latencies["write"]).whole
        #expect(all.done == 3 && all.failed == 1 && all.longest == .seconds(30))
        #expect(all.quantile(0.5) >= .milliseconds(20) && all.quantile(0.5) < .milliseconds(24))
    }

    @Test("keeps a bounded number of changes, lanes and points, and says what it left out")
    func bounds() throws {
        var run = HandMadeRun(racks: ["a": ["a-1"]])
        for second in 0..<(ChronicleLimits.changesPerTrack + 10) {
            run.tell(
                at: Double(second), MachineEvent.power("a-1", second % 2 == 0 ? .on : .off))
        }
        let kept = try #require(run.chronicle.machines["a-1"]).doing.changes.count
        #expect(kept == ChronicleLimits.changesPerTrack)
        // Of those without room every other one brought back what was kept last.
        #expect(run.chronicle.untold["changes of machines"] == 5)
        for number in 0..<(ChronicleLimits.lanesPerGroup + 10) {
            let lane = ChartLane(.tenant, group: "many", name: "\(number)")
            run.tell(at: 1, Tenant(marks: [.begin(lane, label: "x", .good)]))
        }
        #expect(run.chronicle.lanes.count == ChronicleLimits.lanesPerGroup + 1)
        var series = LevelSeries()
        for point in 0..<20_000 { series.set(point, at: Tick(Int32(point) * 7)) }
        #expect(series.points.count <= ChronicleLimits.points)
        #expect(series.points.first?.value == 0 && series.points.last?.value == 19_999)
    }

    @Test("gathers latencies in longer spans as the run goes on, and loses none")
    func spans() {
        var series = LatencySeries()
        for second in 0..<100_000 {
            let outcome: ChartMark.Outcome = second % 10 == 0 ? .failed : .done
            series.add(.milliseconds(50), outcome, at: Tick(Int32(second) * 10))
        }
        #expect(series.spans.count <= ChronicleLimits.spans)
        #expect(series.whole.done == 90_000 && series.whole.failed == 10_000)
    }

    /// Something that a tenant tells.
    private struct Tenant: ChartedEvent {
        let marks: [ChartMark]
        var kind: String { "tenant.told" }
        var subject: String { "tenant" }
        var fields: [JournalField] { [] }
    }
}

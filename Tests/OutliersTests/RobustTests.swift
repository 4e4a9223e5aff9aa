import Facts
import Hardware
import SimulatedBenchmarks
import Testing

@testable import Outliers

struct RobustTests {
    /// Machines of one make with one figure each.
    private func fleet(_ values: [String], extra: (Int) -> [Fact] = { _ in [] }) -> BenchmarkedFleet
    {
        BenchmarkedFleet(
            values.enumerated().map { place, value in
                FactDocument(
                    origin: "\(place).hw",
                    facts: [
                        Fact("system", "product", "serial", "M\(100 + place)"),
                        Fact("disk", "sda", "standalone_read_1M_KBps", value),
                    ] + extra(place))
            })
    }

    private func statuses(_ report: RobustReport) -> [MachineVerdict.Status] {
        report.verdicts.map(\.status)
    }

    private let healthy = (0..<30).map { String(190_000 + ($0 * 7_919) % 3_001) }

    @Test("a machine far below its group is sick, with metric, value, range, effect and cause")
    func sick() throws {
        let report = RobustReport(fleet(healthy + ["150000"]))
        let verdict = try #require(report.verdicts.last)
        #expect(verdict.status == .sick)
        #expect(report.unfit.map(\.machine) == ["M130"])
        let deviation = try #require(verdict.deviations.first)
        #expect(deviation.metric == Metric(.disk, "standalone_read_1M_KBps", "sda"))
        #expect(deviation.range == 190_000...193_000 || deviation.range.lowerBound >= 190_000)
        #expect(deviation.effect < -0.2 && deviation.effect > -0.23)
        #expect(verdict.reason?.contains("SMART") == true)
        #expect(statuses(report).dropLast().allSatisfy { $0 == .consistent })
    }

    @Test("a machine a little below a very tight group is left alone")
    func minimumEffect() {
        let tight = (0..<30).map { String(200_000 + $0 % 5) } + ["199400"]
        #expect(statuses(RobustReport(fleet(tight))).allSatisfy { $0 == .consistent })
        let terms = RobustTerms(minimumEffect: .percent(0.1))
        #expect(statuses(RobustReport(fleet(tight), terms: terms)).last == .sick)
    }

    @Test(
        "what is no figure has a verdict of its own",
        arguments: [
            "nan", "inf", "-5", "", "N/A", "1e999",
        ])
    func unusable(value: String) throws {
        let report = RobustReport(fleet(healthy + [value]))
        let verdict = try #require(report.verdicts.last)
        #expect(verdict.status == .faulty)
        #expect(verdict.isUnfit && verdict.reason != nil)
    }

    @Test("a figure that is said twice differently is contradictory")
    func contradiction() throws {
        let report = RobustReport(
            fleet(healthy) { place in
                place == 3 ? [Fact("disk", "sda", "standalone_read_1M_KBps", "7")] : []
            })
        #expect(report.verdicts[3].status == .faulty)
        #expect(report.verdicts[3].remarks.first?.contains("at once") == true)
    }

    @Test("a machine without a figure its group has is incomplete, one without any not measured")
    func missing() {
        let other = Fact("cpu", "logical_0", "loops_per_sec", "450")
        let documents = healthy.enumerated().map { place, value in
            FactDocument(
                origin: "\(place)",
                facts: [Fact("system", "product", "serial", "M\(100 + place)")]
                    + (place == 1 ? [] : [other])
                    + (place < 2 ? [] : [Fact("disk", "sda", "standalone_read_1M_KBps", value)]))
        }
        let found = statuses(RobustReport(BenchmarkedFleet(documents)))
        #expect(found[0] == .incomplete && found[1] == .notMeasured && found[2] == .consistent)
    }

    @Test("one machine, and two, are alone; equal machines are consistent")
    func small() {
        #expect(statuses(RobustReport(fleet(["5"]))) == [.alone])
        #expect(statuses(RobustReport(fleet(["5", "900"]))) == [.alone, .alone])
        #expect(
            statuses(RobustReport(fleet(["5", "5", "5", "5"]))).allSatisfy { $0 == .consistent })
        #expect(statuses(RobustReport(fleet(["0", "0", "0"]))).allSatisfy { $0 == .consistent })
        #expect(RobustReport(fleet([])).verdicts.isEmpty)
    }

    @Test("machines of one name are told apart, and a document sent twice is one machine")
    func duplicates() {
        func document(_ value: String, _ origin: String) -> FactDocument {
            FactDocument(
                origin: origin,
                facts: [
                    Fact("system", "product", "serial", "S"),
                    Fact("disk", "sda", "standalone_read_1M_KBps", value),
                ])
        }
        let two = BenchmarkedFleet([document("1", "a"), document("2", "b")])
        #expect(two.machines.map(\.name) == ["S#1", "S#2"])
        #expect(two.problems == [.duplicate(name: "S", origins: ["a", "b"])])
        let same = BenchmarkedFleet([document("1", "a"), document("1", "b")])
        #expect(same.machines.map(\.name) == ["S"] && same.problems.count == 1)
    }

    @Test("a group in two heaps is split, and the fact that tells them apart is named")
    func split() throws {
        let values = (0..<30).map { String(($0 % 2 == 0 ? 190_000 : 150_000) + $0 * 53) }
        let report = RobustReport(
            fleet(values) { [Fact("disk", "sda", "rev", $0 % 2 == 0 ? "HPG4" : "HPG1")] })
        let split = try #require(report.splits.first)
        #expect(report.splits.count == 1)
        #expect(split.slower.count == 15 && split.faster.count == 15)
        #expect(split.causes.first?.text.contains("disk sda rev is HPG1 on the slower") == true)
        #expect(statuses(report).allSatisfy { $0 == .consistent })
    }

    @Test(
        "in healthy fleets hardly a machine is called sick", arguments: 1...5 as ClosedRange<UInt64>
    )
    func healthyFleet(seed: UInt64) {
        let made = SimulatedFleet(
            FleetSpecification(machines: 200, sick: 0, spreads: 0), seed: seed)
        let report = RobustReport(BenchmarkedFleet(made.documents))
        #expect(report.unfit.count <= 1)
    }

    @Test(
        "sick machines are found in fleets of every shape",
        arguments: [
            FleetSpecification.Shape.normal, .heavyTailed, .bimodal,
        ])
    func sickFleet(shape: FleetSpecification.Shape) {
        let made = SimulatedFleet(
            FleetSpecification(machines: 200, sick: 0.05, spreads: 12, shape: shape), seed: 3)
        let report = RobustReport(BenchmarkedFleet(made.documents))
        let found = Set(report.verdicts.filter { $0.status == .sick }.map(\.machine))
        #expect(found.isSuperset(of: made.sick))
        #expect(found.count <= made.sick.count + 4)
        #expect(report.splits.isEmpty == (shape != .bimodal))
    }

    @Test("a single figure that is slow is held against the rest of its part")
    func singleFigure() {
        let specification = FleetSpecification(
            machines: 200, sick: 0.05, spreads: 6, sickness: .figure)
        let (right, found, sick) = (1...4).reduce((0, 0, 0)) { sums, seed in
            let made = SimulatedFleet(specification, seed: UInt64(seed))
            let report = RobustReport(BenchmarkedFleet(made.documents))
            let named = Set(report.verdicts.filter { $0.status == .sick }.map(\.machine))
            return (
                sums.0 + named.intersection(made.sick).count, sums.1 + named.count,
                sums.2 + made.sick.count
            )
        }
        #expect(10 * right >= 9 * sick && 10 * right >= 9 * found)
    }

    @Test("nobody finds more than who knows the distribution, and that is all where it is far")
    func oracle() {
        let far = FleetSpecification(machines: 200, sick: 0.1, spreads: 25)
        let fleet = SimulatedFleet(far, seed: 1)
        #expect(FleetOracle(far).found(in: fleet, rate: 0.05).isSuperset(of: fleet.sick))
        let none = FleetSpecification(machines: 200, sick: 0.01, spreads: 0.1)
        let healthy = SimulatedFleet(none, seed: 1)
        #expect(FleetOracle(none).found(in: healthy, rate: 0.05).isEmpty)
    }

    @Test(
        "the nineteen blades are judged whole",
        .enabled(if: SharedInputs.arePresent, "there is no ../shared beside this clone"))
    func blades() throws {
        let report = RobustReport(try SharedInputs.fleet())
        #expect(report.verdicts.count == 19)
        #expect(report.verdicts.first { $0.machine == "CZ3404YWNW" }?.status == .alone)
        #expect(
            report.splits.contains { split in
                split.metrics.contains { $0.name == "bandwidth_128M" }
            })
    }
}

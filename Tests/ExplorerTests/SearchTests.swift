import Explorer
import Foundation
import Hardware
import Harness
import Histories
import Testing

struct SearchTests {
    private static let plain = """
        scenario: plain
        machines:
          - { count: 4, rack: rack-1, processors: 8, memory: 32GiB }
          - { count: 4, rack: rack-2, processors: 8, memory: 32GiB }
        undercloud: { control-nodes: 3, from-seed: 1, flavor: baremetal }
        cloud:
          mode: poc
          flavors:
            - { name: baremetal, processors: 4, memory: 8GiB, disk: 40GiB }
          roles:
            - { name: compute, count: 2, flavor: baremetal }

        """

    private func search(_ more: String = "") throws -> SwarmSearch {
        let text = try Samples.text(Self.plain + more)
        return SwarmSearch(try Samples.scenario(text), text, baseline: .unknown)
    }

    @Test("Whatever a seed draws can be read, and is drawn again")
    func readable() throws {
        let search = try search()
        var kinds: Set<String> = []
        for seed in 1...300 as ClosedRange<UInt64> {
            let probe = search.probe(seed: seed)
            #expect(probe == search.probe(seed: seed))
            let scenario = try Samples.scenario(probe.text)
            #expect(scenario.faults.count <= FaultBudget.usual.faults)
            kinds.formUnion(scenario.faults.map(\.kind.name))
            #expect(scenario.faults.allSatisfy { $0.duration != nil })
        }
        // No machine there has a wire to its controller, a RAID controller or a second disk.
        let able = Set(try Samples.scenario(Samples.text(Self.plain)).drawableFaults)
        #expect(kinds.isSubset(of: able))
        #expect(kinds.count > able.count / 2)
    }

    @Test("Schedules and seeds differ from run to run")
    func schedules() throws {
        let search = try search()
        let drawn = Set((1...100).map { search.probe(seed: UInt64($0)).schedule })
        #expect(drawn.contains(.fifo) && drawn.contains(.shuffle) && drawn.count > 4)
    }

    @Test("A scenario says which faults may be drawn, and how many")
    func said() throws {
        let search = try search(
            "explore: { faults: [bmc-silent, packet-loss], budget: { faults: 2, members: 1 } }\n")
        for seed in 1...50 as ClosedRange<UInt64> {
            let scenario = try Samples.scenario(search.probe(seed: seed).text)
            #expect(scenario.faults.count <= 2)
            #expect(
                scenario.faults.allSatisfy { ["bmc-silent", "packet-loss"].contains($0.kind.name) })
        }
    }

    @Test("Within the budget no more members are gone at a time than it says")
    func budget() throws {
        let search = try search(
            "explore: { faults: [power-loss], budget: { faults: 9, members: 1 } }\n")
        for seed in 1...100 as ClosedRange<UInt64> {
            // Nothing is known of when its moments come, so that they may all be the same.
            let faults = try Samples.scenario(search.probe(seed: seed).text).faults
            #expect(faults.count <= 1)
        }
        let free = try self.search("explore: { faults: [power-loss], budget: none }\n")
        let counts = try (1...100 as ClosedRange<UInt64>).map {
            try Samples.scenario(free.probe(seed: $0).text).faults.count
        }
        #expect((counts.max() ?? 0) > 3)
    }

    @Test(
        "What is wrong with what a search may do is told with its place",
        arguments: [
            ("explore: { fault: [power-loss] }", "explore.fault: unknown key"),
            ("explore: { faults: [power-los] }", "unknown fault 'power-los'"),
            ("explore: { faults: [] }", "expected a list of at least one fault"),
            ("explore: { budget: some }", "explore.budget: found 'some'"),
            ("explore: { budget: { faults: many } }", "explore.budget.faults: found 'many'"),
            ("sites: [{ site: nowhere, chance: 5%, until: 1h }]", "unknown site 'nowhere'"),
            ("sites: [{ site: flow.look-lost, chance: 5, until: 1h }]", "sites[0].chance"),
        ])
    func problems(more: String, message: String) throws {
        let problems = #expect(throws: InputProblems.self) {
            try Samples.scenario(Samples.text(Self.plain + more + "\n"))
        }
        #expect(problems?.description.contains(message) == true, "\(String(describing: problems))")
    }

    @Test("A failure without a budget that is of liveness only is not judged")
    func safetyOnly() async throws {
        let text = try Samples.text(Self.plain + "explore: { budget: none }\n")
        let session = ExploreSession(
            [SwarmSearch(try Samples.scenario(text), text, baseline: .unknown)], seeds: 1...4)
        let (place, probe) = try #require(session.next())
        let stuck = FailureSignature(check: FailureSignature.unconverged, message: "it hangs")
        #expect(session.tell(place, probe, .broken(stuck, "")).group == nil)
        #expect(session.unjudged == 1 && session.failed == 0)
        let unsafe = FailureSignature(check: "one-owner", message: "node # has two owners")
        #expect(session.tell(place, probe, .broken(unsafe, "")).group?.signature == unsafe)
        #expect(session.tell(place, probe, .broken(unsafe, "")).group == nil)
        #expect(session.failures.groups.map(\.times) == [2] && session.failed == 2)
        #expect(session.runs == 3 && session.bound.runs == 2, "what says nothing does not count")
    }

    @Test("Runs of a planted bug tell nothing of how likely a failure is")
    func plantedOnly() async throws {
        let text = try Samples.text(Samples.buggy)
        let session = ExploreSession(
            [SwarmSearch(try Samples.scenario(text), text, baseline: .unknown)], seeds: 1...4)
        let (place, probe) = try #require(session.next())
        let met = FailureSignature(check: "off-switch-kept", message: "asked for power off")
        #expect(session.tell(place, probe, .broken(met, "")).group?.signature == met)
        #expect(session.unmet.isEmpty && session.bound.runs == 0)
    }

    @Test("A gate goes where a second of running tells most, and gives nothing up")
    func gate() throws {
        let text = try Samples.text(Self.plain)
        let search = SwarmSearch(try Samples.scenario(text), text, baseline: .unknown)
        let session = GateSession(
            [search, search], seed: 1, quarantine: .empty, day: "2026-01-01")
        let unsafe = FailureSignature(check: "one-owner", message: "two")
        var counts = [0, 0]
        for round in 0..<60 {
            let (place, probe) = try #require(session.next())
            counts[place] += 1
            // Every failure of the second is another one.
            let other = FailureSignature(check: "one-owner", message: "case \(Self.word(round))")
            _ = session.tell(place, probe, .broken(place == 1 ? other : unsafe, ""))
        }
        #expect(counts[1] > counts[0] && counts[0] > 2)
    }

    private static func word(_ number: Int) -> String {
        String(repeating: "x", count: number + 1)
    }

    @Test("The moment a failure was decided is found, to a thousandth of the run")
    func why() {
        let decided = TimePoint(nanoseconds: 7_777_000_000)
        var session = WhySession(end: TimePoint(nanoseconds: 10_000_000_000))
        for _ in 1...WhySession.rounds {
            for moment in session.moments() {
                for run in 0..<10 { session.add(moment, fails: moment >= decided || run == 0) }
            }
        }
        let knee = session.knee
        #expect(knee.map { $0.before < decided && decided <= $0.after } == true)
        let width = knee.map { $0.after.nanoseconds - $0.before.nanoseconds } ?? .max
        #expect(width < 10_000_000_000 / 1000)
    }
}

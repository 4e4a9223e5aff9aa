import Documents
import Facts
import Matching
import OrderedCollections
import Pictures
import Testing

@Suite struct ProfileMatchingTests {
    static func profile(
        _ name: String, _ count: ProfileCount, _ spec: String, _ database: String? = nil
    ) throws -> MatchProfile {
        MatchProfile(
            name: name, count: count, spec: try MatchSpec(spec),
            database: try database.map { try ConfigurationDatabase($0) })
    }

    static func machine(_ name: String, disks: Int, cpus: Int = 4) -> MatchMachine {
        MatchMachine(
            name: name,
            facts: (0..<disks).map { Fact("disk", "sd\($0)", "size", "100") } + [
                Fact("cpu", "logical", "number", "\(cpus)"),
                Fact("network", "eth0", "serial", "mac-of-\(name)"),
            ])
    }

    static let oneDisk = "[('disk', '$d', 'size', '100')]"
    static let twoDisks = "[('disk', '$d', 'size', '100'), ('disk', '$e', 'size', '100')]"

    private func profiles(of plan: MatchPlan) -> [String: String?] {
        Dictionary(uniqueKeysWithValues: plan.outcomes.map { ($0.key, $0.value.profile) })
    }

    @Test func `the first profile that fits and is left is given`() throws {
        let profiles = [
            try Self.profile("storage", .exactly(1), Self.twoDisks),
            try Self.profile("compute", .any, Self.oneDisk),
        ]
        let machines = [
            Self.machine("a", disks: 2), Self.machine("b", disks: 2), Self.machine("c", disks: 1),
            Self.machine("d", disks: 0),
        ]
        let plan = ProfileMatching(profiles, method: .reference).plan(machines)
        #expect(
            self.profiles(of: plan) == ["a": "storage", "b": "compute", "c": "compute", "d": nil])
    }

    @Test func `an unmatched machine is told what speaks against each profile`() throws {
        let profiles = [
            try Self.profile("storage", .exactly(1), Self.twoDisks),
            try Self.profile("compute", .any, Self.oneDisk),
        ]
        let plan = ProfileMatching(profiles).plan([Self.machine("d", disks: 0)])
        guard case .unmatched(let refusals)? = plan.outcomes["d"] else {
            Issue.record("the machine was given a profile")
            return
        }
        #expect(refusals.map(\.profile).sorted() == ["compute", "storage"])
        #expect(refusals.allSatisfy { $0.reason.contains("no fact fits ('disk', '$d'") })
        #expect(plan.shortages == ["storage": 1])
    }

    /// Greedy order gives the machine that could be anything the only place that another needs.
    @Test func `machines change profiles where greedy order leaves one without`() throws {
        let profiles = [
            try Self.profile("small", .exactly(1), Self.oneDisk),
            try Self.profile("large", .exactly(1), Self.twoDisks),
        ]
        let machines = [Self.machine("big", disks: 2), Self.machine("little", disks: 1)]
        let greedy = ProfileMatching(profiles, method: .reference).plan(machines)
        #expect(self.profiles(of: greedy) == ["big": "small", "little": nil])
        let optimal = ProfileMatching(profiles, method: .optimal).plan(machines)
        #expect(self.profiles(of: optimal) == ["big": "large", "little": "small"])
        #expect(optimal.shortages.isEmpty)
    }

    @Test func `a profile for any number gives machines to one that is short`() throws {
        let profiles = [
            try Self.profile("compute", .any, Self.oneDisk),
            try Self.profile("storage", .exactly(2), Self.twoDisks),
        ]
        let machines = (0..<4).map { Self.machine("m\($0)", disks: $0 % 2 + 1) }
        let plan = ProfileMatching(profiles).plan(machines)
        #expect(plan.shortages.isEmpty)
        #expect(plan.outcomes.values.count { $0.profile == "storage" } == 2)
        #expect(plan.outcomes.values.count { $0.profile == "compute" } == 2)
    }

    @Test func `running twice gives the same, whoever comes first`() throws {
        let database = "generate({'ip': '10.0.0.1-9', 'hostname': 'host01-09'})"
        let profiles = [try Self.profile("compute", .exactly(2), Self.oneDisk, database)]
        let first = [Self.machine("a", disks: 1), Self.machine("b", disks: 1)]
        let plan = ProfileMatching(profiles).plan(first)
        let record = try #require(
            MatchRecord(try DocumentValue(json: plan.record(over: MatchRecord()).document.json)))
        let second = [Self.machine("c", disks: 1)] + first.reversed()
        let again = ProfileMatching(profiles).plan(second, record: record)
        for name in ["a", "b"] {
            guard case .given(let before, _)? = plan.outcomes[name],
                case .given(let after, isKept: true)? = again.outcomes[name]
            else {
                Issue.record("\(name) did not keep its profile")
                continue
            }
            #expect(before == after)
        }
        #expect(again.outcomes["c"]?.profile == nil)
        let alone = ProfileMatching(profiles).plan([second[0]], record: record)
        #expect(alone.outcomes["c"]?.profile == nil, "machines that are away keep their places")
    }

    @Test func `a report tells who is unusable, why, and what is lacking`() throws {
        let profiles = [try Self.profile("storage", .exactly(2), Self.twoDisks)]
        let machines = [Self.machine("a", disks: 2), Self.machine("b", disks: 1)]
        let report = MatchReport(ProfileMatching(profiles).plan(machines))
        #expect(!report.isComplete)
        #expect(report.table.rows.map { $0.cells[1] } == ["storage", "unusable"])
        #expect(report.table.rows[1].cells[2].hasPrefix("storage: 1 of 2 lines match"))
        #expect(report.profiles.rows.map(\.cells) == [["storage", "1", "1"]])
        #expect(report.json["machines"]?["a"]?["settings"]?["d"] == "sd0")
        #expect(report.page.html.contains("1 of 2 machines have a profile"))
    }

    @Test func `a profile for no machine is given to none`() throws {
        let plan = ProfileMatching([try Self.profile("vm", .exactly(0), Self.oneDisk)])
            .plan([Self.machine("a", disks: 1)])
        guard case .unmatched(let refusals)? = plan.outcomes["a"] else { return }
        #expect(refusals.first?.reason == "matches, but the profile is for no machine")
    }

    @Test func `demanded variables choose the entry`() throws {
        let spec = "[('network', '$eth', 'serial', '$$mac')]"
        let database = """
            [{'mac': 'mac-of-b', 'hostname': 'second'}, {'mac': 'mac-of-a', 'hostname': 'first'}]
            """
        let profiles = [try Self.profile("named", .any, spec, database)]
        let plan = ProfileMatching(profiles).plan(
            [Self.machine("a", disks: 1), Self.machine("c", disks: 1)])
        guard case .given(let grant, _)? = plan.outcomes["a"] else {
            Issue.record("no entry was given")
            return
        }
        #expect(grant.settings.values["hostname"] == "first")
        #expect(grant.settings.values["eth"] == "eth0")
        guard case .unmatched(let refusals)? = plan.outcomes["c"] else { return }
        #expect(refusals.first?.reason == "no entry of 'named.cmdb' has mac 'mac-of-c'")
    }

    @Test func `a database without entries left serves no more`() throws {
        let profiles = [
            try Self.profile("compute", .any, Self.oneDisk, "generate({'host': 'h1-2'})")
        ]
        let machines = (0..<3).map { Self.machine("m\($0)", disks: 1) }
        let plan = ProfileMatching(profiles).plan(machines)
        #expect(plan.outcomes.values.count { $0.profile == "compute" } == 2)
    }

    @Test func `optimal never serves fewer than greedy, and as many as any order`() throws {
        var generator = SplitMix(state: 7)
        for _ in 0..<60 {
            let sizes = (0..<5).map { _ in Int(generator.next() % 4) }
            let counts = (0..<3).map { _ in Int(generator.next() % 3) }
            let specs = (1...3).map { count in
                "["
                    + (0..<count).map { "('disk', '$d\($0)', 'size', '100')" }
                    .joined(separator: ", ") + "]"
            }
            let profiles = try zip(specs, counts).enumerated().map { index, pair in
                try Self.profile("p\(index)", .exactly(pair.1), pair.0)
            }
            let machines = sizes.enumerated().map { Self.machine("m\($0)", disks: $1) }
            let best = Self.best(sizes, counts)
            let plan = ProfileMatching(profiles).plan(machines)
            #expect(plan.outcomes.values.count { $0.profile != nil } == best)
            let greedy = ProfileMatching(profiles, method: .reference).plan(machines)
            #expect(greedy.outcomes.values.count { $0.profile != nil } <= best)
        }
    }

    /// How many machines can be served, by trying everything: a machine fits the profiles that
    /// want no more disks than it has.
    private static func best(_ sizes: [Int], _ counts: [Int]) -> Int {
        guard let size = sizes.first else { return 0 }
        let rest = Array(sizes.dropFirst())
        var best = best(rest, counts)
        for profile in counts.indices where counts[profile] > 0 && size > profile {
            var left = counts
            left[profile] -= 1
            best = max(best, 1 + Self.best(rest, left))
        }
        return best
    }
}

import Foundation
import Hardware
import Harness
import Testing

@Suite("A wrong scenario")
struct ScenarioProblemTests {
    struct Mistake: Sendable, CustomTestStringConvertible {
        let found: String
        let replacement: String
        let line: Int
        let path: String
        let message: String

        init(_ found: String, _ to: String, _ line: Int, _ path: String, _ message: String) {
            self.found = found
            replacement = to
            self.line = line
            self.path = path
            self.message = message
        }

        var testDescription: String { "\(found) -> \(replacement)" }
    }

    static let keys = [
        Mistake("datacenter:", "datacentre:", 11, "datacentre", "did you mean 'datacenter'?"),
        Mistake("datacenter:", "zzzzzz:", 11, "zzzzzz", "known are scenario, inventory"),
        Mistake("limits:", "expect:", 34, "expect", "'expect' is there twice, first in line 31"),
        Mistake("  roles:", "  role:", 13, "cloud", "missing key 'roles', expected a list"),
        Mistake("scenario: full-cloud", "a: b", 2, "", "missing key 'scenario'"),
        Mistake(
            "full-cloud",
            "other",
            2,
            "scenario",
            "expected 'full-cloud', the name of the file"
        ),
        Mistake("count: 20, ", "", 4, "machines[0]", "missing key 'count'"),
        Mistake("count: 20", "cuont: 20", 4, "machines[0].cuont", "did you mean 'count'?"),
        Mistake("heal: 3h", "hael: 3h", 34, "limits.hael", "did you mean 'heal'?"),
        Mistake("{ size: 512MiB }", "{ }", 9, "machines[1].disks[1]", "missing key 'size'"),
    ]

    static let units = [
        Mistake(
            "after: 3s",
            "after: 3",
            23,
            "faults[0].after",
            "the number 3, expected a duration"
        ),
        Mistake("for: 10m", "for: 10 minutes", 23, "faults[0].for", "found '10 minutes'"),
        Mistake("at: 42m", "at: -42m", 25, "faults[2].at", "expected a duration with its unit"),
        Mistake("at: 1d", "at: 99999999999d", 30, "faults[7].at", "expected a duration"),
        Mistake("32GiB", "32GB", 4, "machines[0].memory", "with a binary unit, such as 32GiB"),
        Mistake("32GiB", "32", 4, "machines[0].memory", "found the number 32, expected an amount"),
        Mistake("16GiB", "0GiB", 8, "machines[1].memory", "an amount above zero"),
        Mistake("10Gbit/s", "10G", 11, "datacenter.nic", "with its unit, such as 10Gbit/s"),
        Mistake("5%", "105%", 11, "datacenter.slow-machines", "between 0% and 100%"),
        Mistake("5%", "0.05", 11, "datacenter.slow-machines", "found the number 0.05"),
        Mistake("200ppm", "200", 28, "faults[5].by", "a drift such as 200ppm"),
        Mistake("by: -5m", "by: soon", 29, "faults[6].by", "a jump such as 5m or -5m"),
        Mistake("12h", "0s", 34, "limits.virtual-time", "found no time at all"),
        Mistake("pivot: 5m", "pivot: soon", 21, "seed.off-after-pivot", "found 'soon'"),
    ]

    static let types = [
        Mistake("count: 20", "count: '20'", 4, "machines[0].count", "found '20', expected a whole"),
        Mistake("count: 20", "count: 0", 4, "machines[0].count", "from 1 to 100000"),
        Mistake("count: 20", "count: 1.5", 4, "machines[0].count", "found the number 1.5"),
        Mistake("count: 3,", "count: -3,", 19, "cloud.roles[0].count", "from 1 to 10000"),
        Mistake("rack: rack-1", "rack: 1", 4, "machines[0].rack", "found the number 1"),
        Mistake(
            "rotational: yes",
            "rotational: 7",
            9,
            "machines[1].disks[0].rotational",
            "yes or no"
        ),
        Mistake("mode: scale", "mode: [scale]", 14, "cloud.mode", "found a list"),
        Mistake("{ off-after-pivot: 5m }", "5m", 21, "seed", "with the key 'off-after-pivot'"),
        Mistake("{ serial: wd-1 }", "{ size: x }", 10, "machines[1].root-device.size", "a whole"),
    ]

    static let names = [
        Mistake("mode: scale", "mode: huge", 14, "cloud.mode", "'huge'; known are poc, scale"),
        Mistake("expect: refused", "expect: no-luck", 31, "expect", "known are converged, refused"),
        Mistake(
            "fault: bmc-silent",
            "fault: bmc-deaf",
            25,
            "faults[2].fault",
            "known are power-loss"
        ),
        Mistake("phase: pivot", "phase: pivto", 23, "faults[0].on.phase", "known are enrolment"),
        Mistake("disk.write-started", "disk.eaten", 26, "faults[3].on.event", "machine.powered"),
        Mistake("bug: store", "bug: shop", 32, "bug", "known are store-ignores-conditions"),
        Mistake("by: one-lock-holder", "by: none", 33, "caught-by", "known are one-lock-holder"),
        Mistake("where: seed", "where: moon", 23, "faults[0].where", "expected seed, leader, any"),
        Mistake(
            "role: controller",
            "role: ceph",
            24,
            "faults[1].where.role",
            "controller, compute"
        ),
        Mistake("{ rack: rack-2 }", "{ rack: r9 }", 25, "faults[2].where.rack", "rack-1, rack-2"),
        Mistake("cn-20", "cn-21", 30, "faults[7].where.machine", "found no machine 'cn-21'"),
        Mistake("flavor: compute", "flavor: gpu", 20, "cloud.roles[1].flavor", "control, compute"),
        Mistake("flavor: control }", "flavor: x }", 12, "undercloud.flavor", "unknown flavor 'x'"),
    ]

    static let rules = [
        Mistake("from-seed: 1", "from-seed: 3", 12, "undercloud.from-seed", "from 1 to 2"),
        Mistake(
            "name: compute, count",
            "name: controller, count",
            20,
            "cloud.roles[1].name",
            "dupl"
        ),
        Mistake("name: compute, proc", "name: control, proc", 17, "cloud.flavors[1].name", "dupl"),
        Mistake("mode: scale", "mode: poc", 15, "cloud.flavors", "found 2 flavors, expected one"),
        Mistake("machines:", "inventory: x.json\nmachines:", 4, "machines", "one of the two"),
        Mistake(
            "{ nic:",
            "{ racks: 3, nic:",
            11,
            "datacenter.racks",
            "the machines name their racks"
        ),
        Mistake("at: 42m", "at: 42m, on: {}", 25, "faults[2].on", "one of the two"),
        Mistake("at: 42m, ", "", 25, "faults[2]", "missing key 'at' or 'on'"),
        Mistake("at: 42m", "at: 42m, after: 3s", 25, "faults[2].after", "expected it beside 'on'"),
        Mistake("for: 20m", "for: 20m, by: 3s", 25, "faults[2].by", "a clock's fault only"),
        Mistake("by: 200ppm, ", "", 28, "faults[5]", "missing key 'by'"),
        Mistake(
            "where: leader, at",
            "where: leader, count: 2, at",
            28,
            "faults[5].count",
            "one machine"
        ),
        Mistake(
            "on: { event: disk.write-started, nth: 2 }",
            "at: 1s",
            26,
            "faults[3].where",
            "no event"
        ),
        Mistake("phase: pivot", "phase: pivot, nth: 2", 23, "faults[0].on.nth", "with an event"),
        Mistake("caught-by: one-lock-holder\n", "", 32, "bug", "expected 'caught-by'"),
        Mistake("bug: store-ignores-conditions\n", "", 32, "caught-by", "expected 'bug'"),
        Mistake("name: controller,", "name: 0bad,", 13, "cloud", "cannot start a host name"),
    ]

    @Test(
        "names line, path and what was expected, for every kind of mistake",
        arguments: keys + units + types + names + rules
    )
    func oneMistake(mistake: Mistake) throws {
        let range = try #require(ScenarioText.good.range(of: mistake.found), "not in the good file")
        let text = ScenarioText.good.replacingCharacters(in: range, with: mistake.replacement)
        let problems = ScenarioText.problems(text)
        let hit = problems.first {
            $0.path == mistake.path && $0.message.contains(mistake.message)
        }
        #expect(hit?.line == mistake.line, "\(problems)")
    }

    @Test("mistakes are told all at once, in the file's order")
    func allAtOnce() {
        let text = ScenarioText.good
            .replacing("mode: scale", with: "mode: huge").replacing("32GiB", with: "32GB")
            .replacing("where: seed", with: "where: moon").replacing("heal: 3h", with: "heal: 3")
        #expect(ScenarioText.problems(text).map(\.line) == [4, 14, 23, 34])
    }

    @Test(
        "that is no scenario at all says so",
        arguments: [
            ("", "found an empty file"), ("- a", "found a list, expected a mapping"),
            ("{", "cannot be read as YAML"), ("a: &b [*b]", "found undefined alias"),
            ("{}", "missing key 'cloud'"), ("{}", "missing key 'inventory' or 'machines'"),
        ]
    )
    func noScenario(text: String, message: String) {
        let problems = ScenarioText.problems(text)
        #expect(problems.contains { $0.message.contains(message) }, "\(problems)")
    }

    @Test("cut off at any place is refused or read, never a crash")
    func truncated() {
        let bytes = Array(ScenarioText.good.utf8)
        for end in bytes.indices {
            let problems = ScenarioText.problems(Array(bytes[..<end]))
            for problem in problems { #expect(problem.line >= 1 && !problem.message.isEmpty) }
        }
    }

    @Test("with damaged bytes is refused or read, never a crash", arguments: UInt64(1)...6)
    func damaged(seed: UInt64) {
        let bytes = Array(ScenarioText.good.utf8)
        var state = seed
        for index in bytes.indices {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            var damaged = bytes
            damaged[index] ^= UInt8(truncatingIfNeeded: state >> 33) | 1
            let problems = ScenarioText.problems(damaged)
            for problem in problems { #expect(problem.line >= 1 && !problem.message.isEmpty) }
        }
    }

    @Test("whose aliases multiply without end is refused in no time")
    func aliases() {
        let levels = (1...40).map { level in
            let copies = repeatElement("*a\(level - 1)", count: 9).joined(separator: ",")
            return "a\(level): &a\(level) [\(copies)]"
        }
        let text = "a0: &a0 [x]\n" + levels.joined(separator: "\n")
        #expect(ScenarioText.problems(text).contains { $0.path == "a40" })
    }
}

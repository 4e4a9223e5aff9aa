import Hardware
import Harness
import Simulation
import Testing
import World

@testable import SimulatedCloud

@Suite("A disk that fails its server")
struct DiskAnswerTests {
    /// A fault and what its node is to say of it.
    struct Answer: Sendable, CustomTestStringConvertible {
        let fault: HardwareFault
        let words: String

        var testDescription: String { fault.rawValue }
    }

    private static let answers = [
        Answer(fault: .sectorError, words: " error at "),
        Answer(fault: .bitRot, words: "what was read back is not image"),
        Answer(fault: .lostWrite, words: "what was read back is not image"),
        Answer(fault: .misdirectedWrite, words: "what was read back is not image"),
        Answer(fault: .diskDead, words: "does not answer"),
        Answer(fault: .diskUnplugged, words: "does not answer"),
        Answer(fault: .diskReadOnly, words: "is read only"),
        Answer(fault: .diskLocked, words: "it is locked by a password"),
        Answer(fault: .diskFull, words: "no space left"),
        Answer(fault: .diskSlow, words: "MB/s"),
    ]

    @Test("is named with what is wrong with it, and the server goes elsewhere", arguments: answers)
    func named(answer: Answer) throws {
        let (report, reasons) = try Self.run(
            "{ fault: \(answer.fault.rawValue), where: subject, "
                + "on: { event: disk.write-started, nth: 2 } }")
        #expect(report.verdict.outcome == .passed, "\(TextReport.text(of: report))")
        #expect(
            reasons.contains { $0.contains("/dev/sda (serial S") && $0.contains(answer.words) },
            "\(reasons)")
    }

    @Test("is named when it is pulled out of a machine that is being cleaned")
    func pulledWhileCleaned() throws {
        let (report, reasons) = try Self.run(
            "{ fault: disk-unplugged, where: subject, "
                + "on: { event: disk.erased, nth: 2 }, after: 10ms, for: 10m }")
        #expect(report.verdict.outcome == .passed, "\(TextReport.text(of: report))")
        #expect(
            reasons.contains {
                $0.contains("(serial S") && $0.contains("went away in the middle of the erase")
            }, "\(reasons)")
    }

    @Test("that rots under a running undercloud costs no state, and is told of")
    func storeCopy() throws {
        let (report, _) = try Self.run(
            "{ fault: bit-rot, where: leader, on: { phase: operation }, after: 5m, for: 1s }",
            nodes: 2)
        #expect(report.verdict.outcome == .passed, "\(TextReport.text(of: report))")
        #expect(report.story.contains { $0.kind == .copyDamaged })
    }

    private static func run(
        _ fault: String, nodes: Int = 1
    ) throws -> (report: RunReport, reasons: [String]) {
        let text = """
            scenario: bad-disk
            machines:
              - { count: 5, rack: rack-1, processors: 8, memory: 32GiB }
            undercloud: { control-nodes: \(nodes), from-seed: 1, flavor: baremetal }
            cloud:
              mode: poc
              flavors: [{ name: baremetal, processors: 4, memory: 8GiB, disk: 40GiB }]
              roles: [{ name: controller, count: 1, flavor: baremetal }]
            faults:
              - \(fault)
            """
        let scenario = try ScenarioReader.read(
            Array(text.utf8), file: "bad-disk.yaml",
            vocabulary: .standard(bugs: SimulatedTestbed.bugs))
        let testbed = SimulatedTestbed(scenario, seed: 4, schedule: .shuffle)
        var reasons: [String] = []
        testbed.observe { observation in
            guard case .entry(let entry) = observation,
                entry.event.kind == "node.provision-state",
                let reason = entry.event.fields.first(where: { $0.name == "reason" })
            else { return }
            reasons.append(reason.value)
        }
        let report = Runner(
            RunParameters(scenario: scenario, seed: 4, schedule: .shuffle), on: testbed,
            in: RunSurroundings(wall: { .zero }, interruption: { .none })
        ).run()
        return (report, reasons)
    }
}

import Explorer
import Hardware
import Harness
import Testing

struct ShrinkTests {
    private static let loop = ProbeLoop(LocalProber(), width: 1)

    @Test("A planted bug is found, and shrunk to what it needs, and shown by the smaller scenario")
    func endToEnd() async throws {
        let text = try Samples.text(Samples.buggy)
        let probe = Probe(text, origin: "buggy.yaml", seed: 1, schedule: .shuffle)
        let signature = try #require(await LocalProber().result(of: probe).signature)
        #expect(signature.check == "off-switch-kept")
        let shrinker = Shrinker(probe, signature, loop: Self.loop, width: 2)
        var told: [String] = []
        let result = await shrinker.run(isOver: { told.count > 40 }, tell: { told.append($0) })
        let size = ScenarioSize(result.probe.text)
        #expect(size.faults == 0 && size.machines <= 3, "\(result.probe.text.text)")
        #expect(result.removed == told && result.runs > 0)
        #expect(result.isMinimal, "nothing is gone back to: \(told)")
        #expect(result.probe.schedule == .fifo)
        // It still has the comment at its head, and fails by itself.
        #expect(result.probe.text.text.hasPrefix("# Planted bug"))
        let again = await LocalProber().result(of: result.probe)
        #expect(again.signature == signature)
    }

    @Test("Nothing is taken away that the failure needs")
    func keepsWhatMatters() async throws {
        let shrinker = Shrinker(
            try Self.probe(), Self.needsBoth, loop: ProbeLoop(NeedyProber(), width: 2), width: 2)
        let result = await shrinker.run(isOver: { false }, tell: { _ in })
        let faults = result.probe.text.root["faults"]?.items.compactMap { $0["fault"]?.text }
        #expect(faults == ["b", "e"])
        #expect(result.isMinimal)
        #expect(result.probe.text.root["machines"]?.items.count ?? 0 == 0)
    }

    @Test("Another failure is not taken for the same one")
    func doesNotSlip() async throws {
        // What is left of it fails too, otherwise.
        let shrinker = Shrinker(
            try Self.probe(), Self.needsBoth,
            loop: ProbeLoop(NeedyProber(otherwise: .init(check: "other", message: "x")), width: 1),
            width: 1)
        let result = await shrinker.run(isOver: { false }, tell: { _ in })
        #expect(result.probe.text.root["faults"]?.items.count == 2)
    }

    static let needsBoth = FailureSignature(check: "needs", message: "b and e")

    private static func probe() throws -> Probe {
        let faults = ["a", "b", "c", "d", "e", "f", "g"].map { "  - { fault: \($0) }\n" }.joined()
        let text = "scenario: needy\nmachines:\n  - { count: 9 }\nfaults:\n" + faults
        return Probe(
            try Samples.text(text), origin: "needy.yaml", seed: 5, schedule: .pct(depth: 3))
    }

    /// Fails where both of two faults are there.
    private struct NeedyProber: Prober {
        var otherwise: FailureSignature?

        func result(of probe: Probe) async -> ProbeResult {
            let faults = probe.text.root["faults"]?.items.compactMap { $0["fault"]?.text } ?? []
            if faults.contains("b"), faults.contains("e") { return .broken(needsBoth, "") }
            return otherwise.map { .broken($0, "") } ?? .stopped
        }
    }
}

import Hardware
import Testing
import World

@testable import BareMetal

@Suite("A rebuild")
struct RebuildTests {
    private static let layout = PartitionLayout(
        root: .gibibytes(20), swap: .zero, ephemeral: .gibibytes(10))

    private static func decide(
        _ terms: RebuildTerms, deployed: PartitionLayout? = layout
    ) -> Result<RequestDecision, ConductorError> {
        let node = RequestDecisionTests.node(.active) { $0.instance?.layout = deployed }
        return RequestDecisionTests.decide(.rebuild(Bench.otherImage, terms), node)
    }

    private static func refusal(
        _ terms: RebuildTerms, deployed: PartitionLayout? = layout
    ) -> String? {
        guard case .failure(.forbidden(_, .invalid(let reason))) = decide(terms, deployed: deployed)
        else { return nil }
        return reason
    }

    @Test("makes the ephemeral partition anew unless it is told to keep it")
    func made() throws {
        let node = try Self.decide(RebuildTerms()).get().node
        #expect(node.instance?.ephemeral == .made)
        let kept = try Self.decide(RebuildTerms(ephemeral: .preserved)).get().node
        #expect(kept.instance?.ephemeral == .preserved)
        #expect(kept.instance?.layout == Self.layout)
    }

    @Test("preserves an ephemeral partition only if root, swap and ephemeral are unchanged")
    func unchanged() throws {
        var other = Self.layout
        other.ephemeral = .gibibytes(9)
        let refusal = Self.refusal(RebuildTerms(layout: other, ephemeral: .preserved))
        #expect(refusal?.hasSuffix("ephemeral was 10 GiB and is to be 9 GiB") == true)
        let changed = try Self.decide(RebuildTerms(layout: other)).get().node
        #expect(changed.instance?.layout == other, "What is made anew may be made otherwise.")
        #expect(Self.refusal(RebuildTerms(layout: Self.layout, ephemeral: .preserved)) == nil)
    }

    @Test("preserves nothing of a whole-disk image")
    func wholeDisk() {
        #expect(
            Self.refusal(RebuildTerms(ephemeral: .preserved), deployed: nil)
                == "a whole-disk image leaves no ephemeral partition to preserve")
        #expect(Self.refusal(RebuildTerms(), deployed: nil) == nil)
    }

    @Test("preserves nothing where there is nothing to preserve")
    func nothing() {
        #expect(
            Self.refusal(
                RebuildTerms(ephemeral: .preserved),
                deployed: PartitionLayout(root: .gibibytes(20)))
                == "there is no ephemeral partition to preserve")
    }
}

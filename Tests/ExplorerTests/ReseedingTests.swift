import Explorer
import Harness
import Testing

struct ReseedingTests {
    private func trace(_ reseeding: Reseeding?) async throws -> TraceReport {
        let text = try Samples.text(
            Samples.buggy.replacing("count: 2, flavor", with: "count: 1, flavor"))
        let probe = Probe(
            text, origin: "buggy.yaml", seed: 3, schedule: .shuffle, reseeding: reseeding)
        return try #require(await LocalProber().result(of: probe).report?.trace)
    }

    @Test("Other chance is drawn from a moment on, and the same one again")
    func changes() async throws {
        let early = try await trace(Reseeding(at: .seconds(60), salt: 1))
        let again = try await trace(Reseeding(at: .seconds(60), salt: 1))
        let other = try await trace(Reseeding(at: .seconds(60), salt: 2))
        #expect(early == again)
        #expect(early.hash != other.hash)
    }
}

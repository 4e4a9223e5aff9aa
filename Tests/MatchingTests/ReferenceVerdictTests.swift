import Documents
import Facts
import Matching
import OrderedCollections
import TestFiles
import Testing

/// Verdicts of `hardware.matcher.match_all` 0.33.0 on drawn facts and specifications: facts,
/// specification, verdict, variables, demanded variables.
@Suite struct ReferenceVerdictTests {
    static let cases = (try? Fixture.document("matcher-verdicts.json"))?.list ?? []

    @Test func `every verdict and every binding is the reference's`() throws {
        try #require(Self.cases.count >= 300)
        for (index, item) in Self.cases.enumerated() {
            let parts = try #require(item.list)
            let spec = try MatchSpec(Samples.specification(parts[1]))
            let matcher = SpecMatcher(spec, on: FactSheet(Samples.facts(parts[0])))
            let match = try? matcher.match()
            #expect((match != nil) == (parts[2] == .bool(true)), "case \(index)")
            guard let match, parts[2] == .bool(true) else { continue }
            #expect(plain(match.variables) == Samples.texts(parts[3]), "case \(index)")
            #expect(plain(match.demanded) == Samples.texts(parts[4]), "case \(index)")
        }
    }

    private func plain(_ texts: OrderedDictionary<String, String>) -> [String: String] {
        Dictionary(uniqueKeysWithValues: texts.map { ($0.key, $0.value) })
    }
}

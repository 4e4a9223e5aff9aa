import Facts
import Testing

@testable import Outliers

struct CardiffTests {
    @Test(
        "the nineteen blades' verdicts are the reference's, line by line",
        .enabled(if: SharedInputs.arePresent, "there is no ../shared beside this clone"),
        arguments: [
            Set<CardiffDefect>(), Set(CardiffDefect.allCases).subtracting([.disksNeverAnalysed]),
        ])
    func blades(defects: Set<CardiffDefect>) throws {
        let golden = try SharedInputs.text("golden/cardiff_19xBL460c.default.txt")
        let report = CardiffReport(try SharedInputs.fleet(), defects: defects)
        func verdicts(_ text: String) -> [String] {
            text.split(separator: "\n").map(String.init).filter {
                $0.contains(" : ") && !$0.contains(" : Checking ") && !Self.isRemark($0)
            }.sorted()
        }
        let (ours, theirs) = (verdicts(CardiffText(report).text), verdicts(golden))
        #expect(ours.count == theirs.count)
        #expect(Set(ours).subtracting(theirs) == [])
        #expect(Set(theirs).subtracting(ours) == [])
    }

    /// What the reference passes over in silence.
    private static func isRemark(_ line: String) -> Bool {
        ["nothing to compare", "not all the figures", "was not measured"].contains {
            line.contains($0)
        }
    }
}

import Testing

@testable import Harness
@testable import Reports

@Suite("Outliers among seeds")
struct SeedOutlierTests {
    private func report(_ seed: UInt64, seconds: Double, lost: Int = 0) -> RunReport {
        let story = (0..<lost).map { _ in
            StoryEntry(
                kind: .serverTaken, began: TimeSpan(.zero), ended: TimeSpan(.zero), count: 1,
                subjects: [], text: "")
        }
        return HandMadeRun(racks: [:]).report(seed: seed, seconds: seconds, story: story)
    }

    @Test("are the seeds that took far longer than the others, or lost more")
    func odd() {
        let usual = (1...20).map { report(UInt64($0), seconds: 3000 + Double($0 % 5) * 20) }
        let all = usual + [report(21, seconds: 9000), report(22, seconds: 3010, lost: 3)]
        let found = SeedOutlier.find(among: all)
        #expect(Set(found.map(\.report.verdict.seed)) == [21, 22])
        #expect(found.contains { $0.report.verdict.seed == 21 && $0.figure == .time })
        #expect(found.contains { $0.report.verdict.seed == 22 && $0.figure == .serversLost })
    }

    @Test("are nobody where all are alike, or where too few are known")
    func none() {
        #expect(SeedOutlier.find(among: (1...20).map { report($0, seconds: 60) }).isEmpty)
        let few = (1...4).map { report($0, seconds: Double($0) * 1000) }
        #expect(SeedOutlier.find(among: few).isEmpty)
    }
}

import SimulatedCluster
import Testing

@Suite("The scheduler, held against Pacemaker's own")
struct SchedulerTruthTests {
    /// Seeds in which the two differ, and why.
    static let disagreements: [UInt64: String] = [:]

    /// Of a hundred states, Pacemaker 2.1.5 gives up about one, by an assertion of its own.
    static let unanswered = 3

    private static let isInstalled = RealScheduler.isInstalled

    @Test(
        "fences the same nodes and does the same to the same resources as crm_simulate",
        .enabled(if: isInstalled, "crm_simulate is missing: install pacemaker-cli-utils"),
        arguments: [1...125, 126...250] as [ClosedRange<UInt64>])
    func agrees(seeds: ClosedRange<UInt64>) throws {
        let states = seeds.map { GeneratedCluster(seed: $0).state }
        let answers = try RealScheduler.answers(to: states.map(CIB.text))
        for ((seed, state), answer) in zip(zip(seeds, states), answers) {
            guard let answer else { continue }
            let model = PlannedStep.steps(of: ClusterScheduler.transition(from: state))
            let extra = model.subtracting(answer).sorted()
            let missing = answer.subtracting(model).sorted()
            let isKnown = Self.disagreements[seed] != nil
            #expect(
                (extra.isEmpty && missing.isEmpty) != isKnown,
                "seed \(seed): only the model \(extra); only Pacemaker \(missing)")
        }
        #expect(answers.count { $0 == nil } <= Self.unanswered)
        #expect(answers.contains { $0?.contains { $0.task == "stonith" } ?? false })
        #expect(answers.contains { $0?.contains { $0.task == "promote" } ?? false })
    }

    @Test("reads back the state that it has written", arguments: 1...40 as ClosedRange<UInt64>)
    func readsBack(seed: UInt64) throws {
        let state = GeneratedCluster(seed: seed).state
        let read = try CIB.read(CIB.text(of: state))
        #expect(read.statuses == state.statuses)
        #expect(read.resources == state.resources)
        #expect(
            ClusterScheduler.transition(from: read) == ClusterScheduler.transition(from: state))
    }
}

import SimulatedDatacenter
import Simulation
import Testing
import World

@Suite("The contract of stores")
struct StoreContractTests {
    @Test("is met by the simulated store", arguments: SimulatedRun.all(1...40))
    func simulatedStoreMeetsContract(run: SimulatedRun) {
        let violations = run.findings { await StoreContract.simulated($0).violations() }
        #expect(violations == [])
    }

    @Test("is met by SQLite", .timeLimit(.minutes(2)))
    func sqliteMeetsContract() async throws {
        let folder = try TemporaryFolder()
        let violations = await StoreContract.sqlite(in: folder.url).violations()
        #expect(violations == [])
    }

    @Test("is broken by a store that ignores conditions", arguments: SimulatedRun.all(1...3))
    func ignoredConditionsAreFound(run: SimulatedRun) {
        var defects = StoreDefects()
        defects.ignoresConditions = true
        let violations = run.findings { [defects] process in
            await StoreContract.simulated(process, defects: defects).violations()
        }
        for promise in [
            "an insert of what is there is refused", "a replacement of what has changed",
            "a replacement of what was deleted", "a deletion of what has changed",
            "rests on what it requires", "one of two who insert",
            "lose no update of each other's", "not restored over what is there",
        ] {
            #expect(violations.contains { $0.contains(promise) }, "\(promise): \(violations)")
        }
    }

    @Test(
        "is broken by a store with any one planted defect",
        arguments: DefectiveStore.Defect.allCases
    )
    func plantedDefectsAreFound(defect: DefectiveStore.Defect) {
        let violations = SimulatedRun(seed: 1, schedule: .fifo).findings { process in
            await StoreContract.simulated(process) {
                DefectiveStore(sound: $0, defect: defect)
            }.violations()
        }
        #expect(violations.contains { $0.contains(defect.broken) }, "\(violations)")
    }
}

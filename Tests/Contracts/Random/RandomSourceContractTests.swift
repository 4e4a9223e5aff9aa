import LiveWorld
import SimulatedDatacenter
import Simulation
import Testing
import World

@Suite("The contract of random sources")
struct RandomSourceContractTests {
    @Test("is met by the chance of a simulated process", arguments: SimulatedRun.all(1...10))
    func seededSourceMeetsContract(run: SimulatedRun) {
        let violations = run.findings { process in
            let simulator = process.simulator
            let source = SimulatedRandomSource(simulator.random, simulator)
            return await RandomSourceContract(source: source).violations()
        }
        #expect(violations == [])
    }

    @Test("is met by the operating system's chance")
    func systemSourceMeetsContract() async {
        #expect(await RandomSourceContract(source: SystemRandomSource()).violations() == [])
    }

    @Test(
        "is broken by a source with any one planted defect",
        arguments: DefectiveSource.Defect.allCases
    )
    func plantedDefectsAreFound(defect: DefectiveSource.Defect) {
        let violations = SimulatedRun(seed: 1, schedule: .fifo).findings { process in
            let simulator = process.simulator
            let fresh = { @Sendable in SimulatedRandomSource(simulator.random, simulator) }
            let source = DefectiveSource(sound: fresh(), defect: defect, fresh: fresh)
            return await RandomSourceContract(source: source).violations()
        }
        #expect(violations.contains { $0.contains(defect.broken) }, "\(violations)")
    }
}

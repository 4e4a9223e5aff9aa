import LiveWorld
import SimulatedDatacenter
import Simulation
import Testing
import World

@Suite("The contract of clocks")
struct ClockContractTests {
    @Test("is met by the clock of a simulated host", arguments: SimulatedRun.all(1...10))
    func simulatedClockMeetsContract(run: SimulatedRun) {
        let violations = run.findings { process in
            let clock = SimulatedClock(process: process)
            return await ClockContract(clock: clock, pause: .seconds(60)).violations()
        }
        #expect(violations == [])
    }

    @Test("is met by the clock of this host", .timeLimit(.minutes(2)))
    func liveClockMeetsContract() async {
        let contract = ClockContract(clock: LiveClock(), pause: .milliseconds(5))
        #expect(await contract.violations() == [])
    }

    @Test(
        "is broken by a clock with any one planted defect",
        arguments: DefectiveClock.Defect.allCases
    )
    func plantedDefectsAreFound(defect: DefectiveClock.Defect) {
        let violations = SimulatedRun(seed: 1, schedule: .fifo).findings { process in
            let clock = DefectiveClock(
                sound: SimulatedClock(process: process),
                defect: defect
            )
            return await ClockContract(clock: clock, pause: .seconds(60)).violations()
        }
        #expect(violations.contains { $0.contains(defect.broken) }, "\(violations)")
    }
}

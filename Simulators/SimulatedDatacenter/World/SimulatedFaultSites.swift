import Hardware
import Simulation
import World

/// Lets a process's fault sites fail as often as their lotteries say. Each draws chance of its own,
/// by its name, so that one more does not move what others do.
struct SimulatedFaultSites: FaultSites {
    private let process: SimulatedProcess
    private let lotteries: [CodeFaultLottery]
    private let chances: Confined<[FaultSite: SeededGenerator]>
    private let recorder: EventRecorder
    private let host: HostAddress

    /// - Parameter random: the process's own.
    init(
        _ lotteries: [CodeFaultLottery], process: SimulatedProcess, host: HostAddress,
        random: SeededGenerator, recorder: EventRecorder
    ) {
        self.process = process
        self.lotteries = lotteries
        self.host = host
        self.recorder = recorder
        let chances = lotteries.map { ($0.site, random.branch("site \($0.site.rawValue)")) }
        self.chances = Confined(
            process.simulator, Dictionary(chances, uniquingKeysWith: { first, _ in first }))
    }

    func happens(at site: FaultSite) -> Bool {
        guard let lottery = lotteries.first(where: { $0.site == site }), process.isAlive,
            process.simulator.now - .zero < lottery.until
        else { return false }
        let share = chances.write { chances in
            chances[site].map { chance in
                var chance = chance
                defer { chances[site] = chance }
                return Double.random(in: 0..<1, using: &chance)
            }
        }
        guard let share, share < lottery.chance.value else { return false }
        recorder.record(CodeFaultEvent(host: host, site: site), from: process.name)
        return true
    }
}

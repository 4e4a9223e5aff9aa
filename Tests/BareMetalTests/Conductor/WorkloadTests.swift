import Hardware
import SimulatedDatacenter
import Simulation
import Testing
import World

@testable import BareMetal

@Suite("Many nodes under harm")
struct WorkloadTests {
    /// Several nodes are brought to use while conductors die, the store comes and goes,
    /// controllers fall silent and machines lose power, all drawn from the seed.
    @Test("all come to use in the end, and none is ever worked on by two", arguments: 1...12)
    func storm(_ seed: UInt64) throws {
        let bench = Bench(
            SimulatedRun(seed: seed, schedule: seed % 2 == 0 ? .fifo : .shuffle), machines: 6)
        try bench.run {
            try await bench.enrol()
            try await self.weather(bench)
        }
        #expect(bench.intents.allSatisfy { $0.outcome != .underWay })
        #expect(Self.lockProblems(bench.commits.read { $0 }) == [])
    }

    private func weather(_ bench: Bench) async throws {
        var (term, chance) = (1, bench.simulator.random.branch("storm"))
        var station = try await bench.startStation(term: term)
        try await bench.open(station)
        let calm = bench.simulator.now + .seconds(2 * 3600)
        let end = calm + .seconds(8 * 3600)
        while bench.simulator.now < end {
            if bench.simulator.now < calm {
                strike(bench, station, &chance)
            } else {
                calmDown(bench)
            }
            if !station.process.isAlive {
                try await bench.pause(.seconds(15))
                term += 1
                station = try await bench.startStation(term: term)
                // A conductor whose store is away tries again, as its owner does.
                while station.process.isAlive, (try? await bench.open(station)) == nil {
                    try await bench.pause(.seconds(2))
                }
            }
            if try await isDone(bench, station) { return }
            try await bench.pause(.seconds(20))
        }
        let states = (1...6).map { "\(bench.node($0).provisionState)" }
        throw BenchFailure("not done: \(states.joined(separator: ", "))")
    }

    private func strike(_ bench: Bench, _ station: Station, _ chance: inout SeededGenerator) {
        let machine = bench.machines[Int.random(in: 0..<bench.machines.count, using: &chance)]
        switch Int.random(in: 0..<14, using: &chance) {
        case 0: station.process.kill()
        case 1, 2:
            let trouble: MeteredStore.Trouble =
                Bool.random(using: &chance) ? .answersLost : .unreachable
            station.trouble.write { $0 = trouble }
            let duration: Duration = .seconds(Int64.random(in: 1...90, using: &chance))
            bench.simulator.schedule(at: bench.simulator.now + duration) {
                station.trouble.write { $0 = .none }
            }
        case 3: machine.manner = .silent
        case 4: machine.manner = .forgetful(3)
        case 5: machine.loseAndRegainPower()
        case 6, 7: machine.manner = .sound
        default: break
        }
    }

    private func calmDown(_ bench: Bench) {
        for machine in bench.machines { machine.manner = .sound }
    }

    /// Asks what is next of each node.
    private func isDone(_ bench: Bench, _ station: Station) async throws -> Bool {
        var isDone = true
        for (index, machine) in bench.machines.enumerated() {
            let node = bench.node(index + 1)
            if NodeOperation.deploy.isReached(node, machine) { continue }
            isDone = false
            guard node.maintenance == nil || node.maintenance?.fault == .cleanFailure,
                let request = request(for: node, on: machine)
            else { continue }
            await station.ask(request, of: node)
        }
        return isDone
    }

    private func request(for node: Node, on machine: BenchMachine) -> NodeRequest? {
        if case .active = node.provisionState {
            // What runs was cut off while it started; there is nobody but us to start it again.
            if node.reservation == nil, machine.power == .off { machine.switchOn() }
            return nil
        }
        if node.provisionState == .manageable, node.inspection == .pending { return .inspect }
        return NodeOperation.deploy.next(for: node)
    }

    /// A lock goes to another only when it was free, or its holder's term is over.
    private static func lockProblems(_ commits: [StoreCommit]) -> [String] {
        var problems: [String] = []
        for change in commits.flatMap(\.changes) {
            guard let before = (change.before as? Node)?.reservation,
                let after = (change.after as? Node)?.reservation, before != after,
                before.term >= after.term
            else { continue }
            problems.append("\(after) took the lock of \(before)")
        }
        return problems
    }
}

import BareMetal
import Hardware
import SimulatedDatacenter
import Simulation
import World

/// One operation on one node, with harm done to its conductor at a step. One that is killed has a
/// successor.
struct HarmRun: Sendable {
    /// Between the death of a conductor and the start of the next.
    private static let replacement: Duration = .seconds(10)
    /// Longest until the node is where it was to be: two silences, and the work itself.
    private static let limit: Duration = .seconds(3 * 3600)

    let operation: NodeOperation
    let strike: StepMeter.Strike?
    let run: SimulatedRun

    struct Outcome: Sendable {
        let steps: Int
        let problems: [String]
    }

    func outcome() throws -> Outcome {
        let bench = Bench(run)
        return try bench.run { try await self.act(on: bench) }
    }

    private func act(on bench: Bench) async throws -> Outcome {
        operation.prepare(bench.machine)
        try await bench.enrol { self.operation.prepare(&$0, bench.machine) }
        try await bench.pause(.seconds(200))
        let first = try await bench.startStation(term: 1)
        try await bench.open(first)
        first.meter.arm(strike) { self.harm(first, on: bench.simulator) }
        let isDone = try await drive(bench, first)
        return Outcome(steps: first.meter.steps, problems: problems(bench, isDone: isDone))
    }

    private func harm(_ station: Station, on simulator: Simulator) {
        switch strike?.harm {
        case .kill: station.process.kill()
        case .store(let trouble, let duration):
            station.trouble.write { $0 = trouble }
            simulator.schedule(at: simulator.now + duration) {
                station.trouble.write { $0 = .none }
            }
        case nil: break
        }
    }

    private func drive(_ bench: Bench, _ first: Station) async throws -> Bool {
        var (station, term) = (first, 1)
        let end = bench.simulator.now + Self.limit
        var isAsked = false
        while bench.simulator.now < end {
            if !station.process.isAlive {
                try await bench.pause(Self.replacement)
                term += 1
                station = try await bench.startStation(term: term)
                try await bench.open(station)
            }
            let node = bench.node
            if isAsked, operation.isReached(node, bench.machine) { return true }
            if let request = operation.next(for: node) {
                await station.ask(request, of: node)
                isAsked = true
            }
            try await bench.pause(.seconds(10))
        }
        return false
    }

    private func problems(_ bench: Bench, isDone: Bool) -> [String] {
        let node = bench.node
        var problems: [String] = []
        if !isDone {
            problems.append(
                "it ended in '\(node.provisionState)', \(node.lastError ?? "without an error")")
        }
        if let lock = node.reservation { problems.append("it is locked by \(lock)") }
        if node.provisionState.isTransient { problems.append("it is \(node.provisionState)") }
        for intent in bench.intents where intent.outcome == .underWay {
            problems.append("its intent to \(intent.verb) was lost")
        }
        return problems
    }
}

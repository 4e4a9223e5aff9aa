import SimulatedBenchmarks

/// Precision and recall of both methods, fleet by fleet.
struct OutlierTable {
    private let trials: [OutlierTrial]

    init() {
        trials = OutlierTrial.all.map { OutlierTrial($0, runs: Self.runs($0.machines)) }
    }

    /// Small fleets have few sick machines, and need more runs to tell.
    private static func runs(_ machines: Int) -> Int {
        max(1, min(40, 1_000 / machines))
    }

    var text: String {
        let heading = """
            Sick machines found in fleets of \(SimulatedFleet.figureCount) figures a machine, \
            spread 2 %, rate 5 %
            machines  sick  shape         slow in  effect  spreads \
               robust: precision  recall    cardiff: precision  recall   at most
            """
        return ([heading] + trials.map(row) + [summary]).joined(separator: "\n")
    }

    private func row(_ trial: OutlierTrial) -> String {
        let fleet = trial.specification
        let columns = [
            (String(fleet.machines), 8), ("\(Int((fleet.sick * 100).rounded())) %", 6),
        ].map { right($0.0, $0.1) }
        let words = [(fleet.shape.rawValue, 13), (fleet.sickness.rawValue, 8)].map {
            $0.0 + String(repeating: " ", count: max(0, $0.1 - $0.0.count))
        }
        let figures = [
            ("\(Int((fleet.effect * 100).rounded())) %", 7), ("\(fleet.spreads)", 9),
            (part(trial.robust.precision), 21), (part(trial.robust.recall), 8),
            (part(trial.cardiff.precision), 22), (part(trial.cardiff.recall), 8),
            (part(trial.oracle.recall), 10),
        ].map { right($0.0, $0.1) }
        let better = trial.robust.merit > trial.cardiff.merit ? "" : "  not better"
        return columns.joined() + "  " + words.joined(separator: " ") + figures.joined() + better
    }

    private var summary: String {
        let large = trials.filter { $0.specification.spreads >= 3 }
        let reachable = large.filter { $0.oracle.recall >= 0.95 }
        let inReach = reachable.count { $0.robust.recall >= 0.95 }
        let reached = large.filter { $0.robust.recall >= 0.95 }
        let worse = trials.filter { $0.robust.merit <= $0.cardiff.merit }
        let careless = worse.count { $0.cardiff.precision < 0.5 }
        return """
            recall of at least 0.95 for three spreads or more in \(reached.count) of \
            \(large.count) cells. 'At most' is what somebody would find who knows how healthy \
            figures are distributed, and how many are sick by how much: it is so much in \
            \(reachable.count) cells, of which \(inReach) were reached
            by the harmonic mean of both better than cardiff in \(trials.count - worse.count) of \
            \(trials.count); in \(careless) of the others most of those that cardiff names are \
            healthy, where one in twenty was asked for
            """
    }

    private func part(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        return "\(hundredths / 100)." + "\(100 + hundredths % 100)".dropFirst()
    }

    private func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(1, width - text.count)) + text
    }
}

import BareMetal
import World

/// What is worth telling of the scenario's faults.
enum FaultStory {
    static func began(_ fault: ScenarioFault, on victims: [FaultVictim]) -> Occurrence {
        if case .operation(let operation) = fault.kind {
            return Occurrence(
                kind: .faultBegan, subject: list(victims),
                text: "the operator asks for '\(operation.name)' of \(list(victims))")
        }
        // A killed process is started again by its supervisor.
        let lasts = fault.duration == nil && fault.kind != .processKill
        let end = lasts ? ", for good" : ""
        return Occurrence(
            kind: .faultBegan, subject: list(victims),
            text: "fault \(fault.kind.name) befalls \(list(victims))\(end)",
            fold: Occurrence.Fold(group: "\(fault.line)") {
                "fault \(fault.kind.name) befalls \($0) targets, the last \(list(victims))"
            })
    }

    static func ended(_ fault: ScenarioFault, on victims: [FaultVictim]) -> Occurrence {
        Occurrence(
            kind: .faultEnded, subject: list(victims),
            text: "fault \(fault.kind.name) ends at \(list(victims))",
            fold: Occurrence.Fold(group: "\(fault.line)") {
                "fault \(fault.kind.name) ends at \($0) targets, the last \(list(victims))"
            })
    }

    static var seedSwitchedOff: Occurrence {
        Occurrence(
            kind: .seedSwitchedOff, subject: "seed", text: "the operator switches the seed off")
    }

    private static func list(_ victims: [FaultVictim]) -> String {
        Shortfall.list(victims.map(\.text))
    }
}

import BareMetal
import Hardware

/// Reads what scenarios call a step: its interface and its name, with a dot between.
enum StepReader {
    private static let shape = "an interface and a step such as bios.factory_reset"

    static func read(_ cursor: InputCursor) -> StepID? {
        cursor.value(expected: shape) { text in
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[1].isEmpty,
                let interface = StepInterface(rawValue: String(parts[0]))
            else { return nil }
            return StepID(interface, StepName(String(parts[1])))
        }
    }
}

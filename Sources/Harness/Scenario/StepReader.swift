import BareMetal
import Hardware

/// Reads what scenarios call a step: its interface and its name, with a dot between.
enum StepReader {
    private static let shape = "an interface and a step such as bios.factory_reset"
    private static let keys = ["step", "arguments"]

    /// A step that an operator asks for: by its word, or by a mapping where it takes arguments.
    static func requested(_ cursor: InputCursor) -> RequestedStep? {
        guard cursor.isMapping else {
            return read(cursor).map { RequestedStep($0.interface, $0.name) }
        }
        guard let entry = cursor.mapping(expected: shape) else { return nil }
        entry.reportUnknownKeys(known: keys)
        guard let id = entry.required("step", expected: shape).flatMap(read),
            let arguments = arguments(entry)
        else { return nil }
        return RequestedStep(id.interface, id.name, arguments: arguments)
    }

    /// What a step is told, in Ironic's own words; empty where nothing is said.
    static func arguments(_ entry: InputMapping) -> [String: JSONValue]? {
        guard let cursor = entry["arguments"] else { return [:] }
        guard let object = cursor.json?.object else {
            cursor.reportMismatch(expected: "the step's arguments by name")
            return nil
        }
        return object
    }

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

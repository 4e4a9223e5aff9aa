public import Hardware

/// Settings that a step asks for (the `settings` of Ironic's `bios.apply_configuration`).
public struct BIOSRequest: Sendable, Hashable {
    /// Why settings cannot be applied.
    public enum Refusal: Error, Sendable, Hashable {
        /// The argument is no list of names and values.
        case form(String)
        case unknown(BIOSSettingName)
        case readOnly(BIOSSettingName)
        /// The setting does not take the value.
        case value(BIOSSettingName, String)
        /// A setting is asked for twice, with different values.
        case contradiction(BIOSSettingName)

        public var isTransient: Bool { false }
    }

    /// In the order in which they were asked for.
    public let assignments: [BIOSAssignment]

    /// - Parameter json: a list of objects with `name` and `value`; numbers and truths are taken
    ///   as the text of them.
    public init(_ json: JSONValue) throws(Refusal) {
        guard let list = json.list, !list.isEmpty else {
            throw .form("expected a list of settings, each with name and value")
        }
        var assignments: [BIOSAssignment] = []
        for entry in list {
            let assignment = try Self.assignment(entry)
            if assignments.contains(where: {
                $0.name == assignment.name && $0.value != assignment.value
            }) {
                throw .contradiction(assignment.name)
            }
            if !assignments.contains(assignment) { assignments.append(assignment) }
        }
        self.assignments = assignments
    }

    private static func assignment(_ entry: JSONValue) throws(Refusal) -> BIOSAssignment {
        guard let object = entry.object,
            object.keys.allSatisfy({ $0 == "name" || $0 == "value" }),
            let name = object["name"]?.text, !name.isEmpty,
            let value = object["value"].flatMap(Self.text)
        else { throw .form("expected name and value, found \(entry)") }
        return BIOSAssignment(BIOSSettingName(name), value)
    }

    private static func text(_ value: JSONValue) -> String? {
        switch value {
        case .text(let text): text
        case .integer(let number): String(number)
        case .truth(let truth): truth ? "true" : "false"
        case .null, .number, .list, .object: nil
        }
    }

    /// What has to change.
    ///
    /// - Throws: the first assignment that the machine does not take.
    public func changes(to settings: [BIOSSetting]) throws(Refusal) -> [BIOSAssignment] {
        var changes: [BIOSAssignment] = []
        for assignment in assignments {
            guard let setting = settings.first(where: { $0.name == assignment.name }) else {
                throw .unknown(assignment.name)
            }
            guard setting.value != assignment.value else { continue }
            guard !setting.isReadOnly else { throw .readOnly(setting.name) }
            guard setting.domain.contains(assignment.value) else {
                throw .value(setting.name, assignment.value)
            }
            changes.append(assignment)
        }
        return changes
    }
}

extension BIOSRequest.Refusal: CustomStringConvertible {
    public var description: String {
        switch self {
        case .form(let expected): "settings: \(expected)"
        case .unknown(let name): "the machine has no setting '\(name)'"
        case .readOnly(let name): "setting '\(name)' is read-only"
        case .value(let name, let value): "setting '\(name)' does not take '\(value)'"
        case .contradiction(let name): "setting '\(name)' is asked for with two values"
        }
    }
}

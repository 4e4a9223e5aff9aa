import Yams

extension InputCursor {
    /// What stands here, for whoever reads another's form of it. Words that are truths to PyYAML
    /// are truths here too, and what is written as a number is one.
    ///
    /// - Returns: nil where it holds an alias, which is told.
    package var json: JSONValue? {
        switch node {
        case .scalar: return scalar.map(Self.json)
        case .sequence:
            guard let entries = list(expected: "a list") else { return nil }
            let values = entries.compactMap(\.json)
            return values.count == entries.count ? .list(values) : nil
        case .mapping:
            guard let mapping = mapping(expected: "a mapping") else { return nil }
            var object: [String: JSONValue] = [:]
            for entry in mapping.entries { object[entry.key] = entry.value.json }
            return object.count == mapping.entries.count ? .object(object) : nil
        default:
            reportMismatch(expected: "what it stands for")
            return nil
        }
    }

    private static func json(_ scalar: InputScalar) -> JSONValue {
        switch scalar {
        case .nothing: .null
        case .truth(let truth): .truth(truth)
        case .number(let text):
            Int(text).map { .integer($0) } ?? Double(text).map { .number($0) } ?? .text(text)
        case .text(let text): .text(text)
        }
    }
}

package import Documents
import OrderedCollections

/// The settings that machines of a profile are given, one entry a machine (`<profile>.cmdb`).
package struct ConfigurationDatabase: Sendable, Hashable {
    /// How many entries a model may stand for: more than any site has machines.
    static let entryLimit = 1_000_000

    package private(set) var entries: [MachineSettings]

    package init(_ entries: [MachineSettings]) { self.entries = entries }

    /// Reads a Python list of dictionaries, or `generate({...})` with ranges in the values.
    package init(_ text: String) throws(PythonSyntaxError) {
        let literal = try PythonLiteral(text)
        if case .call("generate", let arguments) = literal.content {
            entries = try Self.generated(arguments, at: literal.place)
            return
        }
        guard let items = literal.items else {
            throw PythonSyntaxError(
                place: literal.place,
                message: "expected a list of dictionaries or 'generate({...})'")
        }
        var entries: [MachineSettings] = []
        for item in items { entries.append(try Self.settings(item)) }
        self.entries = entries
    }

    private static func settings(
        _ literal: PythonLiteral
    ) throws(PythonSyntaxError) -> MachineSettings {
        guard literal.entries != nil, let map = literal.value?.map else {
            throw PythonSyntaxError(
                place: literal.place, message: "expected a dictionary of literals")
        }
        return MachineSettings(map)
    }

    private static func generated(
        _ arguments: [PythonLiteral], at place: TextPlace
    ) throws(PythonSyntaxError) -> [MachineSettings] {
        guard arguments.count == 1, let model = arguments.first else {
            throw PythonSyntaxError(place: place, message: "'generate' takes one dictionary")
        }
        let settings = try settings(model)
        for case .string(let text) in settings.values.values
        where ValueRange.count(text) > entryLimit {
            throw PythonSyntaxError(
                place: model.place,
                message: "'\(text)' stands for more than \(entryLimit) entries")
        }
        return generated(settings)
    }

    /// The entries that a model stands for: as many as its shortest range or list has, and one
    /// where it has none.
    static func generated(_ model: MachineSettings) -> [MachineSettings] {
        let columns = model.values.mapValues(column)
        let count = columns.values.compactMap { $0?.count }.min() ?? 1
        return (0..<count).map { row in
            MachineSettings(
                OrderedDictionary(
                    uniqueKeysWithValues: model.values.map { key, value in
                        (key, columns[key].flatMap { $0 }?[row] ?? value)
                    }))
        }
    }

    private static func column(_ value: DocumentValue) -> [DocumentValue]? {
        switch value {
        case .string(let text): ValueRange.texts(text)?.map(DocumentValue.string)
        case .list(let items): items
        default: nil
        }
    }
}

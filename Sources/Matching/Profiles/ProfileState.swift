package import Documents

/// Which profiles there are to give, how often, and which is tried first (the file `state`).
package struct ProfileState: Sendable, Hashable {
    package struct Entry: Sendable, Hashable {
        package let name: String
        package let count: ProfileCount

        package init(name: String, count: ProfileCount) {
            self.name = name
            self.count = count
        }
    }

    package let entries: [Entry]

    package init(_ entries: [Entry]) { self.entries = entries }

    /// Reads a Python list of pairs of a name and a number, or `'*'` for any number.
    package init(_ text: String) throws(PythonSyntaxError) {
        let literal = try PythonLiteral(text)
        guard let items = literal.items else {
            throw PythonSyntaxError(place: literal.place, message: "expected a list of pairs")
        }
        var entries: [Entry] = []
        for item in items {
            let entry = try Self.entry(item)
            guard !entries.contains(where: { $0.name == entry.name }) else {
                throw PythonSyntaxError(
                    place: item.place, message: "the profile '\(entry.name)' is there twice")
            }
            entries.append(entry)
        }
        self.entries = entries
    }

    private static func entry(_ literal: PythonLiteral) throws(PythonSyntaxError) -> Entry {
        guard let items = literal.items, items.count == 2, let name = items[0].string else {
            throw PythonSyntaxError(
                place: literal.place, message: "expected a pair of a name and a number")
        }
        if items[1].string == "*" { return Entry(name: name, count: .any) }
        let number = items[1].integer ?? items[1].string.flatMap(PythonNumber.integer)
        guard let number, number >= 0 else {
            throw PythonSyntaxError(
                place: items[1].place,
                message: "found \(items[1].notation), expected a number or '*'")
        }
        return Entry(name: name, count: .exactly(number))
    }
}

import OrderedCollections

/// What collectors are told: values by group and name, as in os-collect-config's file.
package struct CollectorSettings: Sendable, Hashable {
    private var values: OrderedDictionary<String, [String]> = [:]

    package init() {}

    /// Reads a file of oslo.config: sections, `name = value`, lines that begin with a space go on
    /// with the one before, and a name may stand several times.
    package init(file text: String) {
        var section = "DEFAULT"
        var last: String?
        for line in text.split(whereSeparator: \.isNewline) {
            let content = line.drop { $0 == " " || $0 == "\t" }
            guard let first = content.first, first != "#", first != ";" else { continue }
            if content.count < line.count, let last, var known = values[last],
                let text = known.popLast()
            {
                values[last] = known + ["\(text)\n\(content)"]
            } else if first == "[", let end = content.lastIndex(of: "]") {
                section = String(content[content.index(after: content.startIndex)..<end])
                last = nil
            } else if let mark = content.firstIndex(where: { $0 == "=" || $0 == ":" }) {
                let name = Self.trimmed(content[..<mark])
                let key = Self.key(section, name)
                values[key, default: []].append(Self.trimmed(content[mark...].dropFirst()))
                last = key
            }
        }
    }

    /// Values from the command line go for those of the file.
    package mutating func set(_ group: String, _ name: String, to given: [String]) {
        if !given.isEmpty { values[Self.key(group, name)] = given }
    }

    /// All values of a name; empty where nothing is said.
    package func all(_ group: String, _ name: String) -> [String] {
        values[Self.key(group, name)] ?? []
    }

    /// The last value of a name; nil where nothing is said.
    package subscript(group: String, name: String) -> String? { all(group, name).last }

    private static func key(_ group: String, _ name: String) -> String {
        "\(group).\(name.replacing("-", with: "_"))"
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text.drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text = text.dropLast() }
        let isQuoted =
            text.count > 1 && (text.first == "\"" || text.first == "'")
            && text.first == text.last
        return String(isQuoted ? text.dropFirst().dropLast() : text)
    }
}

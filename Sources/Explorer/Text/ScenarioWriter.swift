import Documents

/// Writes the parts of a scenario as YAML in the form that scenario files have.
struct ScenarioWriter {
    /// Longer flow collections are written in block form.
    private static let width = 110
    private static let indent = 2

    private var lines: [String] = []

    var text: String { lines.joined(separator: "\n") + "\n" }

    mutating func write(_ root: ScenarioPart, lines tail: [String]) {
        block(root, at: 0)
        lines += tail
    }

    private mutating func block(_ part: ScenarioPart, at depth: Int) {
        switch part.value {
        case .scalar: lines.append(Self.pad(depth) + Self.flow(part))
        case .list(let items):
            for item in items { write(item, after: "-", at: depth) }
        case .mapping(let entries):
            for entry in entries { write(entry.part, after: Self.key(entry.key) + ":", at: depth) }
        }
    }

    /// Writes what stands behind a dash or a key, on its line where that can be.
    private mutating func write(_ part: ScenarioPart, after mark: String, at depth: Int) {
        lines += part.lead.map { $0.isEmpty ? "" : Self.pad(depth) + $0 }
        let trail = part.trail ?? ""
        let line = Self.pad(depth) + mark + " " + Self.flow(part)
        guard !Self.fits(part, line) else { return lines.append(line + trail) }
        guard mark == "-", case .mapping = part.value else {
            lines.append(Self.pad(depth) + mark + trail)
            return block(part, at: depth + Self.indent)
        }
        if part.trail != nil { lines.append(Self.pad(depth) + trail.drop { $0 == " " }) }
        let body = lines.count
        block(part, at: depth + Self.indent)
        lines[body] = Self.pad(depth) + "- " + lines[body].drop { $0 == " " }
    }

    /// Whether a part stays on one line: scalars and what is empty do, and what its author wrote
    /// so, unless it became too long.
    private static func fits(_ part: ScenarioPart, _ line: String) -> Bool {
        switch part.value {
        case .scalar: true
        case .list(let items): items.isEmpty || part.style == .flow && line.count <= width
        case .mapping(let entries): entries.isEmpty || part.style == .flow && line.count <= width
        }
    }

    /// A part on one line; comments within are left out.
    static func flow(_ part: ScenarioPart) -> String {
        switch part.value {
        case .scalar(let text, let isPlain): isPlain ? text : quoted(text)
        case .list(let items): "[" + items.map(flow).joined(separator: ", ") + "]"
        case .mapping(let entries):
            entries.isEmpty
                ? "{}"
                : "{ "
                    + entries.map { "\(key($0.key)): \(flow($0.part))" }.joined(separator: ", ")
                    + " }"
        }
    }

    /// Keys of scenarios are plain words; others are quoted.
    private static func key(_ key: String) -> String {
        let isPlain =
            !key.isEmpty
            && key.utf8.allSatisfy { byte in
                switch UnicodeScalar(byte) {
                case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", "/": true
                default: byte >= 128
                }
            }
        return isPlain && key.first != "-" ? key : quoted(key)
    }

    /// A text between double quotes, as JSON and so YAML read it.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case "\r": quoted += "\\r"
            case let scalar where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\x" + String(repeating: "0", count: 2 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    private static func pad(_ depth: Int) -> String { String(repeating: " ", count: depth) }
}

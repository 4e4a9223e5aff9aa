import Documents

/// A text with places to fill, as Python's `str.format` reads them: `{data[inventory][cpu]}`.
struct FormatText {
    enum Fault: Error, Hashable {
        /// A key or a name that is not there (KeyError).
        case missing(String)
        /// A place that is badly written, or that asks a value for what it has not (ValueError,
        /// AttributeError, IndexError, TypeError).
        case wrong(String)
    }

    private let scalars: [Character]
    private var index = 0

    /// Fills the places.
    ///
    /// - Parameter context: what the names at the places' beginnings mean. What `hasAttributes`
    ///   names is an object, whose parts are told by a dot; everything else by brackets.
    static func filled(
        _ text: String, _ context: DocumentValue, hasAttributes: Set<String> = []
    ) throws(Fault) -> String {
        var reader = FormatText(scalars: Array(text))
        return try reader.filled(context, hasAttributes)
    }

    private init(scalars: [Character]) { self.scalars = scalars }

    private var next: Character? { index < scalars.count ? scalars[index] : nil }

    private mutating func filled(
        _ context: DocumentValue, _ objects: Set<String>
    ) throws(Fault) -> String {
        var text = ""
        while let character = next {
            index += 1
            switch character {
            case "{" where next == "{", "}" where next == "}":
                index += 1
                text.append(character)
            case "{": text += try place(context, objects)
            case "}": throw .wrong("Single '}' encountered in format string")
            default: text.append(character)
            }
        }
        return text
    }

    private mutating func place(
        _ context: DocumentValue, _ objects: Set<String>
    ) throws(Fault) -> String {
        let name = read(until: ".[!:}")
        guard !name.isEmpty, name.contains(where: { !$0.isNumber }) else {
            throw .wrong("Replacement index \(name.isEmpty ? "0" : name) out of range")
        }
        guard var value = context[name] else { throw .missing(name) }
        var isObject = objects.contains(name)
        while next == "." || next == "[" {
            value = try part(of: value, isObject)
            isObject = false
        }
        return try ending(value)
    }

    private mutating func read(until ends: String) -> String {
        let start = index
        while let character = next, !ends.contains(character) { index += 1 }
        return String(scalars[start..<index])
    }

    private mutating func part(
        of value: DocumentValue, _ isObject: Bool
    ) throws(Fault) -> DocumentValue {
        let isAttribute = next == "."
        index += 1
        let name = read(until: isAttribute ? ".[!:}" : "]")
        if isAttribute {
            guard isObject, let part = value[name] else {
                throw .wrong("'\(value.kind)' object has no attribute '\(name)'")
            }
            return part
        }
        guard next == "]" else { throw .wrong("expected '}' before end of string") }
        index += 1
        switch value {
        case .map where !isObject:
            // A key of digits is a number to Python, and keys of JSON are texts.
            guard !name.allSatisfy(\.isNumber), let part = value[name] else {
                throw .missing(name)
            }
            return part
        case .list(let items):
            guard let place = Int(name) else {
                throw .wrong("list indices must be integers or slices, not str")
            }
            guard items.indices.contains(place) else { throw .wrong("list index out of range") }
            return items[place]
        case .string(let text):
            guard let place = Int(name), place < text.count else {
                throw .wrong("string index out of range")
            }
            return .string(String(Array(text)[place]))
        default: throw .wrong("'\(value.kind)' object is not subscriptable")
        }
    }

    /// The conversion, and the end of a place. How wide a value is to be written is nobody's
    /// concern in rules.
    private mutating func ending(_ value: DocumentValue) throws(Fault) -> String {
        var text = value.text
        if next == "!" {
            index += 1
            switch read(until: ":}") {
            case "s": break
            case "r", "a": text = value.notation
            case let other: throw .wrong("Unknown conversion specifier '\(other)'")
            }
        }
        if next == ":" {
            index += 1
            let format = read(until: "}")
            guard format.isEmpty || format == "s" && value.string != nil else {
                throw .wrong("Unknown format '\(format)' for object of type '\(value.kind)'")
            }
        }
        guard next == "}" else { throw .wrong("expected '}' before end of string") }
        index += 1
        return text
    }
}

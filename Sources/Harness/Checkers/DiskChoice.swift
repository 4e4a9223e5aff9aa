import Hardware

/// The checkers' own reading of Ironic's root device hints, written apart from the one that the
/// services use, so that a mistake there is not repeated here.
struct DiskChoice {
    /// ironic-python-agent takes no disk below 4 GiB for an operating system.
    private static let leastBytes: Int64 = 4 << 30

    /// Texts compare by their bytes, the same in every process.
    private struct Bytes: Comparable {
        let bytes: [UInt8]

        init(_ text: String) { bytes = Array(text.utf8) }

        static func < (left: Bytes, right: Bytes) -> Bool {
            left.bytes.lexicographicallyPrecedes(right.bytes)
        }
    }

    /// By attribute; a value is an operator and an operand, or an operand alone.
    let hints: [String: String]

    /// Why an image may not go to this disk; nil where it may.
    func objection(to disk: DiskFacts, among all: [DiskFacts]) -> String? {
        guard hints.isEmpty else {
            for (attribute, expression) in hints.sorted(by: { $0.key < $1.key })
            where !Self.holds(attribute, expression, disk) {
                return "the hint \(attribute) '\(expression)' does not name it"
            }
            return nil
        }
        if disk.size.bytes < Self.leastBytes { return "it is below 4 GiB" }
        let least = all.map(\.size.bytes).filter { $0 >= Self.leastBytes }.min()
        return disk.size.bytes == least ? nil : "without hints the smallest disk is the one to take"
    }

    private static func holds(
        _ attribute: String, _ expression: String, _ disk: DiskFacts
    ) -> Bool {
        switch attribute {
        case "size": return holds(size: disk.size, expression)
        case "rotational":
            return ["true", "yes", "1", "on"].contains(expression.lowercased()) == disk.isRotational
        case "model": return holds(disk.model, expression)
        case "vendor": return holds(disk.vendor, expression)
        case "serial": return holds(disk.serial, expression)
        case "wwn": return holds(disk.wwn, expression)
        case "name": return holds(disk.name, expression)
        case "hctl": return holds(disk.hctl, expression)
        case "by_path": return holds(disk.byPath, expression)
        default: return false
        }
    }

    private static func holds(size: ByteCount, _ expression: String) -> Bool {
        let gibibytes = Double(size.bytes) / Double(1 << 30)
        let words = expression.split(separator: " ").map(String.init)
        if words.first == "<or>" {
            return words.filter { $0 != "<or>" }.contains { Double($0) == gibibytes }
        }
        guard let operand = words.last.flatMap(Double.init) else { return false }
        return compare(gibibytes, words.count > 1 ? words[0] : "==", operand)
    }

    private static func holds(_ text: String, _ expression: String) -> Bool {
        let value = text.lowercased()
        guard !value.isEmpty else { return false }
        let words = expression.lowercased().split(separator: " ").map(String.init)
        guard let first = words.first, words.count > 1 else {
            return value == expression.lowercased()
        }
        let operand = words.dropFirst().joined(separator: " ")
        switch first {
        case "<in>": return value.contains(operand)
        case "<all-in>": return words.dropFirst().allSatisfy { value.contains($0) }
        case "<or>":
            return expression.lowercased().components(after: "<or>").contains(value)
        case "==", "=", "!=", "<", "<=", ">", ">=":
            guard let left = Double(value), let right = Double(operand) else { return false }
            return compare(left, first, right)
        case "s==", "s!=", "s<", "s<=", "s>", "s>=":
            return compare(Bytes(value), String(first.dropFirst()), Bytes(operand))
        default: return value == expression.lowercased()
        }
    }

    private static func compare<Value: Comparable>(
        _ left: Value, _ sign: String, _ right: Value
    ) -> Bool {
        switch sign {
        case "==": left == right
        // Ironic's `=` is "at least", a relic of its specs matcher.
        case "=", ">=": left >= right
        case "!=": left != right
        case "<": left < right
        case "<=": left <= right
        case ">": left > right
        default: false
        }
    }
}

extension String {
    /// The texts between markers, without the space around them.
    fileprivate func components(after marker: String) -> [String] {
        var parts: [String] = []
        var words: [Substring] = []
        for word in split(separator: " ") {
            if word == marker {
                if !words.isEmpty { parts.append(words.joined(separator: " ")) }
                words = []
            } else {
                words.append(word)
            }
        }
        if !words.isEmpty { parts.append(words.joined(separator: " ")) }
        return parts
    }
}

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
    /// What is to be left alone, in the same form: every entry names all disks that are as it says.
    var skipped: [[String: String]] = []
    /// Devices that nothing may be installed on, by name.
    var barred: [String] = []
    /// The device that is the root device whatever else is said; nil where nothing says so.
    var root: String?

    /// Why an image may not go to this disk; nil where it may.
    func objection(to disk: DiskFacts, among all: [DiskFacts]) -> String? {
        if disk.medium != .disk { return "it is \(disk.medium.rawValue)" }
        if let root {
            return disk.name == root ? nil : "the RAID has a root volume, which is \(root)"
        }
        if isLeftAlone(disk) { return "it is to be left alone" }
        guard hints.isEmpty else {
            for (attribute, expression) in hints.sorted(by: { $0.key < $1.key })
            where !Self.holds(attribute, expression, disk) {
                return "the hint \(attribute) '\(expression)' does not name it"
            }
            return nil
        }
        if disk.size.bytes < Self.leastBytes { return "it is below 4 GiB" }
        let sizes = all.filter { $0.medium == .disk && !isLeftAlone($0) }.map(\.size.bytes)
        let least = sizes.filter { $0 >= Self.leastBytes }.min()
        return disk.size.bytes == least ? nil : "without hints the smallest disk is the one to take"
    }

    /// Whether nobody may install on it or erase it.
    func isLeftAlone(_ disk: DiskFacts) -> Bool {
        barred.contains(disk.name)
            || skipped.contains { entry in entry.allSatisfy { Self.holds($0.key, $0.value, disk) } }
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
        case "serial":
            return ([disk.serial] + disk.furtherSerials).contains { holds($0, expression) }
        case "wwn": return ([disk.wwn] + disk.furtherWWNs).contains { holds($0, expression) }
        case "wwn_with_extension": return holds(disk.wwnWithExtension, expression)
        case "wwn_vendor_extension": return holds(disk.wwnVendorExtension, expression)
        case "name": return holds(disk.name, expression)
        case "hctl": return holds(disk.hctl, expression)
        case "by_path": return holds(disk.byPath, expression)
        default: return false
        }
    }

    private static func holds(size: ByteCount, _ expression: String) -> Bool {
        let gibibytes = Double(size.bytes) / Double(1 << 30)
        let (sign, operand) = parts(expression)
        if sign == "<range-in>" {
            let words = operand.split(separator: " ").map(String.init)
            guard words.count == 4, let low = Double(words[1]), let high = Double(words[2]) else {
                return false
            }
            return compare(gibibytes, words[0] == "[" ? ">=" : ">", low)
                && compare(gibibytes, words[3] == "]" ? "<=" : "<", high)
        }
        // A size is no text, so it is different from every one of them.
        if sign == "s!=" { return true }
        guard let wanted = Double(operand) else { return false }
        return compare(gibibytes, sign.isEmpty ? "==" : sign, wanted)
    }

    private static func holds(_ text: String, _ expression: String) -> Bool {
        let value = text.lowercased()
        guard !value.isEmpty else { return false }
        let (sign, operand) = parts(expression.lowercased())
        switch sign {
        case "": return value == operand
        case "<in>": return value.contains(operand)
        case "<or>":
            let spaced = operand.replacing("<or>", with: " <or> ")
            return spaced.components(after: "<or>").contains(value)
        case "==", "=", "!=", "<", "<=", ">", ">=":
            guard let left = Double(value), let right = Double(operand) else { return false }
            return compare(left, sign, right)
        case "s==", "s!=", "s<", "s<=", "s>", "s>=":
            return compare(Bytes(value), String(sign.dropFirst()), Bytes(operand))
        default: return false
        }
    }

    /// The longer stand before those they begin with.
    private static let signs = [
        "<range-in>", "<all-in>", "<or>", "<in>", "s==", "s!=", "s<=", "s>=", "s<", "s>", "==",
        "!=", "<=", ">=", "<", ">", "=",
    ]

    /// An expression's operator, empty where it has none, and what follows it.
    private static func parts(_ expression: String) -> (sign: String, operand: String) {
        let sign = signs.first { expression.hasPrefix($0) } ?? ""
        return (sign, String(expression.dropFirst(sign.count).drop { $0 == " " }))
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

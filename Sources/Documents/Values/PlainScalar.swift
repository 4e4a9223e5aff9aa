/// What an unquoted word of a YAML text means to readers of YAML 1.1 as PyYAML reads it. Dates stay
/// the texts they were written as, as Heat keeps them.
///
/// Source: YAML 1.1's type repository as PyYAML 6 implements it; Heat's template format.
package enum PlainScalar {
    package static func value(of text: String) -> DocumentValue {
        if nothings.contains(text) { return .null }
        if let truth = truths[text] { return .bool(truth) }
        guard let first = text.utf8.first, first < UInt8(ascii: ":") else { return .string(text) }
        return integer(text) ?? real(text) ?? .string(text)
    }

    private static let nothings: Set<String> = ["", "~", "null", "Null", "NULL"]

    private static let truths: [String: Bool] = [
        "yes": true, "Yes": true, "YES": true, "no": false, "No": false, "NO": false,
        "true": true, "True": true, "TRUE": true, "false": false, "False": false, "FALSE": false,
        "on": true, "On": true, "ON": true, "off": false, "Off": false, "OFF": false,
    ]

    /// The sign, and what follows it.
    private static func parts(of text: String) -> (sign: Substring, digits: Substring) {
        let digits = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
        return (text[..<digits.startIndex], digits)
    }

    /// Whether all of a text is of some bytes.
    private static func consists(
        _ text: some StringProtocol, of isAllowed: (UInt8) -> Bool
    ) -> Bool {
        text.utf8.allSatisfy(isAllowed)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isDigitOrGap(_ byte: UInt8) -> Bool {
        isDigit(byte) || byte == UInt8(ascii: "_")
    }

    // MARK: Whole numbers

    /// - Returns: nil where the text is no whole number; one of more than 64 bits as the text that
    ///   it was written as, which loses nothing.
    private static func integer(_ text: String) -> DocumentValue? {
        let (sign, digits) = parts(of: text)
        if let groups = sexagesimalGroups(digits), consists(groups[0], of: isDigitOrGap) {
            return wholeSexagesimal(groups, sign) ?? .string(text)
        }
        guard let (body, radix) = radixForm(digits) else { return nil }
        let number = Int("\(sign)\(body.filter { $0 != "_" })", radix: radix)
        return number.map(DocumentValue.integer) ?? .string(text)
    }

    /// The digits without what tells their base.
    private static func radixForm(_ digits: Substring) -> (Substring, Int)? {
        let body = digits.dropFirst(2)
        if digits.hasPrefix("0b"), !body.isEmpty, consists(body, of: { "01_".utf8.contains($0) }) {
            return (body, 2)
        }
        if digits.hasPrefix("0x"), !body.isEmpty,
            body.allSatisfy({ $0.isHexDigit && $0.isASCII || $0 == "_" })
        {
            return (body, 16)
        }
        guard let first = digits.utf8.first, isDigit(first) else { return nil }
        if first != UInt8(ascii: "0") {
            return consists(digits, of: isDigitOrGap) ? (digits, 10) : nil
        }
        if digits.utf8.count == 1 { return (digits, 10) }
        return consists(digits, of: { "01234567_".utf8.contains($0) }) ? (digits, 8) : nil
    }

    /// The groups of `1:30:00`, which counts sixties; nil for what is not of that form.
    private static func sexagesimalGroups(_ digits: Substring) -> [Substring]? {
        let groups = digits.split(separator: ":", omittingEmptySubsequences: false)
        guard groups.count > 1, let first = groups[0].utf8.first,
            (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(first),
            groups.dropFirst().allSatisfy(isSixtieth)
        else { return nil }
        return groups
    }

    private static func isSixtieth(_ group: Substring) -> Bool {
        guard consists(group, of: isDigit), let number = Int(group) else { return false }
        return number < 60 && group.utf8.count <= 2
    }

    private static func wholeSexagesimal(
        _ groups: [Substring], _ sign: Substring
    ) -> DocumentValue? {
        var number = 0
        for group in groups {
            guard let digit = Int(group.filter { $0 != "_" }) else { return nil }
            let (shifted, isTooLarge) = number.multipliedReportingOverflow(by: 60)
            let (sum, isTooLargeAfterAll) = shifted.addingReportingOverflow(digit)
            guard !isTooLarge, !isTooLargeAfterAll else { return nil }
            number = sum
        }
        return .integer(sign == "-" ? -number : number)
    }

    // MARK: Reals

    private static func real(_ text: String) -> DocumentValue? {
        let (sign, digits) = parts(of: text)
        switch digits {
        case ".inf", ".Inf", ".INF": return .real(sign == "-" ? -.infinity : .infinity)
        case ".nan", ".NaN", ".NAN": return sign.isEmpty ? .real(.nan) : nil
        default: break
        }
        guard isDecimal(digits, isSigned: !sign.isEmpty) else {
            return sexagesimalReal(digits).map { .real(sign == "-" ? -$0 : $0) }
        }
        return Double(text.filter { $0 != "_" }).map(DocumentValue.real)
    }

    /// Digits, a point, digits, and an exponent that must have a sign. Without digits before the
    /// point there must be some after it, and no sign.
    private static func isDecimal(_ digits: Substring, isSigned: Bool) -> Bool {
        let halves = digits.split(
            maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 == "." })
        guard halves.count == 2, consists(halves[0], of: isDigitOrGap), halves[0].first != "_"
        else { return false }
        let tail = halves[1].split(
            maxSplits: 1, omittingEmptySubsequences: false,
            whereSeparator: { $0 == "e" || $0 == "E" })
        guard consists(tail[0], of: isDigitOrGap), tail.count == 1 || isExponent(tail[1]) else {
            return false
        }
        guard halves[0].isEmpty else { return true }
        return !isSigned && tail[0].utf8.first.map(isDigit) == true
    }

    private static func isExponent(_ text: Substring) -> Bool {
        let digits = text.dropFirst()
        return (text.first == "+" || text.first == "-") && !digits.isEmpty
            && consists(digits, of: isDigit)
    }

    private static func sexagesimalReal(_ digits: Substring) -> Double? {
        let halves = digits.split(
            maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 == "." })
        guard halves.count == 2, consists(halves[1], of: isDigitOrGap) else { return nil }
        let groups = halves[0].split(separator: ":", omittingEmptySubsequences: false)
        guard groups.count > 1, groups[0].utf8.first.map(isDigit) == true,
            consists(groups[0], of: isDigitOrGap), groups.dropFirst().allSatisfy(isSixtieth)
        else { return nil }
        let whole = groups.reduce(0.0) { $0 * 60 + (Double($1.filter { $0 != "_" }) ?? 0) }
        return Double("0.\(halves[1].filter { $0 != "_" })").map { whole + $0 } ?? whole
    }
}

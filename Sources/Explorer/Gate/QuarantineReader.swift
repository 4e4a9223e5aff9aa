import BareMetal
public import Hardware

/// Reads a quarantine's file:
///
///     quarantine:
///       - { signature: "one-owner: # has two owners", until: 2026-12-31, reason: "issue 12" }
public enum QuarantineReader {
    private static let keys = ["signature", "scenario", "until", "reason"]

    /// - Throws: everything that is wrong with the file.
    public static func read(_ bytes: [UInt8], file: String) throws(InputProblems) -> Quarantine {
        let log = InputProblemLog(file: file)
        var entries: [Quarantine.Entry] = []
        let shape = "a mapping with the key 'quarantine'"
        if let root = InputDocument.read(bytes, syntax: .yaml, log: log),
            let mapping = root.mapping(expected: shape)
        {
            mapping.reportUnknownKeys(known: ["quarantine"])
            let list = "a list of failures"
            let cursors = mapping.required("quarantine", expected: list)?.list(expected: list) ?? []
            entries = cursors.compactMap(entry)
        }
        try log.throwIfAny()
        return Quarantine(entries: entries)
    }

    private static func entry(_ cursor: InputCursor) -> Quarantine.Entry? {
        guard let entry = cursor.mapping(expected: "a mapping with signature, until and reason")
        else { return nil }
        entry.reportUnknownKeys(known: keys)
        let signature = signature(entry)
        let scenario = entry["scenario"].map { $0.looseText(expected: "a scenario's name") }
        let until = day(entry)
        let reason = entry.required("reason", expected: "why it is let pass")?
            .looseText(expected: "why it is let pass")
        guard let signature, let until, let reason else { return nil }
        return Quarantine.Entry(
            signature: signature, scenario: scenario ?? nil, until: until, reason: reason)
    }

    private static func signature(_ entry: InputMapping) -> FailureSignature? {
        let expected = "a signature as 'checker: message'"
        guard let cursor = entry.required("signature", expected: expected) else { return nil }
        if let signature = cursor.plainText.flatMap({ FailureSignature(text: $0) }) {
            return signature
        }
        cursor.reportMismatch(expected: expected)
        return nil
    }

    /// Every entry ends: what is let pass for ever is forgotten.
    private static func day(_ entry: InputMapping) -> String? {
        let expected = "the last day on which it is let pass, as 2026-12-31"
        guard let cursor = entry.required("until", expected: expected) else { return nil }
        if let text = cursor.plainText, isDay(text) { return text }
        cursor.reportMismatch(expected: expected)
        return nil
    }

    static func isDay(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2] else { return false }
        let numbers = parts.compactMap { part in
            part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil
        }
        return numbers.count == 3 && (1...12).contains(numbers[1]) && (1...31).contains(numbers[2])
    }
}

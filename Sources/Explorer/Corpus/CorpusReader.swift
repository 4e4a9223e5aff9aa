import BareMetal
public import Hardware
import Harness

/// Reads the files of a corpus, strictly.
public enum CorpusReader {
    private static let keys = [
        "format", "signature", "from", "seed", "schedule", "version", "times",
    ]

    /// Whether a file says that it was kept for a failure; a plain scenario does not.
    public static func isEntry(_ text: ScenarioText) -> Bool {
        text.root[ScenarioReader.foundKey] != nil
    }

    /// - Parameter file: as problems are to call it.
    /// - Throws: everything that is wrong with what the file says of the failure; of its form
    ///   alone, where that is not ``CorpusEntry/format``. The scenario is read by who runs it.
    public static func read(
        _ bytes: [UInt8], file: String
    ) throws(InputProblems) -> CorpusEntry {
        let log = InputProblemLog(file: file)
        var entry: CorpusEntry?
        if let root = InputDocument.read(bytes, syntax: .yaml, log: log),
            let mapping = root.mapping(expected: "a mapping that describes a scenario")
        {
            entry = try read(mapping, bytes, log)
        }
        try log.throwIfAny()
        guard let entry else { preconditionFailure("An entry was lost without a problem.") }
        return entry
    }

    private static func read(
        _ root: InputMapping, _ bytes: [UInt8], _ log: InputProblemLog
    ) throws(InputProblems) -> CorpusEntry? {
        let shape = "what is known of the failure, as explore writes it"
        guard
            let found = root.required(ScenarioReader.foundKey, expected: shape)?
                .mapping(expected: shape)
        else { return nil }
        guard isOfFormat(found) else { return nil }
        found.reportUnknownKeys(known: keys)
        let signature = signature(found)
        let source = found.required("from", expected: "the scenario that was searched")?
            .looseText(expected: "the scenario that was searched")
        let seed = seed(found)
        let schedule = schedule(found)
        let version = found.required("version", expected: "the Updraft that found it")?
            .looseText(expected: "the Updraft that found it")
        let times = times(found)
        guard let signature, let source, let seed, let schedule, let version, let times else {
            return nil
        }
        var text = try ScenarioText(String(decoding: bytes, as: UTF8.self), file: log.file)
        text.root[ScenarioReader.foundKey] = nil
        return CorpusEntry(
            Probe(text, origin: log.file, seed: seed, schedule: schedule), signature,
            source: source, version: version, times: times)
    }

    /// What another version of Updraft wrote in another form is told as that, and no more of it.
    private static func isOfFormat(_ found: InputMapping) -> Bool {
        let format = CorpusEntry.format
        let expected = "the form of the file, \(format)"
        guard let cursor = found.required("format", expected: expected) else { return false }
        guard let number = value(cursor, expected, { Int($0) }) else { return false }
        guard number == format else {
            cursor.report(
                "found form \(number), which another version of Updraft wrote; this one reads "
                    + "form \(format)")
            return false
        }
        return true
    }

    private static func signature(_ found: InputMapping) -> FailureSignature? {
        let expected = "a signature as 'checker: message'"
        return found.required("signature", expected: expected)
            .flatMap { value($0, expected) { FailureSignature(text: $0) } }
    }

    private static func seed(_ found: InputMapping) -> UInt64? {
        let expected = "a seed, a whole number from 0"
        return found.required("seed", expected: expected)
            .flatMap { value($0, expected) { UInt64($0) } }
    }

    private static func schedule(_ found: InputMapping) -> RunSchedule? {
        let expected = "a schedule: fifo, shuffle, pct or pct:DEPTH"
        return found.required("schedule", expected: expected)
            .flatMap { value($0, expected) { RunSchedule(text: $0) } }
    }

    private static func times(_ found: InputMapping) -> Int? {
        guard let cursor = found["times"] else { return 1 }
        let expected = "how often it was found, a whole number from 1"
        return value(cursor, expected) { Int($0).flatMap { $0 >= 1 ? $0 : nil } }
    }

    /// A value that may stand with quotes or without.
    private static func value<Value>(
        _ cursor: InputCursor, _ expected: String, _ parse: (String) -> Value?
    ) -> Value? {
        if let value = cursor.plainText.flatMap(parse) { return value }
        cursor.reportMismatch(expected: expected)
        return nil
    }
}

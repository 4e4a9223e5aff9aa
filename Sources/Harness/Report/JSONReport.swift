import FoundationEssentials
public import Undercloud

/// Reports for machines.
public enum JSONReport {
    /// One run: an object. Checkpoints of the trace are left out, which only the comparison of two
    /// runs needs.
    public static func text(of report: RunReport) -> String { encode(report.withoutCheckpoints) }

    /// Several runs: an array, in the order they were asked for.
    public static func text(of reports: [RunReport]) -> String {
        encode(reports.map(\.withoutCheckpoints))
    }

    /// All of a run, to be handed from one process to another.
    public static func transfer(_ report: RunReport) -> String { encode(report) }

    /// An answer to somebody who asked about one node or server.
    public static func text(of explanation: Explanation) -> String { encode(explanation) }

    /// What ``transfer(_:)`` wrote; nil for anything else.
    public static func received(_ bytes: some Sequence<UInt8>) -> RunReport? {
        try? JSONDecoder().decode(RunReport.self, from: Data(bytes))
    }

    private static func encode(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(value) else {
            preconditionFailure("A report is made of what JSON can hold.")
        }
        return String(decoding: data, as: UTF8.self)
    }
}

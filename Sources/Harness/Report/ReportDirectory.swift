import Foundation

/// A folder that a run's report is kept in: `report.txt`, `report.json` and `journal.jsonl`.
public struct ReportDirectory: Sendable, Hashable {
    public let path: String

    /// Makes the folder where it is not there yet.
    public init(path: String) throws(ReportError) {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true)
        } catch { throw ReportError(path: path, reason: error.localizedDescription) }
        self.path = path
    }

    public var journalPath: String { path + "/journal.jsonl" }
    /// The page for people.
    public var pagePath: String { path + "/index.html" }

    /// Writes the report for people and the one for machines.
    public func write(_ report: RunReport) throws(ReportError) {
        try Self.write(TextReport.text(of: report) + "\n", to: path + "/report.txt")
        try Self.write(JSONReport.text(of: report) + "\n", to: path + "/report.json")
    }

    /// Writes a file as a whole or not at all.
    public static func write(_ text: String, to path: String) throws(ReportError) {
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch { throw ReportError(path: path, reason: error.localizedDescription) }
    }
}

import Explorer
import Foundation
import Harness
import World

/// Makes a run and keeps its journal.
struct WhyJournal {
    /// A line of `journal.jsonl`, as much of it as is told.
    private struct Line: Decodable {
        let at: Int64
        let source: String
        let kind: String
        let subject: String
        let fields: [String: String]
    }

    let prober: ChildProber

    /// - Throws: ``ExitStatus``, having said why there is no report.
    func run(_ probe: Probe) async throws -> (RunReport, [JournalExcerpt]) {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("updraft-why-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        switch await prober.result(of: probe, report: folder) {
        case .report(let report): return (report, Self.journal(folder + "/journal.jsonl"))
        case .refused(let problems): throw SearchFiles.tell(problems)
        case .stopped: throw ExitStatus.interrupted
        case .broken(_, let text):
            StandardError.print("the run left no report: \(text)")
            throw ExitStatus.internalFailure
        }
    }

    private static func journal(_ path: String) -> [JournalExcerpt] {
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        let decoder = JSONDecoder()
        return text.split(separator: "\n").compactMap { line in
            guard let line = try? decoder.decode(Line.self, from: Data(line.utf8)) else {
                return nil
            }
            return JournalExcerpt(
                at: TimePoint(nanoseconds: line.at), text: Self.text(line))
        }
    }

    private static func text(_ line: Line) -> String {
        let fields = line.fields.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }
        return "\(Duration.nanoseconds(line.at).preciseClockText)  \(line.kind)  \(line.subject)"
            + fields.joined()
    }
}

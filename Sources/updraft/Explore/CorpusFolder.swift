import Explorer
import Foundation
import Harness

/// A folder that failures are kept in, a file each.
struct CorpusFolder {
    let path: String

    /// - Throws: ``ExitStatus/badInput``, having said why the folder is no good.
    init(making path: String) throws {
        self.path = path
        do { _ = try ReportDirectory(path: path) } catch {
            StandardError.print("\(error); nothing was run")
            throw ExitStatus.badInput
        }
    }

    /// The file a failure is kept in.
    func file(of group: FoundFailures.Group) -> String {
        "\(path)/\(CorpusEntry.name(of: group.probe.text.name, group.signature)).yaml"
    }

    /// Keeps a failure, in place of what was known of it.
    func keep(_ group: FoundFailures.Group) throws {
        var entry = CorpusEntry(
            group.probe, group.signature, source: group.source, version: Updraft.release,
            times: group.times)
        let from = SearchFolder.folder(of: group.probe.origin)
        let to = URL(fileURLWithPath: path).standardizedFileURL.path
        entry.text = entry.text.moved(from: from, to: to)
        entry.text.name = CorpusEntry.name(of: group.probe.text.name, group.signature)
        try ReportDirectory.write(entry.fileText, to: file(of: group))
    }
}

import Explorer
import Foundation
import Hardware
import Harness

/// A folder of its own for the scenarios that a search makes, which goes with the search.
final class SearchFolder: Sendable {
    private let root = FileManager.default.temporaryDirectory
        .appendingPathComponent("updraft-search-\(UUID().uuidString)").path

    deinit { try? FileManager.default.removeItem(atPath: root) }

    /// Writes a scenario for a process to read, and reads it.
    func write(_ probe: Probe) throws(InputProblems) -> Scenario {
        let folder = root + "/" + UUID().uuidString
        let file = "\(folder)/\(probe.text.name).yaml"
        let text = probe.text.moved(from: Self.folder(of: probe.origin), to: folder).text
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true)
            try ReportDirectory.write(text, to: file)
        } catch {
            throw InputProblems([
                InputProblem(file: file, line: 1, path: "", message: "\(error)")
            ])
        }
        return try ScenarioReader.read(file, vocabulary: ScenarioFiles.vocabulary)
    }

    func remove(_ scenario: Scenario) {
        try? FileManager.default.removeItem(atPath: Self.folder(of: scenario.file))
    }

    /// The absolute path of the folder that a file is in.
    static func folder(of file: String) -> String {
        URL(fileURLWithPath: file).deletingLastPathComponent().standardizedFileURL.path
    }
}

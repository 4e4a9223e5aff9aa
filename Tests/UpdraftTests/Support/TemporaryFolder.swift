import Foundation

/// A folder that is there for as long as the value is.
final class TemporaryFolder {
    let url = FileManager.default.temporaryDirectory
        .appending(path: "updraft-tests-\(UUID().uuidString)")

    init() {
        do {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        } catch { preconditionFailure("The temporary folder takes no folder: \(error)") }
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Writes a file and returns its path.
    func write(_ text: String, to name: String) throws -> String {
        let file = url.appending(path: name)
        try Data(text.utf8).write(to: file)
        return file.path()
    }

    /// Writes a scenario to the file that its name asks for and returns its path.
    func write(_ scenario: ScenarioText) throws -> String {
        try write(scenario.text, to: "\(scenario.name).yaml")
    }

    func path(_ name: String) -> String { url.appending(path: name).path() }

    func text(of name: String) throws -> String {
        try String(contentsOf: url.appending(path: name), encoding: .utf8)
    }
}

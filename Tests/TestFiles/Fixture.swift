package import Documents
import FoundationEssentials

/// Files beside tests, made with the reference tools.
package enum Fixture {
    /// - Parameter test: the file whose folder's `Fixtures` are meant.
    package static func text(_ name: String, beside test: String = #filePath) throws -> String {
        let folder = URL(filePath: test, directoryHint: .notDirectory).deletingLastPathComponent()
        let data = try Data(contentsOf: folder.appending(path: "Fixtures/\(name)"))
        return String(decoding: data, as: UTF8.self)
    }

    package static func document(
        _ name: String, beside test: String = #filePath
    ) throws -> DocumentValue {
        try DocumentValue(json: try text(name, beside: test))
    }
}

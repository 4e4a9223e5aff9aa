import BareMetal
import Foundation
import Testing

/// Ironic's own samples of requests and responses, as they lie beside the project.
enum SampleFiles {
    static let folder = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "shared/inputs/ironic/api-samples")

    static var areThere: Bool { FileManager.default.fileExists(atPath: folder.path()) }

    /// Why a test is skipped.
    static let absence: Comment = "SKIPPED: ../shared/inputs/ironic/api-samples is not there"

    static func value(_ name: String) throws -> JSONValue {
        let data = try Data(contentsOf: folder.appending(path: name + ".json"))
        return try #require(JSONValue(parsing: String(decoding: data, as: UTF8.self)))
    }
}

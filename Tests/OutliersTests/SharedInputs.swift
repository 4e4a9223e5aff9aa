import Facts
import Foundation
import Outliers

/// The real inputs that lie beside the clone.
enum SharedInputs {
    static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "shared")
    static let blades = folder.appending(path: "inputs/hardware/cardiff_samples")
    static let arePresent = FileManager.default.fileExists(atPath: blades.path)

    static func text(_ path: String) throws -> String {
        try String(decoding: Data(contentsOf: folder.appending(path: path)), as: UTF8.self)
    }

    /// The nineteen blades, in the order of their files.
    static func fleet() throws -> BenchmarkedFleet {
        let names = try FileManager.default.contentsOfDirectory(atPath: blades.path).sorted()
        return BenchmarkedFleet(
            try names.filter { $0.hasSuffix(".hw_") }.map {
                try FactDocument(
                    text("inputs/hardware/cardiff_samples/\($0)"), origin: $0)
            })
    }
}

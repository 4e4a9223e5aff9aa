import ArgumentParser
import Explorer
import Foundation
import Hardware
import Harness

/// Failures that are known and do not fail a gate until a day.
enum QuarantineFile {
    static let name = "quarantine.yaml"

    /// The folder's own, where it has one.
    ///
    /// - Throws: ``ExitStatus/badInput``, having said what is wrong with it.
    static func read(in folder: String) throws -> Quarantine {
        let path = "\(folder)/\(name)"
        guard FileManager.default.fileExists(atPath: path) else { return .empty }
        do throws(InputProblems) {
            return try QuarantineReader.read(try InputFile.read(path), file: path)
        } catch { throw SearchFiles.tell(error) }
    }
}

import ArgumentParser
import Explorer
import Foundation
import Hardware
import Harness

/// The files of a folder that searches read.
enum CorpusFiles {
    /// All YAML files of a folder and its folders, in order.
    ///
    /// - Throws: ``ExitStatus/badInput``, having said why there is none.
    static func list(_ folder: String) throws -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder),
            isFolder.boolValue
        else {
            StandardError.print("\(folder): there is no such folder")
            throw ExitStatus.badInput
        }
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String }
        let files = (names ?? []).filter { $0.hasSuffix(".yaml") }.sorted()
            .filter { $0 != QuarantineFile.name }
        guard !files.isEmpty else {
            StandardError.print("\(folder): there is no YAML file in it; explore --corpus fills it")
            throw ExitStatus.badInput
        }
        return files.map { "\(folder)/\($0)" }
    }

    /// An entry, or why there is none.
    static func entry(_ file: String) -> Result<CorpusEntry, InputProblems> {
        do throws(InputProblems) {
            _ = try ScenarioReader.read(file, vocabulary: ScenarioFiles.vocabulary)
            return .success(try CorpusReader.read(try InputFile.read(file), file: file))
        } catch { return .failure(error) }
    }
}

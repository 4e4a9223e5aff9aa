import ArgumentParser
import Explorer
import Foundation
import Hardware
import Harness

/// A file that a failure is looked for in: a corpus entry or a scenario.
struct FailingFile {
    let text: ScenarioText
    /// Nil where it is a plain scenario.
    let entry: CorpusEntry?
    /// Machines of the inventory that it names; zero where it has its own.
    let inventory: Int
    let usualOutput: String

    /// - Throws: ``ExitStatus/badInput``, having said what is wrong.
    init(_ file: String) throws {
        do throws(InputProblems) {
            let scenario = try ScenarioReader.read(file, vocabulary: ScenarioFiles.vocabulary)
            let bytes = try InputFile.read(file)
            let text = try ScenarioText(String(decoding: bytes, as: UTF8.self), file: file)
            entry = CorpusReader.isEntry(text) ? try CorpusReader.read(bytes, file: file) : nil
            self.text = entry?.text ?? text
            inventory = scenario.places.machines.count
            usualOutput = SearchFolder.folder(of: file) + "/\(scenario.name)-min.yaml"
        } catch { throw SearchFiles.tell(error) }
    }
}

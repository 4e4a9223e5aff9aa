import ArgumentParser
import Explorer
import Foundation
import Hardware
import Harness

/// Files that searches read, and what they write.
enum SearchFiles {
    /// A scenario's text.
    ///
    /// - Throws: ``ExitStatus/badInput``, having said what is wrong.
    static func text(of file: String) throws -> ScenarioText {
        do throws(InputProblems) {
            return try ScenarioText(
                String(decoding: try InputFile.read(file), as: UTF8.self), file: file)
        } catch { throw tell(error) }
    }

    /// Says what is wrong with a file.
    static func tell(_ problems: InputProblems) -> ExitCode {
        StandardError.print(problems.description)
        return ExitStatus.badInput
    }

    static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func write(_ text: String, to path: String) throws {
        do throws(ReportError) { try ReportDirectory.write(text, to: path) } catch {
            StandardError.print(error.description)
            throw ExitStatus.internalFailure
        }
    }
}

import Hardware
import Harness
import SimulatedCloud

/// Reads the scenario files of a command line, all of them before any is used.
enum ScenarioFiles {
    static let vocabulary = ScenarioVocabulary.standard(bugs: SimulatedTestbed.bugs)

    /// - Throws: ``ExitStatus/badInput``, once every problem of every file was told on standard
    ///   error.
    static func read(_ paths: [String]) throws -> [Scenario] {
        var scenarios: [Scenario] = []
        var problems: [InputProblem] = []
        for path in paths {
            do throws(InputProblems) {
                scenarios.append(try ScenarioReader.read(path, vocabulary: vocabulary))
            } catch { problems += error.problems }
        }
        guard problems.isEmpty else {
            for problem in problems { StandardError.print(problem.description) }
            let files = paths.count == 1 ? "the file" : "\(paths.count) files"
            StandardError.print("\(count(problems.count)) in \(files); nothing was run")
            throw ExitStatus.badInput
        }
        for notice in scenarios.flatMap(\.notices) {
            StandardError.print("\(notice.description) (a warning)")
        }
        return scenarios
    }

    private static func count(_ problems: Int) -> String {
        problems == 1 ? "1 problem" : "\(problems) problems"
    }
}

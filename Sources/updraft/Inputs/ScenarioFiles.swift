import Hardware
import Harness
import SimulatedCloud

/// Reads the scenario files of a command line, all of them before any is used.
enum ScenarioFiles {
    static let vocabulary = ScenarioVocabulary.standard(bugs: SimulatedTestbed.bugs)

    /// Those that need what is not there are left out, which is told.
    ///
    /// - Throws: ``ExitStatus/badInput``, once every problem of every file was told on standard
    ///   error.
    static func read(_ paths: [String]) throws -> [Scenario] {
        var scenarios: [Scenario] = []
        var problems: [InputProblem] = []
        for path in paths {
            do throws(InputProblems) {
                if let absent = try ScenarioReader.absentNeed(of: path) {
                    StandardError.print("\(path): skipped: \(absent) is not there")
                    continue
                }
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

    /// - Throws: ``ExitStatus/badInput``, also where the scenario needs what is not there.
    static func readOne(_ path: String) throws -> Scenario {
        guard let scenario = try read([path]).first else { throw ExitStatus.badInput }
        return scenario
    }

    private static func count(_ problems: Int) -> String {
        problems == 1 ? "1 problem" : "\(problems) problems"
    }
}

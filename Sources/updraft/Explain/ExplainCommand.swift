import ArgumentParser
import Harness
import Undercloud
import World

/// `updraft explain Scenarios/full-cloud.yaml --seed 7 racka-u03`
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Says why a node is not deployed, or where a server is and why.",
        discussion: """
            It runs the scenario again, to its end or to the moment asked about, and answers: the \
            state and since when, who holds it, what it waits for and when that times out, what \
            comes next, and every state it was in. For a server without a machine it names every \
            machine, each with the reason:

              updraft explain Scenarios/full-cloud.yaml --seed 7 racka-u03
              updraft explain Scenarios/full-cloud.yaml --seed 7 --at 0:40:00 compute-0
              updraft explain out racka-u03 --json

            In place of a scenario it takes the folder that `updraft run --report` kept, and then \
            asks about that very run. Times are the world's own, from the run's beginning on; with \
            --json they are decimal seconds, in keys that end with Seconds.

            Exit status: 0 answered, 64 bad usage, a bad file or an unknown name, \
            70 internal failure, 130 interrupted.
            """
    )

    @Argument(help: "A scenario file, or the folder of a run's report.")
    var source: String

    @Argument(help: "The name of a node or a server.")
    var name: String

    @Option(help: "The run's seed. A report's folder knows it.")
    var seed: UInt64?

    @Option(help: "The moment to ask about, as 40m or 0:40:00. Default: the run's end.")
    var at: VirtualTime?

    @Option(help: "How to choose among what is ready at the same moment.")
    var schedule: RunSchedule?

    @Flag(help: "One JSON document on standard output.")
    var json = false

    func run() throws {
        let question = try Question(source: source, seed: seed, schedule: schedule, at: at)
        Signals.watch()
        let sight = question.sight()
        if Signals.wantEnd { throw ExitStatus.interrupted }
        guard let sight else {
            StandardError.print("the run had no cloud yet at that moment")
            throw ExitStatus.badInput
        }
        guard let explanation = sight.explanation(of: name) else {
            StandardError.print("there is no node or server '\(name)'; there are")
            StandardError.print(Self.listed(sight.subjects))
            throw ExitStatus.badInput
        }
        StandardOutput.print(
            json
                ? JSONReport.text(of: explanation) : ExplanationText.text(of: explanation))
        try StandardOutput.check()
    }

    /// Names shown to somebody who asked for one that is not there.
    private static let shownNames = 40

    private static func listed(_ names: [String]) -> String {
        let rest = names.count - shownNames
        let shown = names.prefix(shownNames).joined(separator: ", ")
        return rest > 0 ? "  \(shown) and \(rest) more" : "  \(shown)"
    }
}

import ArgumentParser

/// The command line of Updraft.
@main
struct Updraft: AsyncParsableCommand {
    /// As the changelog numbers it.
    static let release = "0.1.0 (unreleased)"

    static let configuration = CommandConfiguration(
        commandName: "updraft",
        abstract: "Deploys bare-metal clouds the TripleO way, in simulated worlds first.",
        discussion: """
            Begin with a look around and a first run:

              updraft list
              updraft run Scenarios/minimal.yaml
              updraft run Scenarios/full-cloud.yaml --seed 7
              updraft bmc serve --count 3
              updraft explain Scenarios/full-cloud.yaml --seed 7 racka-u03

            Exit status: 0 passed, 1 a safety check failed, 2 did not converge, \
            3 not deterministic, 64 bad usage or a bad file, 70 internal failure, 130 interrupted.
            """,
        version: "updraft \(Self.release)",
        subcommands: [
            RunCommand.self, ExploreCommand.self, ShrinkCommand.self, CorpusCommand.self,
            GateCommand.self, WhyCommand.self, ExplainCommand.self, ValidateCommand.self,
            ListCommand.self,
            NodeCommand.self, BMCCommand.self, StackCommand.self, PlanCommand.self,
            AgentCommand.self, BenchmarkCommand.self, MatchCommand.self,
            IntrospectCommand.self,
        ]
    )
}

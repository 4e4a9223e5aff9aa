import ArgumentParser

/// `updraft agent …`: what runs on an installed machine.
struct AgentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agent",
        abstract: "Configures the machine it runs on, as TripleO's agents do.",
        subcommands: [
            AgentCollectCommand.self, AgentApplyCommand.self, AgentNetCommand.self,
            AgentRefreshCommand.self, AgentHeatConfigCommand.self,
            AgentInspectCommand.self,
        ]
    )
}

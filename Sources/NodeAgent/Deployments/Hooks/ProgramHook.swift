import Documents

/// A program in a folder of hooks.
struct ProgramHook: DeploymentHook {
    let group: String
    let path: String

    func carryOut(
        _ deployment: HeatDeployment, on system: some NodeSystem
    ) async throws(NodeSystemError) -> CommandResult {
        try await system.run(NodeCommand(path, input: Array(deployment.document.json.utf8)))
    }
}

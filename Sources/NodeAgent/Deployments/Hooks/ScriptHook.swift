import Documents

/// `script`: a program of any kind, with the inputs in its environment.
struct ScriptHook: DeploymentHook {
    let group = "script"

    func carryOut(
        _ deployment: HeatDeployment, on system: some NodeSystem
    ) async throws(NodeSystemError) -> CommandResult {
        let folders = HookFolders(of: group)
        try folders.make(on: system)
        var environment: [EnvironmentEntry] = []
        for input in deployment.inputs {
            guard let value = input.variable else {
                return HookAnswer.broken("input \(input.name) is no text")
            }
            environment.append(EnvironmentEntry(input.name, value))
        }
        environment.append(
            EnvironmentEntry("heat_outputs_path", folders.outputsPath(of: deployment)))
        guard let text = (deployment.document["config"] ?? "").string else {
            return HookAnswer.broken("the config is no text")
        }
        let path = try folders.write(text, to: deployment.id, mode: 0o700, on: system)
        let result: CommandResult
        do {
            result = try await system.run(
                NodeCommand(path, environment: environment, folder: folders.working))
        } catch { return HookAnswer.broken(error.description) }
        return HookAnswer(result, outputs: try folders.found(of: deployment, on: system)).result
    }
}

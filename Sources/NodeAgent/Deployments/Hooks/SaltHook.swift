import Documents
import OrderedCollections

/// `salt`: a state that Salt's minion applies on its own, with the inputs as pillar data.
struct SaltHook: DeploymentHook {
    let group = "salt"

    func carryOut(
        _ deployment: HeatDeployment, on system: some NodeSystem
    ) async throws(NodeSystemError) -> CommandResult {
        let folders = HookFolders(of: group)
        try folders.make(on: system)
        let config = deployment.document["config"] ?? ""
        // A map in JSON is one in YAML too.
        _ = try folders.write(
            config.string ?? config.json, to: "\(deployment.id).sls", mode: 0o700, on: system)
        let inputs = OrderedDictionary(
            deployment.inputs.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
        let command = NodeCommand(
            "salt-call",
            [
                "--local", "--retcode-passthrough", "--file-root", folders.working, "--out",
                "json", "state.sls", deployment.id, "pillar=\(DocumentValue.map(inputs).json)",
            ], folder: folders.working)
        let result: CommandResult
        do { result = try await system.run(command) } catch {
            return HookAnswer.broken(error.description)
        }
        let text = String(decoding: result.output, as: UTF8.self)
        let isDone = result.status == 0 || Self.allSucceeded(text)
        let said = String(decoding: result.errors, as: UTF8.self)
        return HookAnswer(
            output: isDone ? text : "", errors: isDone ? said : text + said,
            status: isDone ? 0 : result.status,
            outputs: try folders.found(of: deployment, on: system)
        ).result
    }

    /// Salt's exit status is no sure sign: what each state says is.
    private static func allSucceeded(_ text: String) -> Bool {
        guard let states = (try? DocumentValue(json: text))?["local"]?.map, !states.isEmpty else {
            return false
        }
        return states.values.allSatisfy { $0["result"] == true }
    }
}

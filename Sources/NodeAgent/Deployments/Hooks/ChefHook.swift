import Documents
import OrderedCollections

/// `chef`: a run list, carried out in local mode, with a kitchen that may be cloned first.
struct ChefHook: DeploymentHook {
    /// Inputs that Heat adds for its own use, which are no attributes.
    private static let heatInputs = [
        "deploy_server_id", "deploy_action", "deploy_stack_id", "deploy_resource_name",
        "deploy_signal_transport", "deploy_signal_id", "deploy_signal_verb",
    ]

    let group = "chef"

    func carryOut(
        _ deployment: HeatDeployment, on system: some NodeSystem
    ) async throws(NodeSystemError) -> CommandResult {
        let folders = HookFolders(of: group)
        try folders.make(on: system)
        guard deployment.document["options"] != nil,
            let list = try? DocumentValue(json: deployment.document["config"]?.text ?? "")
        else { return HookAnswer.broken("the config has no options or is no run list in JSON") }
        let kitchen = deployment.option("kitchen_path")?.text ?? "\(folders.working)/kitchen"
        if let failure = await Self.clone(deployment, to: kitchen, on: system) { return failure }
        guard let host = await system.hostName() else {
            let reason = "Could not determine hostname with hostname -f"
            return HookAnswer(errors: reason, status: 1).result
        }
        let node = try folders.write(
            Self.node(deployment, list).indentedJSON(by: 4), to: "node/\(host).json", mode: 0o600,
            on: system)
        let client = try folders.write(
            Self.client(deployment, kitchen, folders), to: "client.rb", mode: 0o600, on: system)
        let command = NodeCommand(
            "chef-client", ["-z", "--config", client, "-j", node],
            environment: [
                EnvironmentEntry("heat_outputs_path", folders.outputsPath(of: deployment))
            ], folder: folders.working)
        let result = await Self.run(command, on: system)
        return HookAnswer(result, outputs: try folders.found(of: deployment, on: system)).result
    }

    private static func run(_ command: NodeCommand, on system: some NodeSystem) async
        -> CommandResult
    {
        do { return try await system.run(command) } catch {
            return CommandResult(status: -1, errors: Array(error.description.utf8))
        }
    }

    /// - Returns: nil where there is nothing to clone, or it was.
    private static func clone(
        _ deployment: HeatDeployment, to folder: String, on system: some NodeSystem
    ) async -> CommandResult? {
        guard let kitchen = deployment.option("kitchen"), kitchen.isTrue else { return nil }
        if deployment[input: "deploy_action"] == "UPDATE" {
            _ = await run(NodeCommand("rm", ["-rf", folder]), on: system)
        }
        let result = await run(NodeCommand("git", ["clone", kitchen.text, folder]), on: system)
        return result.status == 0 ? nil : HookAnswer(result).result
    }

    private static func node(
        _ deployment: HeatDeployment, _ list: DocumentValue
    ) -> DocumentValue {
        var entries: OrderedDictionary<String, DocumentValue> = [:]
        for input in deployment.inputs
        where input.name != "environment" && !heatInputs.contains(input.name) {
            entries[input.name] = input.value
        }
        entries["run_list"] = list
        return .map(entries)
    }

    private static func client(
        _ deployment: HeatDeployment, _ kitchen: String, _ folders: HookFolders
    ) -> String {
        var lines = [
            "log_level :debug", "log_location STDOUT", "local_mode true", "chef_zero.enabled true",
            "cookbook_path '\(kitchen)/cookbooks'", "role_path '\(kitchen)/roles'",
            "environment_path '\(kitchen)/environments'",
        ]
        for input in deployment.inputs where input.name == "environment" {
            lines.append("environment '\(input.value.text)'")
        }
        return (lines + ["node_path '\(folders.working)/node'"]).joined(separator: "\n")
    }
}

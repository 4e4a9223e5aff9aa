import Documents
import OrderedCollections

/// `ansible`: a playbook for this machine, with the inputs as variables.
struct AnsibleHook: DeploymentHook {
    let group = "ansible"

    func carryOut(
        _ deployment: HeatDeployment, on system: some NodeSystem
    ) async throws(NodeSystemError) -> CommandResult {
        let folders = HookFolders(of: group)
        try folders.make(on: system)
        guard deployment.document["options"] != nil else {
            return HookAnswer.broken("the config has no options")
        }
        // Nothing to do, and nothing to say of it.
        guard let text = deployment.document["config"]?.string, !text.isEmpty else {
            return CommandResult(status: 0)
        }
        var variables: OrderedDictionary<String, DocumentValue> = [
            "heat_config_id": .string(deployment.id)
        ]
        for input in deployment.inputs { variables[input.name] = input.value }
        variables["heat_outputs_path"] = .string(folders.outputsPath(of: deployment))
        let file = try folders.write(
            DocumentValue.map(variables).json, to: "\(deployment.id)_variables.json", mode: 0o600,
            on: system)
        let playbook = try folders.write(
            text, to: "\(deployment.id)_playbook.yaml", mode: 0o600, on: system)
        let command = Self.command(deployment, playbook, file, in: folders.working)
        guard let result = try? await system.run(command) else { return CommandResult(status: 0) }
        return HookAnswer(result, outputs: try folders.found(of: deployment, on: system)).result
    }

    private static func command(
        _ deployment: HeatDeployment, _ playbook: String, _ variables: String, in folder: String
    ) -> NodeCommand {
        func given(_ option: String) -> String? {
            deployment.option(option).flatMap { $0.isTrue ? $0.text : nil }
        }
        let inventory = given("inventory").map { $0.hasPrefix("/") ? $0 : "\(folder)/\($0)" }
        var arguments = ["-i", inventory ?? "localhost,"]
        for (option, name) in [
            ("modulepath", "--module-path"), ("skip_tags", "--skip-tags"), ("tags", "--tags"),
        ] {
            if let value = given(option) { arguments += [name, value] }
        }
        let environment = given("callback_plugins").map {
            [EnvironmentEntry("ANSIBLE_CALLBACK_PLUGINS", $0)]
        }
        return NodeCommand(
            "ansible-playbook", arguments + [playbook, "--extra-vars", "@\(variables)"],
            environment: environment ?? [], folder: folder)
    }
}

import Documents
import OrderedCollections

/// `puppet`: a manifest, with the inputs as facts, as data of Hiera, or as both.
struct PuppetHook: DeploymentHook {
    private static let logs = "/var/run/heat-config/deployed"

    let group = "puppet"

    func carryOut(
        _ deployment: HeatDeployment, on system: some NodeSystem
    ) async throws(NodeSystemError) -> CommandResult {
        let folders = HookFolders(of: group)
        try folders.make(on: system)
        guard deployment.document["options"] != nil, let time = deployment.document["creation_time"]
        else { return HookAnswer.broken("the config has no options or no creation_time") }
        guard var facts = await Self.facts(of: deployment, on: system) else {
            return HookAnswer.broken("an input is no text, and so no fact")
        }
        if deployment.option("enable_hiera")?.isTrue == true {
            facts.append(try Self.writeData(of: deployment, on: system))
        }
        facts.append(
            EnvironmentEntry("FACTER_heat_outputs_path", folders.outputsPath(of: deployment)))
        let manifest = try folders.write(
            deployment.document["config"]?.string ?? "", to: "\(deployment.id).pp", mode: 0o700,
            on: system)
        let result: CommandResult
        do {
            result = try await system.run(
                NodeCommand(
                    "puppet", Self.arguments(of: deployment) + [manifest], environment: facts,
                    folder: folders.working))
        } catch {
            // Puppet is not there yet: nothing is said, and that is no failure.
            return CommandResult(status: 0)
        }
        try Self.keep(result, time.text, deployment.id, on: system)
        let outputs = try folders.found(of: deployment, on: system)
        // Two tells that something was changed.
        let status = result.status == 2 ? 0 : result.status
        return HookAnswer(
            CommandResult(status: status, output: result.output, errors: result.errors),
            outputs: outputs
        ).result
    }

    private static func facts(
        of deployment: HeatDeployment, on system: some NodeSystem
    ) async -> [EnvironmentEntry]? {
        var facts: [EnvironmentEntry] = []
        if let name = await system.hostName() {
            facts.append(EnvironmentEntry("FACTER_fqdn", name))
        }
        guard deployment.option("enable_facter")?.isTrue ?? true else { return facts }
        for input in deployment.inputs {
            guard let value = input.value.string else { return nil }
            facts.append(EnvironmentEntry("FACTER_\(input.name)", value))
        }
        return facts
    }

    private static func writeData(
        of deployment: HeatDeployment, on system: some NodeSystem
    ) throws(NodeSystemError) -> EnvironmentEntry {
        let name = deployment.document["name"]?.text ?? ""
        let data = OrderedDictionary(
            deployment.inputs.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
        try system.makeFolder(HieraHook.dataFolder, mode: 0o700)
        try system.replace(
            "\(HieraHook.dataFolder)/heat_config_\(name).json",
            with: FileContents(bytes: Array(DocumentValue.map(data).json.utf8), mode: 0o600))
        return EnvironmentEntry("FACTER_deploy_config_name", name)
    }

    private static func arguments(of deployment: HeatDeployment) -> [String] {
        var arguments = [
            "apply", "--color", "false", "--detailed-exitcodes", "--logdest", "console",
        ]
        for (option, name) in [("modulepath", "--modulepath"), ("tags", "--tags")] {
            if let value = deployment.option(option), value.isTrue {
                arguments += [name, value.text]
            }
        }
        for kind in ["debug", "verbose"] where deployment.option("enable_\(kind)")?.isTrue == true {
            arguments += ["--\(kind)", "--logdest", "/var/log/puppet/heat-\(kind).log"]
        }
        return arguments
    }

    private static func keep(
        _ result: CommandResult, _ time: String, _ id: String, on system: some NodeSystem
    ) throws(NodeSystemError) {
        try system.makeFolder(logs, mode: 0o700)
        let date = String(time.map { $0 == ":" || $0 == "T" ? "-" : $0 })
        for (name, bytes) in [("stdout", result.output), ("stderr", result.errors)] {
            try system.replace(
                "\(logs)/\(date)-\(id)-\(name).log", with: FileContents(bytes: bytes))
        }
    }
}

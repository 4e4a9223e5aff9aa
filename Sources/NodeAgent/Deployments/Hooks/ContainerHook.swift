import Documents
import OrderedCollections

/// `docker-cmd`: containers to run and commands to run in them, in the order of `start_order`.
struct ContainerHook: DeploymentHook {
    let group = "docker-cmd"

    func carryOut(
        _ deployment: HeatDeployment, on system: some NodeSystem
    ) async throws(NodeSystemError) -> CommandResult {
        let config = deployment.document["config"] ?? ""
        if deployment[input: "deploy_action"] == "DELETE" || !config.isTrue {
            return HookAnswer().result
        }
        let read = config.map == nil ? try? DocumentValue(yaml: config.text) : config
        guard let containers = read?.map else {
            return HookAnswer.broken("the config is no map of containers")
        }
        var said: (output: [String], errors: [String], status: Int) = ([], [], 0)
        for (name, container) in containers.elements.sorted(by: Self.startsBefore) {
            let command = ContainerCommand(name, container, of: deployment)
            let result: CommandResult
            do { result = try await system.run(try await command.command(on: system)) } catch {
                return HookAnswer.broken(error.description)
            }
            if !result.output.isEmpty {
                said.output.append(String(decoding: result.output, as: UTF8.self))
            }
            if !result.errors.isEmpty {
                said.errors.append(String(decoding: result.errors, as: UTF8.self))
            }
            let allowed = container["exit_codes"]?.list?.compactMap(\.integer) ?? [0]
            if !allowed.contains(result.status) { said.status = result.status }
        }
        return HookAnswer(
            output: said.output.joined(separator: "\n"),
            errors: said.errors.joined(separator: "\n"), status: said.status
        ).result
    }

    /// Swift's sort keeps the order of equals.
    private static func startsBefore(
        _ one: (key: String, value: DocumentValue), _ two: (key: String, value: DocumentValue)
    ) -> Bool {
        (one.value["start_order"]?.integer ?? 0) < (two.value["start_order"]?.integer ?? 0)
    }
}

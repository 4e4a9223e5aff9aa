/// `apply-config`: has os-apply-config run, which finds the config among the metadata.
struct ApplyConfigHook: DeploymentHook {
    let group = "apply-config"

    func carryOut<System: NodeSystem>(
        _ deployment: HeatDeployment, on system: System
    ) async throws(NodeSystemError) -> CommandResult {
        do throws(ApplyConfigError) {
            let metadata = try NodeMetadata(listedOn: system)
            let tool = ApplyConfig(
                on: system, templates: ApplyConfig<System>.defaultTemplates)
            let paths = try await tool.install(metadata, to: "/")
            return HookAnswer(errors: paths.map { "writing \($0)\n" }.joined()).result
        } catch {
            return HookAnswer(errors: error.description, status: 1).result
        }
    }
}

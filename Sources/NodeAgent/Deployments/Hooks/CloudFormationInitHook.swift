import Documents
import OrderedCollections

/// `cfn-init`: what `AWS::CloudFormation::Init` says of packages, files and services, for the
/// program that does it.
struct CloudFormationInitHook: DeploymentHook {
    private static let metadata = "/var/cache/heat-cfntools/last_metadata"

    let group = "cfn-init"

    func carryOut(
        _ deployment: HeatDeployment, on system: some NodeSystem
    ) async throws(NodeSystemError) -> CommandResult {
        var config = deployment.document["config"] ?? [:]
        if config.map == nil {
            guard let read = try? DocumentValue(json: config.text) else {
                return HookAnswer.broken("the config is not JSON")
            }
            config = read
        }
        let text = DocumentValue.map(["AWS::CloudFormation::Init": config]).json
        try system.replace(
            Self.metadata, with: FileContents(bytes: Array(text.utf8), mode: 0o700))
        do {
            return HookAnswer(try await system.run(NodeCommand("cfn-init"))).result
        } catch { return HookAnswer.broken(error.description) }
    }
}

import Documents
import OrderedCollections

/// `json-file`: writes files that hold what the config says under their paths.
struct JSONFileHook: DeploymentHook {
    let group = "json-file"

    func carryOut(
        _ deployment: HeatDeployment, on system: some NodeSystem
    ) async throws(NodeSystemError) -> CommandResult {
        guard let files = deployment.document["config"]?.map else {
            return HookAnswer.broken("the config is no map")
        }
        for (path, data) in files {
            let folder = path.split(separator: "/").dropLast().joined(separator: "/")
            try system.makeFolder("/\(folder)", mode: 0o700)
            let text = data.indentedJSON(by: 4, order: .sorted)
            try system.replace(path, with: FileContents(bytes: Array(text.utf8)))
        }
        return HookAnswer().result
    }
}

/// How a script ended.
package struct ScriptEnd: Sendable, Hashable {
    /// The script's path; that of one of ours as if it lay in the phase's folder.
    package internal(set) var path = ""
    package let result: CommandResult
    /// What it did with deployments, if that is what it is for.
    package let deployments: [DeploymentOutcome]

    init(_ result: CommandResult, deployments: [DeploymentOutcome] = []) {
        self.result = result
        self.deployments = deployments
    }

    init(status: Int, said: String = "", deployments: [DeploymentOutcome] = []) {
        self.init(
            CommandResult(status: status, errors: Array(said.utf8)), deployments: deployments)
    }

    static let success = ScriptEnd(status: 0)
}

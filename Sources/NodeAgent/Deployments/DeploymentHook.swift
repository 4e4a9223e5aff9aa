/// Carries out configs of one group: how scripts, Puppet, Ansible, Chef, Salt or anything else
/// serve.
///
/// It stands for a program of heat-agents: what the program is told on its standard input is the
/// deployment, and what it says is a map in JSON with the deployment's outputs, among them
/// `deploy_stdout`, `deploy_stderr` and `deploy_status_code`.
package protocol DeploymentHook: Sendable {
    /// The group that it is for.
    var group: String { get }

    /// - Returns: what the program would have said, and how it would have ended.
    func carryOut(
        _ deployment: HeatDeployment, on system: some NodeSystem
    ) async throws(NodeSystemError) -> CommandResult
}

import NodeAgent

/// A hook that breaks off at once.
struct BreakingHook: DeploymentHook {
    let group: String

    func carryOut(
        _ deployment: HeatDeployment, on system: some NodeSystem
    ) async throws(NodeSystemError) -> CommandResult {
        let marker = "/var/lib/heat-config/deployed/\(deployment.id).json"
        throw NodeSystemError(try system.status(of: marker) == nil ? "not marked" : "marked")
    }
}

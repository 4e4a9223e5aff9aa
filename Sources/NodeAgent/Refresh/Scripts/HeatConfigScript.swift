/// `55-heat-config`: carries out the deployments. It succeeds whatever becomes of them: each tells
/// on its own.
package struct HeatConfigScript: RefreshScript {
    package let phase = RefreshPhase.configure
    package let name = "55-heat-config"

    private let hooks: DeploymentHooks
    private let delivery: SignalDelivery

    package init(hooks: DeploymentHooks, delivery: SignalDelivery) {
        self.hooks = hooks
        self.delivery = delivery
    }

    package func run(on system: some NodeSystem) async throws(NodeSystemError) -> ScriptEnd {
        do throws(HeatConfigError) {
            let outcomes = try await HeatConfig(on: system, hooks: hooks, delivery: delivery).run()
            let said = outcomes.map { "\($0)\n" }.joined()
            return ScriptEnd(status: 0, said: said, deployments: outcomes)
        } catch {
            return ScriptEnd(status: 1, said: "\(error)\n")
        }
    }
}

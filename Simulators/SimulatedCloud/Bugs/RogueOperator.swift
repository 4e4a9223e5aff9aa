import BareMetal
import Hardware
import World

/// Somebody who switches off the first machine in use: ``CloudBug/roguePowerOff``.
struct RogueOperator: Sendable {
    /// Between two looks for a victim.
    private static let interval: Duration = .seconds(60)

    let world: World
    let nodes: @Sendable () -> [Node]

    func run() async {
        while (try? await world.clock.sleep(for: Self.interval)) != nil {
            guard let node = nodes().first(where: { $0.provisionState == .active }) else {
                continue
            }
            let bmc = world.controllers.controller(
                at: node.bmc, driver: node.driver, credentials: node.credentials)
            if (try? await bmc.setPower(.off)) != nil { return }
        }
    }
}

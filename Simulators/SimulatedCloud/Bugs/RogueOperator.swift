import BareMetal
import Hardware
import Undercloud
import World

/// Somebody who does what nobody has asked for: ``CloudBug/roguePowerOff``,
/// ``CloudBug/rogueTakesBack`` and ``CloudBug/rogueLooks``.
struct RogueOperator: Sendable {
    /// Between two looks for a victim.
    private static let interval: Duration = .seconds(60)
    /// Between two rounds of looks, which come on top of the conductors' own.
    private static let lookInterval: Duration = .seconds(420)

    let world: World
    let nodes: @Sendable () -> [Node]

    /// Switches off the first machine in use.
    func switchOff() async {
        while (try? await world.clock.sleep(for: Self.interval)) != nil {
            guard let node = nodes().first(where: { $0.provisionState == .active }) else {
                continue
            }
            let bmc = world.controllers.controller(
                at: node.bmc, driver: node.driver, credentials: node.credentials)
            if (try? await bmc.setPower(.off)) != nil { return }
        }
    }

    /// Asks every controller for its machine's power, again and again.
    func look() async {
        while (try? await world.clock.sleep(for: Self.lookInterval)) != nil {
            for node in nodes() {
                let bmc = world.controllers.controller(
                    at: node.bmc, driver: node.driver, credentials: node.credentials)
                _ = try? await bmc.powerState()
            }
        }
    }

    /// Ends the first maintenance that a person has begun.
    func takeBack(in store: any Store) async {
        while (try? await world.clock.sleep(for: Self.interval)) != nil {
            let held = nodes().first {
                $0.maintenance != nil && $0.maintenance?.fault == nil && $0.reservation == nil
            }
            guard let held, let found = try? await store.get(Node.self, held.id),
                let leadership = try? await store.get(Leadership.self, Leadership.onlyID)
            else { continue }
            var transaction = Transaction()
            transaction.require(unchanged: leadership)
            var changed = found.document
            changed.maintenance = nil
            transaction.replace(found, with: changed)
            if (try? await store.commit(transaction)) != nil { return }
        }
    }
}

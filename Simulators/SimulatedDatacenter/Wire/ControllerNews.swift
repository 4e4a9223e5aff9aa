import Hardware
import Simulation
import World

/// Tells what a process was told by a machine's controller: of the power, where that is news, that
/// it asked, and of work that is not done.
struct ControllerNews: Sendable {
    /// The machine that is meant, to which the address belongs.
    let addressed: SimulatedMachine
    let process: SimulatedProcess

    /// Asks, and tells what came of it.
    func asking(
        _ ask: () async throws(BMCError) -> PowerState
    ) async throws(BMCError) -> PowerState {
        let began = addressed.fabric.simulator.now
        do throws(BMCError) {
            let told = try await ask()
            show(told, since: began)
            if addressed.state.write({ $0.controller.noteTold(told) }) {
                tell(.powerTold(addressed.name, told))
            }
            return told
        } catch {
            guard error != .revoked else { throw error }
            _ = addressed.state.write { $0.controller.noteTold(nil) }
            show(nil, since: began)
            tell(.powerUntold(addressed.name))
            throw error
        }
    }

    private func show(_ told: PowerState?, since began: VirtualTime) {
        let now = addressed.fabric.simulator.now
        addressed.fabric.recorder.show(
            PowerLook(
                machine: addressed.name,
                asker: HostAddress(String(process.name.prefix { $0 != "/" })),
                began: Instant(nanoseconds: began.nanoseconds),
                at: Instant(nanoseconds: now.nanoseconds), told: told))
    }

    /// Holds what a driver reports as done against the machine. What a controller only says that it
    /// did no driver can know.
    func check(_ work: String, _ isDone: (RAIDInventory) -> Bool) {
        let machine = addressed.answering
        guard process.isAlive, !machine.has(.bmcForgets), !isDone(machine.raidInventory) else {
            return
        }
        machine.fabric.recorder.record(WireEvent.notDone(machine.name, work))
    }

    private func tell(_ event: ContactEvent) {
        addressed.fabric.recorder.record(event, from: process.name)
    }
}

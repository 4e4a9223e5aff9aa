import Hardware
import Simulation
import World

/// Tells what a process was told of a machine's power, where that is news, and shows that it asked.
struct PowerNews: Sendable {
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

    private func tell(_ event: ContactEvent) {
        addressed.fabric.recorder.record(event, from: process.name)
    }
}

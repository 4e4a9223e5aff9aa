import Hardware
import Simulation
import World

/// Tells what a process was told of a machine's power, where that is news.
struct PowerNews: Sendable {
    /// The machine that is meant, to which the address belongs.
    let addressed: SimulatedMachine
    let process: SimulatedProcess

    /// Asks, and tells what came of it.
    func asking(
        _ ask: () async throws(BMCError) -> PowerState
    ) async throws(BMCError) -> PowerState {
        do throws(BMCError) {
            let told = try await ask()
            if addressed.state.write({ $0.controller.noteTold(told) }) {
                tell(.powerTold(addressed.name, told))
            }
            return told
        } catch {
            guard error != .revoked else { throw error }
            _ = addressed.state.write { $0.controller.noteTold(nil) }
            tell(.powerUntold(addressed.name))
            throw error
        }
    }

    private func tell(_ event: ContactEvent) {
        addressed.fabric.recorder.record(event, from: process.name)
    }
}

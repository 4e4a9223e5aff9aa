import Hardware
import World

extension Conductor {
    /// Keeps what is recorded of power true to the hardware (TripleO's setting: the record follows
    /// the machine, because a cluster manager may fence it). Runs until the authority is lost.
    ///
    /// A controller that fails three rounds in a row puts its node into maintenance; one that
    /// answers again takes it out.
    public func synchronizePower() async {
        let round = PowerSyncRound(self)
        while authority.isHeld {
            await round.run()
            guard (try? await pause(ConductorLimits.powerSyncInterval)) != nil else { return }
        }
    }
}

public import Hardware
public import World

/// What the boot server last saw of a machine that was starting.
public struct BootSighting: Sendable, Hashable {
    public enum Outcome: Sendable, Hashable {
        /// It was offered what it is to boot.
        case offered
        /// It asked while there was nothing for it.
        case declined
        /// It took the offer of another server, which does not know us.
        case misled(server: String)
        /// It asked in another network than the one it is to start in.
        case astray(in: VLAN, due: VLAN)
    }

    public let outcome: Outcome
    /// By the boot server's own clock.
    public let at: Instant
}

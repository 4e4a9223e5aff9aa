import Hardware
import World

/// The last word of an installed operating system.
struct Contact: Sendable, Hashable {
    let at: Instant
    let image: ImageDigest
    /// The network it came from, where that is known.
    var vlan: VLAN?
}

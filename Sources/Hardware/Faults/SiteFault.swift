/// A way in which a part of a site that several machines share can fail.
public enum SiteFault: String, Sendable, Hashable, Codable, CaseIterable {
    /// A feed carries no current: everything on its PDUs that has no other supply goes dark.
    case feedLoss = "feed-loss"
    /// A PDU's breaker is open, until somebody closes it.
    case breakerTrip = "breaker-trip"
    /// A switch forwards nothing.
    case switchDead = "switch-dead"
    /// A rack's switch has lost its way to the core: its machines reach each other only.
    case uplinkLoss = "uplink-loss"
    /// A rack's uplink carries a hundredth of what it should.
    case uplinkSlow = "uplink-slow"
    /// Somebody else's DHCP server answers the machines on a switch, and has nothing to boot.
    case rogueDHCP = "rogue-dhcp"
}

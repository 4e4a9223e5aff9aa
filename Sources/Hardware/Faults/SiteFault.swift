/// A way in which a part of a site that several machines share can fail.
public enum SiteFault: String, Sendable, Hashable, Codable, CaseIterable {
    /// A feed carries no current: everything on its PDUs that has no other supply goes dark.
    case feedLoss = "feed-loss"
    /// A PDU's breaker is open, until somebody closes it.
    case breakerTrip = "breaker-trip"
    /// A switch forwards nothing. Where it is the core, racks reach nobody outside.
    case switchDead = "switch-dead"
    /// A rack's switch has lost its way to the core: its machines reach each other only.
    case uplinkLoss = "uplink-loss"
    /// A rack's uplink carries a hundredth of what it should.
    case uplinkSlow = "uplink-slow"
    /// Somebody else's DHCP server answers the machines on a switch, and has nothing to boot.
    case rogueDHCP = "rogue-dhcp"
    /// A switch takes changes of its ports' networks and does not carry them out.
    case switchForgets = "switch-forgets"
    /// A switch takes many minutes over a change of a port's network.
    case switchLate = "switch-late"
    /// A switch changes the network of another port than it was told.
    case switchMisplaces = "switch-misplaces"

    /// What of a site it befalls, as scenarios name it.
    public var places: String {
        switch self {
        case .feedLoss: "a feed"
        case .breakerTrip: "a PDU, or all of a rack or a feed"
        case .switchDead: "a switch, of a rack or the core"
        case .uplinkLoss, .uplinkSlow, .rogueDHCP, .switchForgets, .switchLate, .switchMisplaces:
            "a rack's switch"
        }
    }

    /// Whether the switch forwards as before, and only does not do as it is told.
    public var isDisobedience: Bool {
        switch self {
        case .switchForgets, .switchLate, .switchMisplaces: true
        default: false
        }
    }
}

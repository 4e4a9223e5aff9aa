/// The network that a switch port is in (IEEE 802.1Q), by what a site uses it for.
///
/// TripleO puts everything into one network, ``ctlplane``, and nobody touches a switch: Ironic's
/// `flat`. Where the control plane binds ports (`neutron`), ramdisks start in networks of their own
/// and what tenants run is in another. A tenant's metadata is served in the tenants' network, so
/// that a bound machine needs no way back to where it was deployed from.
public enum VLAN: String, Sendable, Hashable, Codable, CaseIterable {
    /// What a port is in before anybody bound it, and after: new machines are inspected in it.
    case ctlplane
    case provisioning, cleaning, rescuing
    /// Of instances, which their owners may do in what they like.
    case tenant
    /// All of the above with tags, for hosts that serve them.
    case trunk
    /// Somebody else's.
    case foreign

    /// Whether it is there for ramdisks alone, so that no instance belongs into it.
    public var isForRamdisks: Bool {
        switch self {
        case .provisioning, .cleaning, .rescuing: true
        case .ctlplane, .tenant, .trunk, .foreign: false
        }
    }

    /// Whether ramdisks are served in it: whether machines are offered a start, and their agents
    /// are listened to.
    public var servesRamdisks: Bool { self == .ctlplane || self == .trunk || isForRamdisks }

    /// Whether frames of one port arrive at the other.
    public func reaches(_ other: VLAN) -> Bool {
        if self == other { return true }
        return (self == .trunk && other != .foreign) || (other == .trunk && self != .foreign)
    }
}

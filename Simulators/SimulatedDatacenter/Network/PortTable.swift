import Hardware

/// Which of a switch's ports is in which network. Ports are counted from 1.
struct PortTable {
    /// What each port is in, and what whoever drives the switch put it into: somebody may have
    /// changed it by hand since. Ports that are not listed are as the switch came.
    private var current: [Int: VLAN] = [:]
    private var driven: [Int: VLAN] = [:]

    subscript(port: Int) -> VLAN { current[port] ?? .ctlplane }

    /// The control plane's doing, over whatever somebody did by hand.
    mutating func drive(_ port: Int, to vlan: VLAN) {
        driven[port] = vlan
        current[port] = vlan
    }

    /// Somebody changes a port by hand.
    mutating func misplace(_ port: Int) { current[port] = .foreign }

    /// Somebody puts a port back by hand, where nobody has done so yet.
    mutating func putBack(_ port: Int) {
        if current[port] == .foreign { current[port] = driven[port] }
    }
}

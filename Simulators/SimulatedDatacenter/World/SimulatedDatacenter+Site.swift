public import Hardware
import OrderedCollections
import Simulation
import World

extension SimulatedDatacenter {
    /// Every place of the site that a fault of this kind can befall, in order, but the core: that
    /// takes everything with it, and fails only where somebody says so.
    public func places(for fault: SiteFault) -> [SitePlace] {
        switch fault {
        case .feedLoss: specification.power.feeds.map { .feed($0) }
        case .breakerTrip: fabric.grid.pdus().map { .pdu($0) }
        case .switchDead, .uplinkLoss, .uplinkSlow, .rogueDHCP, .switchForgets, .switchLate,
            .switchMisplaces:
            switches.keys.map { .switch($0) }
        }
    }

    /// Whether some rack cannot reach the others.
    public var isPartitioned: Bool { fabric.cutOffRacks.read { $0 > 0 } }

    /// The machines of a rack, in order.
    public func machines(in rack: RackName) -> [SimulatedMachine] {
        switches[SwitchName(rack.text)]?.machines ?? []
    }

    /// Follows what the control plane wishes of the switch port behind an interface; nil where it
    /// wishes nothing any more.
    public func follow(_ wish: PortWish?, of interface: MACAddress) {
        agent.follow(wish, of: interface)
    }

    /// Puts the port of a machine into a network by hand, as somebody does who cables it.
    public func putPort(of machine: MachineName, into vlan: VLAN) {
        guard let machine = self.machine(machine) else { return }
        machine.port.rackSwitch.drive(machine.plug, to: vlan)
    }

    /// The PDUs of a rack, of a feed, or all of them where neither is named; in order.
    public func pdus(rack: RackName? = nil, feed: FeedName? = nil) -> [PDUName] {
        fabric.grid.pdus(rack: rack, feed: feed)
    }

    /// What a PDU carries now; nil where there is none of that name.
    public func load(of pdu: PDUName) -> Watts? { fabric.grid.load(of: pdu) }

    /// Lets a fault of a shared part begin.
    ///
    /// - Precondition: there is such a place, and such a fault befalls such places.
    public func inject(_ fault: SiteFault, at place: SitePlace) {
        fabric.recorder.record(SiteEvent.fault(place, fault, .began))
        switch (place, fault) {
        case (.feed(let feed), .feedLoss): fabric.grid.setFeed(feed, isUp: false)
        case (.pdu(let pdu), .breakerTrip): fabric.grid.setBreaker(pdu, isFaulty: true)
        case (.switch(.core), .switchDead): setCore(isAlive: false)
        case (.switch(let name), _): existing(name).begin(fault)
        default: preconditionFailure("\(fault.rawValue) does not befall \(place.text).")
        }
    }

    /// Lets a fault of a shared part end.
    ///
    /// - Precondition: there is such a place, and such a fault befalls such places.
    public func repair(_ fault: SiteFault, at place: SitePlace) {
        fabric.recorder.record(SiteEvent.fault(place, fault, .ended))
        switch (place, fault) {
        case (.feed(let feed), .feedLoss): fabric.grid.setFeed(feed, isUp: true)
        case (.pdu(let pdu), .breakerTrip): fabric.grid.setBreaker(pdu, isFaulty: false)
        case (.switch(.core), .switchDead): setCore(isAlive: true)
        case (.switch(let name), _): existing(name).end(fault)
        default: preconditionFailure("\(fault.rawValue) does not befall \(place.text).")
        }
    }

    private func setCore(isAlive: Bool) {
        let ways = switches.values.map(\.reachesCore)
        fabric.core.isAlive = isAlive
        for (rackSwitch, before) in zip(switches.values, ways) {
            rackSwitch.wayChanged(from: before)
        }
    }

    private func existing(_ name: SwitchName) -> RackSwitch {
        guard let found = switches[name] else {
            preconditionFailure("There is no switch '\(name)'.")
        }
        return found
    }
}

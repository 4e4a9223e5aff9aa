import Hardware
import SimulatedDatacenter
import Simulation
import Testing
import World

@Suite("A switch port")
struct SwitchPortTests {
    /// Machines that run an installed system, all on rack-1 with the seed.
    private static func running(_ seed: UInt64 = 7, machines: Int = 3) -> Lab {
        let lab = Lab(
            seed: seed, machines: machines, racks: 1, bootOrder: [.disk],
            installed: [InstalledImage(Lab.image, on: "/dev/sda")])
        for node in lab.nodes { node.bootAtOnce() }
        return lab
    }

    /// What the control plane wishes of a machine's port, by what its switch says of it.
    private static func wish(_ vlan: VLAN, for machine: SimulatedMachine, in lab: Lab) throws {
        let interface = machine.facts.interfaces[0]
        let neighbour = try #require(interface.neighbour)
        lab.datacenter.follow(
            PortWish(switchName: neighbour.switchName, port: neighbour.port, vlan: vlan),
            of: interface.address)
    }

    @Test("is in the default network until somebody binds it, follows, and goes back")
    func follows() throws {
        let lab = Self.running()
        let node = lab.node
        #expect(node.vlan == .ctlplane)
        try Self.wish(.cleaning, for: node, in: lab)
        #expect(node.vlan == .ctlplane, "Drivers take their time.")
        lab.pass(.seconds(15))
        #expect(node.vlan == .cleaning)
        #expect(!node.reaches(lab.nodes[1]) && node.isConnected)
        #expect(lab.text(of: "switch.vlan").last?.contains("cleaning") == true)
        lab.datacenter.follow(nil, of: node.facts.interfaces[0].address)
        lab.pass(.seconds(15))
        #expect(node.vlan == .ctlplane && node.reaches(lab.nodes[1]))
    }

    @Test("that carries every network reaches all of them, and nobody else's")
    func trunk() throws {
        let lab = Self.running()
        lab.datacenter.putPort(of: lab.node.name, into: .trunk)
        for vlan in [VLAN.provisioning, .cleaning, .rescuing, .tenant, .ctlplane] {
            try Self.wish(vlan, for: lab.nodes[1], in: lab)
            lab.pass(.seconds(15))
            #expect(lab.node.reaches(lab.nodes[1]) && lab.nodes[1].reaches(lab.node), "\(vlan)")
        }
        lab.datacenter.inject(.wrongVLAN, on: lab.nodes[1].name)
        #expect(!lab.node.reaches(lab.nodes[1]))
    }

    @Test("takes the newest of two wishes, however long each takes", arguments: UInt64(1)...20)
    func newest(seed: UInt64) throws {
        let lab = Self.running(seed)
        try Self.wish(.cleaning, for: lab.node, in: lab)
        try Self.wish(.tenant, for: lab.node, in: lab)
        lab.pass(.seconds(30))
        #expect(lab.node.vlan == .tenant)
    }

    @Test("stays where it is on a switch that forgets, until it is told again")
    func forgets() throws {
        let lab = Self.running()
        lab.datacenter.inject(.switchForgets, at: .switch("rack-1"))
        try Self.wish(.cleaning, for: lab.node, in: lab)
        lab.pass(.seconds(60))
        lab.datacenter.repair(.switchForgets, at: .switch("rack-1"))
        lab.pass(.seconds(60))
        #expect(lab.node.vlan == .ctlplane)
        try Self.wish(.cleaning, for: lab.node, in: lab)
        lab.pass(.seconds(15))
        #expect(lab.node.vlan == .cleaning)
    }

    @Test("of a slow switch changes after minutes")
    func late() throws {
        let lab = Self.running()
        lab.datacenter.inject(.switchLate, at: .switch("rack-1"))
        try Self.wish(.cleaning, for: lab.node, in: lab)
        lab.pass(.seconds(200))
        #expect(lab.node.vlan == .ctlplane)
        lab.pass(.seconds(800))
        #expect(lab.node.vlan == .cleaning)
    }

    @Test("may be taken for its neighbour, which then is where it should not be")
    func misplaced() throws {
        let lab = Self.running()
        lab.datacenter.inject(.switchMisplaces, at: .switch("rack-1"))
        try Self.wish(.cleaning, for: lab.node, in: lab)
        lab.pass(.seconds(15))
        #expect(lab.node.vlan == .ctlplane && lab.nodes[1].vlan == .cleaning)
    }

    @Test("of a dead switch changes when the switch is back")
    func dead() throws {
        let lab = Self.running()
        let interface = lab.node.facts.interfaces[0]
        let neighbour = try #require(interface.neighbour)
        lab.datacenter.inject(.switchDead, at: .switch("rack-1"))
        lab.datacenter.follow(
            PortWish(switchName: neighbour.switchName, port: neighbour.port, vlan: .tenant),
            of: interface.address)
        lab.pass(.seconds(60))
        #expect(lab.node.vlan == .ctlplane)
        lab.datacenter.repair(.switchDead, at: .switch("rack-1"))
        lab.pass(.seconds(60))
        #expect(lab.node.vlan == .tenant)
    }

    @Test("that somebody changed by hand is put right by the next change, and only once")
    func byHand() throws {
        let lab = Self.running()
        lab.datacenter.inject(.wrongVLAN, on: lab.node.name)
        #expect(lab.node.vlan == .foreign && lab.node.isLinked && !lab.node.isConnected)
        try Self.wish(.tenant, for: lab.node, in: lab)
        lab.pass(.seconds(15))
        #expect(lab.node.vlan == .tenant)
        lab.datacenter.repair(.wrongVLAN, on: lab.node.name)
        #expect(lab.node.vlan == .tenant)
        lab.datacenter.inject(.wrongVLAN, on: lab.node.name)
        lab.datacenter.repair(.wrongVLAN, on: lab.node.name)
        #expect(lab.node.vlan == .tenant, "Whoever puts it back puts it where it was.")
    }

    @Test("takes a machine whose cable was moved into the network of its neighbour")
    func movedCable() throws {
        let lab = Self.running()
        try Self.wish(.cleaning, for: lab.nodes[1], in: lab)
        lab.pass(.seconds(15))
        lab.datacenter.inject(.cablesSwapped, on: lab.node.name)
        #expect(lab.node.vlan == .cleaning)
        lab.datacenter.repair(.cablesSwapped, on: lab.node.name)
        #expect(lab.node.vlan == .ctlplane)
    }

    @Test("lets firmware be heard in its own network only, which is told")
    func firmware() throws {
        let lab = Lab(machines: 1, racks: 1)
        let heard = Confined<[VLAN]>(lab.simulator, [])
        lab.seed.bootAtOnce()
        lab.datacenter.putPort(of: lab.seed.name, into: .trunk)
        let process = try #require(lab.seed.startProcess("listener"))
        lab.world(for: process, on: lab.seed).network.listen(for: DHCPDiscover.self) { discover in
            heard.write { $0.append(discover.vlan) }
            return DHCPDiscover.Reply(offer: nil)
        }
        lab.datacenter.putPort(of: lab.node.name, into: .tenant)
        lab.node.pressPowerButton()
        lab.pass(.seconds(600))
        #expect(heard.read { $0 } == [.tenant])
    }
}

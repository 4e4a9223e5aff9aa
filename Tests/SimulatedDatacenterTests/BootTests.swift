import Hardware
import SimulatedDatacenter
import Simulation
import Testing
import World

@Suite("A machine's firmware")
struct BootTests {
    @Test("loads the ramdisk it is offered, and hands it out", arguments: UInt64(1)...10)
    func networkBoot(seed: UInt64) throws {
        let lab = Lab(seed: seed)
        let booted = Confined<[BootedSystem.System]>(lab.simulator, [])
        lab.datacenter.onBoot = { system in booted.write { $0.append(system.system) } }
        lab.startSeed()
        lab.node.pressPowerButton()
        lab.pass(.seconds(600))

        let address = lab.node.specification.interfaces[0].address
        #expect(
            booted.read { $0 } == [
                .disk(Lab.seedImage.digest, .whole, disk: "/dev/sda"),
                .ramdisk(Lab.offer, bootInterface: address),
            ]
        )
        #expect(lab.node.facts.bootInterface == address)
        #expect(lab.text(of: "machine.booted-ramdisk") == ["kernel=aaaa ramdisk=bbbb"])
        #expect(lab.datacenter.machine(at: "192.0.2.100") === lab.node, "It has its address.")
    }

    @Test("starts what the ramdisk wrote to a disk, once told to boot from it")
    func diskBoot() throws {
        let lab = Lab()
        let node = lab.node
        lab.startSeed()
        node.pressPowerButton()
        lab.pass(.seconds(600))
        let ramdisk = try #require(node.system?.process)
        let written = try lab.run(in: ramdisk) { process in
            try await node.download(Lab.image, from: "seed", to: "/dev/sdb", process: process)
        }
        #expect(written == Lab.image.digest)
        try reboot(lab, with: BootOverride(.disk, .persistent))

        #expect(node.system?.system == .disk(Lab.image.digest, .whole, disk: "/dev/sdb"))
        #expect(
            lab.events(of: "machine.power", on: node).map { $0.event.fields[0].value }
                == ["on", "off", "on"]
        )
        #expect(!ramdisk.isAlive)
        #expect(lab.datacenter.machine(at: "192.0.2.100") == nil, "Its address is given back.")
    }

    @Test("uses an override for one boot once, a persistent one again and again")
    func overrides() throws {
        let lab = Lab(installed: [InstalledImage(Lab.image, on: "/dev/sda")])
        lab.startSeed()
        try reboot(lab, with: BootOverride(.disk, .once), .on)
        #expect(lab.node.system?.isRamdisk == false)
        try reboot(lab)
        #expect(lab.node.system?.isRamdisk == true, "The network is first in its own order.")

        try reboot(lab, with: BootOverride(.disk, .persistent))
        #expect(lab.node.system?.isRamdisk == false)
        try reboot(lab)
        #expect(lab.node.system?.isRamdisk == false)
    }

    @Test("goes on to the disk at once where the server has nothing for it")
    func declined() throws {
        let lab = Lab(installed: [InstalledImage(Lab.image, on: "/dev/sda")])
        lab.startSeed(offering: nil)
        lab.node.pressPowerButton()
        lab.pass(TimingProfile().longestDiskBoot)
        #expect(lab.node.system?.isRamdisk == false)
    }

    @Test("asks four times where nobody answers, 60 s in all, and then tries the disk")
    func nobodyAnswers() throws {
        let lab = Lab(installed: [InstalledImage(Lab.image, on: "/dev/sda")])
        let profile = TimingProfile()
        lab.node.pressPowerButton()
        lab.pass(profile.longestDiskBoot + .seconds(60))

        #expect(lab.node.system?.isRamdisk == false)
        let on = try #require(lab.events(of: "machine.power").first)
        let booted = try #require(lab.events(of: "machine.booted-disk").first)
        let least = profile.post.bounds.lowerBound + .seconds(60)
        #expect(booted.at - on.at >= least + profile.operatingSystemStart.bounds.lowerBound)
    }

    @Test("is stuck where nothing boots, until it is power cycled")
    func stuck() throws {
        let lab = Lab()
        lab.node.pressPowerButton()
        lab.pass(.seconds(3600))
        #expect(lab.node.system == nil)
        #expect(lab.node.power == .on)
        #expect(
            lab.text(of: "machine.boot-failed") == [
                "reason=network: no DHCP offer; disk: no bootable disk"
            ]
        )

        lab.startSeed()
        lab.pass(.seconds(3600))
        #expect(lab.node.system == nil, "Nobody has power cycled it.")
        try reboot(lab)
        #expect(lab.node.system?.isRamdisk == true)
    }

    @Test("takes the first offer, even where another server has nothing", arguments: UInt64(1)...10)
    func severalServers(seed: UInt64) {
        let lab = Lab(
            seed: seed,
            machines: 3,
            installed: [InstalledImage(Lab.image, on: "/dev/sda")]
        )
        lab.startSeed(offering: nil)
        lab.nodes[1].bootAtOnce()
        lab.serve(offering: Lab.offer, from: lab.nodes[1])
        lab.node.pressPowerButton()
        lab.pass(.seconds(600))
        #expect(lab.node.system?.isRamdisk == true)
    }

    @Test("takes two to four times as long on a slow machine", arguments: UInt64(1)...10)
    func slow(seed: UInt64) {
        let ordinary = Lab(seed: seed)
        let slow = Lab(seed: seed, speed: .slow)
        #expect(ordinary.node.slowdown == 1)
        #expect((2...4).contains(slow.node.slowdown))
    }

    @Test("some machines are slow by chance, about as many as the profile says")
    func slowByChance() {
        var profile = TimingProfile()
        profile.slowMachines = .percent(10)
        let lab = Lab(machines: 1000, speed: .drawn, timing: profile)
        let slow = lab.nodes.filter { $0.slowdown > 1 }.count
        #expect((60...140).contains(slow))
    }

    private func reboot(
        _ lab: Lab,
        with override: BootOverride? = nil,
        _ action: PowerAction = .reset
    ) throws {
        let node = lab.node
        try lab.run { process in
            let bmc = lab.bmc(of: node, for: process)
            if let override { try await bmc.setBootOverride(override) }
            try await bmc.setPower(action)
        }
        lab.pass(.seconds(900))
    }
}

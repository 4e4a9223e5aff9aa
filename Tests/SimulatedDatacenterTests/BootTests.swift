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
    }

    @Test("starts what the ramdisk wrote to a disk, once told to boot from it")
    func diskBoot() throws {
        let lab = Lab()
        lab.startSeed()
        lab.node.pressPowerButton()
        lab.pass(.seconds(600))
        let ramdisk = try #require(lab.node.system?.process)
        let node = lab.node
        let written = try lab.run(in: ramdisk) { process in
            try await node.download(
                Lab.image,
                from: "seed",
                to: "/dev/sdb",
                process: process
            )
        }
        #expect(written == Lab.image.digest)
        try lab.run { process in
            let bmc = lab.bmc(of: node, for: process)
            try await bmc.setBootOverride(BootOverride(.disk, .persistent))
            try await bmc.setPower(.reset)
        }
        lab.pass(.seconds(600))

        #expect(node.system?.system == .disk(Lab.image.digest, .whole, disk: "/dev/sdb"))
        #expect(
            lab.events(of: "machine.power", on: node).map { $0.event.fields[0].value }
                == ["on", "off", "on"]
        )
    }
}

import Hardware
import SimulatedDatacenter
import Simulation
import Testing
import World

@Suite("A run of the datacenter")
struct DeterminismTests {
    @Test("is the same for the same seed", arguments: UInt64(1)...10, Schedule.allCases)
    func same(seed: UInt64, schedule: Schedule) throws {
        let runs = try [Self.run(seed, schedule), Self.run(seed, schedule)]
        #expect(runs[0].divergence(from: runs[1]) == nil)
        #expect(runs[0].count > 500)
    }

    @Test("is another for another seed")
    func other() throws {
        let hashes = try (UInt64(1)...10).map { try Self.run($0, .shuffle).hash }
        #expect(Set(hashes).count == 10)
    }

    @Test("boots 200 machines at once from one server", arguments: Schedule.allCases)
    func manyBoots(schedule: Schedule) {
        let lab = Lab(schedule: schedule, machines: 200, racks: 10, speed: .drawn)
        lab.startSeed()
        for node in lab.nodes { node.pressPowerButton() }
        lab.pass(.seconds(3600))
        #expect(lab.nodes.allSatisfy { $0.system?.isRamdisk == true })
        #expect(lab.events(of: "machine.booted-ramdisk").count == 200)
    }

    /// Ten machines boot, are broken and mended, and write images.
    private static func run(_ seed: UInt64, _ schedule: Schedule) throws -> TraceSummary {
        let lab = Lab(seed: seed, schedule: schedule, machines: 10, racks: 3, speed: .drawn)
        lab.datacenter.onBoot = { booted in
            guard booted.isRamdisk else { return }
            let (machine, process) = (booted.machine, booted.process)
            process.spawn {
                try? await machine.erase("/dev/sda", .metadata, process: process)
                _ = try? await machine.download(
                    Lab.image,
                    from: "seed",
                    to: "/dev/sda",
                    process: process
                )
                machine.restart(by: process)
            }
        }
        lab.startSeed()
        let nodes = lab.nodes
        for node in nodes {
            let process = lab.outsider("operator of \(node.name)")
            process.spawn {
                let bmc = lab.bmc(of: node, for: process)
                try? await bmc.setBootOverride(BootOverride(.network, .once))
                try? await bmc.setPower(.on)
            }
        }
        for (index, fault) in HardwareFault.allCases.enumerated() {
            lab.pass(.seconds(60))
            lab.datacenter.inject(fault, on: nodes[index % nodes.count].name)
            lab.pass(.seconds(30))
            lab.datacenter.repair(fault, on: nodes[index % nodes.count].name)
        }
        lab.pass(.seconds(1200))
        return lab.simulator.trace.summary
    }
}

import Hardware
import Simulation
import Testing
import World

@testable import SimulatedDatacenter

@Suite("A RAID controller")
struct RAIDTests {
    private static let controller: RAIDControllerName = "RAID.1"

    private static func disks(_ count: Int, size: ByteCount = .gibibytes(100)) -> [RAIDDisk] {
        (0..<count).map {
            RAIDDisk(
                name: RAIDDiskName("Bay.\($0)"), controller: controller, size: size,
                medium: .hdd, attachment: .sas)
        }
    }

    private static func request(
        _ name: RAIDVolumeName, _ level: RAIDLevel, _ bays: [Int], size: ByteCount? = nil
    ) -> RAIDVolumeRequest {
        RAIDVolumeRequest(
            name: name, controller: controller, level: level, size: size,
            disks: bays.map { RAIDDiskName("Bay.\($0)") })
    }

    private static func array(_ count: Int) -> RAIDArray {
        RAIDArray([RAIDControllerSpecification(name: controller, disks: disks(count))])
    }

    private static func lab(
        _ count: Int = 4, _ volumes: [RAIDVolumeRequest], seed: UInt64 = 7
    ) -> Lab {
        Lab(
            seed: seed, machines: 1, disks: 0,
            raid: [
                RAIDControllerSpecification(
                    name: controller, disks: disks(count), volumes: volumes)
            ])
    }

    private static func raid(
        _ lab: Lab, _ process: SimulatedProcess
    ) throws -> any RAIDControl {
        try #require(lab.bmc(of: lab.node, for: process) as? any RAIDControl)
    }

    /// How the machine's first volume is.
    private static func condition(_ lab: Lab) -> RAIDArray.Condition? {
        lab.node.state.read { state in
            state.raid.flatMap { raid in raid.volumes.first.map { raid.condition(of: $0) } }
        }
    }

    @Test(
        "gives a volume the room that its level leaves",
        arguments: [
            (RAIDLevel.jbod, 2, 200), (.stripe, 3, 300), (.mirror, 2, 100), (.parity, 4, 300),
            (.doubleParity, 4, 200), (.stripedMirrors, 4, 200), (.stripedParity, 6, 400),
            (.stripedDoubleParity, 8, 400),
        ])
    func room(level: RAIDLevel, count: Int, gibibytes: Int64) throws {
        var array = Self.array(count)
        let request = Self.request("v", level, Array(0..<count))
        let volume = try array.build(request, as: DiskNumber(value: 0), of: "S1")
        #expect(volume.size == .gibibytes(gibibytes))
    }

    @Test("builds no volume that its disks cannot carry, and says why")
    func refusals() throws {
        var array = Self.array(4)
        func refusal(_ request: RAIDVolumeRequest) -> String? {
            do throws(RAIDRefusal) {
                _ = try array.build(request, as: DiskNumber(value: 0), of: "S1")
                return nil
            } catch { return error.description }
        }
        #expect(
            refusal(Self.request("v", .parity, [0, 1])) == "RAID 5 needs at least 3 disks, not 2")
        #expect(
            refusal(Self.request("v", .stripe, [0, 0])) == "a disk is named twice")
        #expect(
            refusal(Self.request("v", .stripe, [9])) == "controller 'RAID.1' has no disk 'Bay.9'")
        #expect(
            refusal(Self.request("v", .mirror, [0, 1], size: .gibibytes(101)))
                == "its disks have room for 100 GiB, not for 101 GiB")
        #expect(refusal(Self.request("v", .mirror, [0, 1], size: .gibibytes(60))) == nil)
        #expect(refusal(Self.request("v", .mirror, [2, 3])) == "there is a volume 'v' already")
        #expect(
            refusal(Self.request("w", .mirror, [0, 1], size: .gibibytes(41)))
                == "its disks have room for 40 GiB, not for 41 GiB")
        #expect(refusal(Self.request("w", .mirror, [0, 1])) == nil, "It takes what is left.")
        #expect(refusal(Self.request("x", .stripe, [0])) == "its disks have no room left")
    }

    @Test(
        "keeps a volume's data for as long as its level says",
        arguments: [
            (RAIDLevel.stripe, 2, [0], false), (.mirror, 2, [0], true),
            (.mirror, 2, [0, 1], false),
            (.parity, 3, [1], true), (.parity, 3, [0, 1], false), (.doubleParity, 4, [0, 3], true),
            (.stripedMirrors, 4, [0, 2], true), (.stripedMirrors, 4, [2, 3], false),
            (.stripedParity, 6, [0, 3], true), (.stripedParity, 6, [0, 1], false),
            (.stripedDoubleParity, 8, [0, 1, 4, 5], true),
            (.stripedDoubleParity, 8, [0, 1, 2], false),
        ])
    func tolerance(level: RAIDLevel, count: Int, lost: [Int], survives: Bool) {
        #expect(level.survives(losing: lost, of: count) == survives)
    }

    @Test("shows the machine its volumes, and none of the disks behind them")
    func hidden() throws {
        let lab = Self.lab(
            4,
            [
                Self.request("root", .mirror, [0, 1]), Self.request("data", .stripe, [2, 3]),
            ])
        #expect(lab.node.disks.map(\.name) == ["/dev/sda", "/dev/sdb"])
        #expect(lab.node.disks.map(\.size) == [.gibibytes(100), .gibibytes(200)])
        #expect(lab.node.disks.allSatisfy { $0.isRotational })
        #expect(Set(lab.node.disks.map(\.serial)).count == 2)
        let inventory = try lab.run { process in
            try await Self.raid(lab, process).raidInventory()
        }
        #expect(inventory.disks.map(\.name.text) == ["Bay.0", "Bay.1", "Bay.2", "Bay.3"])
        #expect(inventory.volumes.map(\.wwn) == lab.node.disks.map(\.wwn))
    }

    @Test("builds and removes volumes as its machine's controller is told")
    func driven() throws {
        let lab = Self.lab(2, [Self.request("old", .mirror, [0, 1])])
        let old = try #require(lab.node.disks.first)
        let refusal = try lab.run { process -> BMCError? in
            let bmc = try Self.raid(lab, process)
            do throws(BMCError) {
                try await bmc.createVolume(Self.request("new", .stripe, [0, 1]))
                return nil
            } catch { return error }
        }
        #expect(refusal == .refused("its disks have no room left"))
        try lab.run { process in
            let bmc = try Self.raid(lab, process)
            try await bmc.deleteVolume("old")
            try await bmc.deleteVolume("old")
            try await bmc.createVolume(Self.request("new", .stripe, [0, 1]))
        }
        #expect(lab.node.disks.map(\.size) == [.gibibytes(200)])
        #expect(lab.node.disks.first?.serial != old.serial, "It is not the disk that was there.")
    }

    @Test(
        "keeps the system of a mirror running without a disk, and fills a new one in an hour or so")
    func degraded() throws {
        let lab = Self.lab(2, [Self.request("root", .mirror, [0, 1])])
        try Self.install(on: lab)
        let disk = try #require(lab.node.disks.first)
        lab.datacenter.inject(.raidDegraded, on: "node-1")
        #expect(lab.node.system != nil)
        #expect(lab.node.raidInventory.disks.map(\.isHealthy) == [false, true])
        lab.datacenter.repair(.raidDegraded, on: "node-1")
        #expect(lab.node.raidInventory.disks.map(\.isHealthy) == [true, true])
        lab.pass(.seconds(600))
        #expect(Self.condition(lab) == .degraded)
        lab.pass(.seconds(600))
        #expect(Self.condition(lab) == .optimal)
        #expect(lab.node.disks == [disk])
        #expect(lab.node.image(on: "/dev/sda")?.extent == .whole)
    }

    @Test("loses a volume that loses too many disks, and the system on it")
    func failed() throws {
        let lab = Self.lab(2, [Self.request("root", .mirror, [0, 1])])
        try Self.install(on: lab)
        lab.datacenter.inject(.raidDegraded, on: "node-1")
        lab.datacenter.inject(.diskDead, on: "node-1")
        #expect(lab.node.system == nil)
        #expect(lab.events(of: "machine.crashed").count == 1)
        #expect(lab.node.image(on: "/dev/sda") == nil)
        lab.datacenter.repair(.diskDead, on: "node-1")
        lab.pass(.seconds(7200))
        #expect(Self.condition(lab) == .optimal)
        #expect(lab.node.image(on: "/dev/sda") == nil, "It is there again, and empty.")
    }

    @Test("takes writes more slowly without its battery, and reads as fast as before")
    func battery() throws {
        let lab = Self.lab(2, [Self.request("root", .mirror, [0, 1])])
        try Self.install(on: lab)
        func write() throws -> Duration {
            let start = lab.simulator.now
            try Self.write(on: lab)
            return lab.simulator.now - start
        }
        let usual = try write()
        lab.datacenter.inject(.raidBattery, on: "node-1")
        #expect(try write() > usual * 4)
        lab.datacenter.repair(.raidBattery, on: "node-1")
        #expect(try write() == usual)
    }

    /// Puts a system on the first volume, and starts it.
    private static func install(on lab: Lab) throws {
        lab.startSeed()
        lab.node.pressPowerButton()
        lab.pass(.seconds(900))
        try write(on: lab)
        let node = lab.node
        try lab.run { process in
            try await lab.bmc(of: node, for: process).setBootOverride(
                BootOverride(.disk, .persistent))
        }
        node.restart(by: try #require(node.system?.process))
        lab.pass(.seconds(900))
        try #require(node.systemDisk == "/dev/sda")
    }

    private static func write(on lab: Lab) throws {
        let node = lab.node
        let process = try #require(node.startProcess("writer"))
        let digest = try lab.run(in: process) { process in
            try await node.download(Lab.image, from: "seed", to: "/dev/sda", process: process)
        }
        #expect(digest == Lab.image.digest)
    }
}

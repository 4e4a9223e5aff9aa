import Hardware
import Simulation
import Testing
import World

@testable import SimulatedDatacenter

@Suite("A fault of a disk")
struct DiskFaultTests {
    private static let seeds = UInt64(1)...12

    @Test(
        "shows in no checksum of what arrived, and in that of what is read back",
        arguments: [HardwareFault.lostWrite, .misdirectedWrite, .bitRot], seeds)
    func silentDamage(fault: HardwareFault, seed: UInt64) throws {
        let lab = DiskLab(seed: seed)
        lab.inject(fault)
        #expect(try lab.download() == .success(Lab.image.digest), "The disk says that all is well.")
        #expect(lab.node.image(on: "/dev/sda")?.extent == .damaged)
        let found = try lab.readBack().get()
        #expect(found != Lab.image.digest)

        lab.repair(fault)
        #expect(try lab.readBack() == .success(found), "What it left behind stays.")
        #expect(try lab.download() == .success(Lab.image.digest))
        #expect(try lab.readBack() == .success(Lab.image.digest))
    }

    @Test("that is a bad sector fails the write, or the reading back, and names the disk")
    func badSector() throws {
        var failures: Set<DiskAction> = []
        for seed in Self.seeds {
            let lab = DiskLab(seed: seed)
            lab.inject(.sectorError)
            let written = try lab.download()
            let read = written == .success(Lab.image.digest) ? try lab.readBack() : written
            guard case .failure(.sectorFailed("/dev/sda", let doing, _)) = read else {
                Issue.record("seed \(seed): \(read)")
                continue
            }
            failures.insert(doing)
            lab.repair(.sectorError)
            #expect(try lab.download() == .success(Lab.image.digest))
            #expect(try lab.readBack() == .success(Lab.image.digest))
        }
        #expect(failures == [.write, .read])
    }

    @Test(
        "that rots a block of an installed system keeps it from starting, and says where",
        arguments: seeds)
    func rotAtRest(seed: UInt64) throws {
        let lab = DiskLab(seed: seed)
        #expect(try lab.download() == .success(Lab.image.digest))
        #expect(lab.node.image(on: "/dev/sda")?.extent == .whole)
        lab.inject(.bitRot, while: .busy)
        lab.repair(.bitRot)
        #expect(lab.node.image(on: "/dev/sda")?.extent == .damaged)
        lab.restart()
        let isInRoot = lab.node.partitions(of: "/dev/sda")[1].condition == .damaged
        let failure = lab.lab.text(of: "machine.boot-failed").last
        if isInRoot {
            #expect(failure?.contains("/dev/sda: the block at") == true)
            #expect(failure?.hasSuffix("of root fails its checksum") == true)
        } else {
            #expect(lab.node.system?.isRamdisk == false, "A loader that rots is passed over.")
            #expect(lab.lab.text(of: "machine.booted-disk").last?.contains("/dev/sdb") == true)
        }
    }

    @Test(
        "that tears writes leaves a loader over a torn root where power goes, not half an image",
        arguments: seeds)
    func torn(seed: UInt64) throws {
        let lab = DiskLab(seed: seed)
        lab.inject(.tornWrite)
        lab.lab.simulator.schedule(at: lab.lab.simulator.now + .seconds(2)) {
            lab.lab.datacenter.inject(.powerLoss, on: "node-1")
        }
        #expect(try lab.download() == .failure(.revoked))
        let conditions = lab.node.partitions(of: "/dev/sda").map(\.condition)
        #expect(conditions == [.whole, .damaged, .whole])
        lab.lab.datacenter.repair(.powerLoss, on: "node-1")
        lab.lab.pass(.seconds(900))
        #expect(lab.node.system == nil, "It hangs, and does not run what is torn.")
        #expect(
            lab.lab.text(of: "machine.boot-failed").last?.contains("fails its checksum") == true)
    }

    @Test(
        "that wore it out refuses writes and wipes, and leaves what is on it",
        arguments: [HardwareFault.diskReadOnly, .diskDead])
    func refused(fault: HardwareFault) throws {
        let lab = DiskLab()
        #expect(try lab.download() == .success(Lab.image.digest))
        lab.inject(fault, while: .busy)
        let error: DeviceError =
            fault == .diskDead ? .diskDead("/dev/sda") : .writeProtected("/dev/sda")
        #expect(try lab.download() == .failure(error))
        #expect(try lab.erase() == .failure(error))
        #expect(lab.node.image(on: "/dev/sda")?.extent == .whole)
        #expect(lab.lab.events(of: "disk.erased").isEmpty)
    }

    @Test("that killed it ends with another disk in its place, empty and with a name of its own")
    func replaced() throws {
        let lab = DiskLab()
        #expect(try lab.download() == .success(Lab.image.digest))
        lab.inject(.diskDead, while: .busy)
        lab.repair(.diskDead)
        #expect(lab.node.disks.map(\.serial) == ["D1-0-R1", "D1-1"])
        #expect(lab.node.image(on: "/dev/sda") == nil)
        #expect(try lab.download() == .success(Lab.image.digest))
    }

    @Test(
        "that kills the disk of the running system stops it, until a power cycle",
        arguments: [HardwareFault.diskDead, .diskUnplugged])
    func systemDisk(fault: HardwareFault) throws {
        let lab = DiskLab()
        let process = try #require(lab.node.system?.process)
        lab.lab.datacenter.inject(fault, on: "node-1")
        #expect(!process.isAlive)
        #expect(lab.node.system == nil && lab.node.power == .on)
        let reason = "reason=/dev/sdb (serial D1-1), which its system is on, is gone"
        #expect(lab.lab.text(of: "machine.crashed") == [reason])
        if fault == .diskUnplugged {
            #expect(lab.node.disks.map(\.name) == ["/dev/sda"])
            lab.lab.datacenter.repair(fault, on: "node-1")
            lab.cycle()
            #expect(lab.node.system != nil, "Plugged in again, it starts.")
        }
    }

    @Test("that loses writes has a wipe succeed that wipes nothing")
    func ineffectiveErase() throws {
        let lab = DiskLab()
        #expect(try lab.download() == .success(Lab.image.digest))
        lab.inject(.lostWrite, while: .busy)
        #expect(try lab.erase() == .success(true), "It still holds what it held.")
        #expect(lab.lab.events(of: "disk.erased").isEmpty)
        lab.repair(.lostWrite)
        #expect(try lab.erase() == .success(false))
    }

    @Test(
        "that slows it shows in how long it takes, in the middle of a write too",
        arguments: seeds)
    func slow(seed: UInt64) throws {
        let lab = DiskLab(seed: seed)
        let usual = try lab.time { try lab.readBack() }
        lab.inject(.diskSlow)
        let slow = try lab.time { try lab.readBack() }
        #expect((39.999...300.001).contains(slow / usual))
        let write = try lab.time { try lab.download() }
        #expect(write >= usual * 35)
        lab.repair(.diskSlow)
        #expect(try lab.time { try lab.readBack() } == usual)
    }

    @Test("that flips names leaves serial numbers, world-wide names and paths where they were")
    func names() throws {
        var orders: Set<[String]> = []
        for seed in UInt64(1)...20 {
            let lab = DiskLab(seed: seed)
            let usual = lab.node.disks
            lab.lab.datacenter.inject(.diskNameFlip, on: "node-1")
            #expect(lab.node.disks == usual, "Nothing changes while a system runs.")
            lab.restart()
            let found = lab.node.disks
            orders.insert(found.map(\.name))
            #expect(Set(found.map(\.name)) == Set(usual.map(\.name)))
            #expect(found.map(\.serial) == usual.map(\.serial))
            #expect(found.map(\.byPath) == usual.map(\.byPath))
            let system = try #require(lab.node.systemDisk)
            #expect(found.first { $0.name == system }?.serial == "D1-1")
            lab.repair(.diskNameFlip)
            lab.restart()
            #expect(lab.node.disks == usual)
        }
        #expect(orders == [["/dev/sda", "/dev/sdb"], ["/dev/sdb", "/dev/sda"]])
    }
}

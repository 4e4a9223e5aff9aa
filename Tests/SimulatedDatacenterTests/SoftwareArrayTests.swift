import Hardware
import Simulation
import Testing
import World

@testable import SimulatedDatacenter

@Suite("Software RAID on a machine's disks")
struct SoftwareArrayTests {
    private static let root = SoftwareRAIDVolume(level: .mirror, gibibytes: 40, name: "root")
    private static let scratch = SoftwareRAIDVolume(level: .stripe, gibibytes: nil)

    /// A machine that runs its ramdisk, with these volumes.
    private static func lab(_ volumes: [SoftwareRAIDVolume]) throws -> Lab {
        let lab = Lab(machines: 1)
        lab.startSeed()
        lab.node.pressPowerButton()
        lab.pass(.seconds(900))
        try build(volumes, on: lab)
        return lab
    }

    private static func build(_ volumes: [SoftwareRAIDVolume], on lab: Lab) throws {
        let node = lab.node
        let plan = try SoftwareRAIDPlan(volumes, on: node.disks, for: .uefi, label: .gpt)
        let process = try #require(node.startProcess("builder"))
        try lab.run(in: process) { process in
            try await node.buildSoftwareRAID(plan, process: process)
        }
    }

    /// Puts a system on an array, and starts it.
    private static func install(on device: String, of lab: Lab) throws {
        let node = lab.node
        let process = try #require(node.startProcess("writer"))
        let digest = try lab.run(in: process) { process in
            try await node.download(Lab.image, from: "seed", to: device, process: process)
        }
        #expect(digest == Lab.image.digest)
        try lab.run { process in
            try await lab.bmc(of: node, for: process).setBootOverride(
                BootOverride(.disk, .persistent))
        }
        restart(lab)
        try #require(node.systemDisk == device)
    }

    private static func restart(_ lab: Lab) {
        lab.node.switchOff()
        lab.node.pressPowerButton()
        lab.pass(.seconds(900))
    }

    private static func erase(_ disk: String, of lab: Lab) throws {
        let node = lab.node
        let process = try #require(node.startProcess("eraser"))
        try lab.run(in: process) { process in
            try await node.erase(disk, .metadata, process: process)
        }
    }

    @Test("an array is one of the machine's disks, and the disks behind it are told to be members")
    func shown() throws {
        let lab = try Self.lab([Self.root, Self.scratch])
        let disks = lab.node.disks
        #expect(disks.map(\.name) == ["/dev/sda", "/dev/sdb", "/dev/md0", "/dev/md1"])
        #expect(disks.map(\.medium) == [.raidMember, .raidMember, .disk, .disk])
        #expect(disks[2].size == ByteCount(bytes: ByteCount.gibibytes(40).bytes - (551 << 20)))
        #expect(disks[3].size == .gibibytes(120))
        #expect(RootDeviceHints().rootDevice(among: disks)?.name == "/dev/md0")
        #expect(lab.node.softwareRAID.map(\.volume) == ["root", "md1"])
    }

    @Test(
        "a mirror's system outlives one of its disks, and starts again from what is left",
        arguments: [HardwareFault.diskDead, .diskUnplugged])
    func mirror(fault: HardwareFault) throws {
        let lab = try Self.lab([Self.root])
        try Self.install(on: "/dev/md0", of: lab)
        lab.datacenter.inject(fault, on: "node-1")
        #expect(lab.node.systemDisk == "/dev/md0")
        Self.restart(lab)
        #expect(lab.node.systemDisk == "/dev/md0")
    }

    @Test("a mirror whose last disk was only away is there again when the machine starts anew")
    func away() throws {
        let lab = try Self.lab([Self.root])
        try Self.install(on: "/dev/md0", of: lab)
        lab.datacenter.inject(.diskDead, on: "node-1")
        lab.datacenter.inject(.diskUnplugged, on: "node-1")
        #expect(lab.node.system == nil)
        lab.datacenter.repair(.diskUnplugged, on: "node-1")
        Self.restart(lab)
        #expect(lab.node.systemDisk == "/dev/md0")
    }

    /// The room of the array's parts, at the rate at which a kernel fills them at most.
    private static let filling: Duration = .seconds(600)

    @Test("a new disk in the place of a dead one is filled by the system, and then carries it")
    func replaced() throws {
        let lab = try Self.lab([Self.root])
        try Self.install(on: "/dev/md0", of: lab)
        #expect(lab.node.softwareRAIDConditions.isEmpty)
        lab.datacenter.inject(.diskDead, on: "node-1")
        #expect(lab.node.softwareRAIDConditions == [.init(volume: "root", .degraded)])
        lab.datacenter.repair(.diskDead, on: "node-1")
        #expect(lab.node.softwareRAIDConditions == [.init(volume: "root", .recovering)])
        #expect(lab.node.disks.map(\.medium) == [.raidMember, .raidMember, .disk])
        lab.pass(Self.filling)
        #expect(lab.node.softwareRAIDConditions.isEmpty)
        // The one that was there all the while is not needed any more.
        try Self.erase("/dev/sdb", of: lab)
        #expect(lab.node.disks.contains { $0.name == "/dev/md0" })
        Self.restart(lab)
        #expect(lab.node.systemDisk == "/dev/md0")
    }

    @Test("a mirror whose other disk dies before the new one is filled is gone")
    func lostWhileFilling() throws {
        let lab = try Self.lab([Self.root])
        try Self.install(on: "/dev/md0", of: lab)
        lab.datacenter.inject(.diskDead, on: "node-1")
        lab.datacenter.repair(.diskDead, on: "node-1")
        lab.pass(.seconds(5))
        lab.datacenter.inject(.diskUnplugged, on: "node-1")
        #expect(lab.node.system == nil)
        lab.pass(Self.filling)
        Self.restart(lab)
        #expect(lab.node.systemDisk == nil, "what was filled in part is no copy")
    }

    @Test("a disk that comes back is filled too, anew where the machine was off in between")
    func returned() throws {
        let lab = try Self.lab([Self.root])
        try Self.install(on: "/dev/md0", of: lab)
        lab.datacenter.inject(.diskUnplugged, on: "node-1")
        lab.datacenter.repair(.diskUnplugged, on: "node-1")
        lab.pass(.seconds(5))
        lab.node.switchOff()
        lab.pass(Self.filling)
        #expect(!lab.node.softwareRAIDConditions.isEmpty)
        Self.restart(lab)
        lab.pass(Self.filling)
        #expect(lab.node.softwareRAIDConditions.isEmpty)
    }

    @Test("a ramdisk fills nothing")
    func ramdisk() throws {
        let lab = try Self.lab([Self.root])
        lab.datacenter.inject(.diskDead, on: "node-1")
        lab.datacenter.repair(.diskDead, on: "node-1")
        lab.pass(Self.filling)
        #expect(lab.node.softwareRAIDConditions == [.init(volume: "root", .degraded)])
    }

    @Test("a disk that an array went on without is no part of it when it comes back")
    func stale() throws {
        let lab = try Self.lab([Self.root])
        try Self.install(on: "/dev/md0", of: lab)
        lab.datacenter.inject(.diskUnplugged, on: "node-1")
        lab.datacenter.inject(.diskDead, on: "node-1")
        #expect(lab.node.system == nil)
        lab.datacenter.repair(.diskUnplugged, on: "node-1")
        lab.datacenter.repair(.diskDead, on: "node-1")
        #expect(lab.node.disks.map(\.name) == ["/dev/sda", "/dev/sdb"])
    }

    @Test("a stripe that loses a disk takes the system with it")
    func stripe() throws {
        let lab = try Self.lab([SoftwareRAIDVolume(level: .stripe, gibibytes: nil)])
        try Self.install(on: "/dev/md0", of: lab)
        lab.datacenter.inject(.diskDead, on: "node-1")
        #expect(lab.node.system == nil)
        #expect(lab.events(of: "machine.crashed").count == 1)
        lab.datacenter.repair(.diskDead, on: "node-1")
        #expect(lab.node.disks.map(\.name) == ["/dev/sda", "/dev/sdb"])
    }

    @Test("arrays are there after a restart, under their own names")
    func restarted() throws {
        let lab = try Self.lab([Self.root, Self.scratch])
        lab.datacenter.inject(.diskNameFlip, on: "node-1")
        Self.restart(lab)
        #expect(lab.node.disks.suffix(2).map(\.name) == ["/dev/md0", "/dev/md1"])
    }

    @Test("an array is gone when the tables of all its disks are, or when it is removed")
    func removed() throws {
        let lab = try Self.lab([Self.root])
        try Self.erase("/dev/sda", of: lab)
        #expect(lab.node.disks.map(\.medium) == [.disk, .raidMember, .disk])
        try Self.erase("/dev/sdb", of: lab)
        #expect(lab.node.disks.map(\.name) == ["/dev/sda", "/dev/sdb"])
        try Self.build([Self.root, Self.scratch], on: lab)
        let node = lab.node
        let process = try #require(node.startProcess("remover"))
        try lab.run(in: process) { process in
            try await node.removeSoftwareRAID("/dev/md1", process: process)
            try await node.removeSoftwareRAID("/dev/md0", process: process)
        }
        #expect(node.disks.map(\.medium) == [.disk, .disk])
        #expect(node.softwareRAID.isEmpty)
    }

    @Test("a member is not divided again, and no array is larger than its disks")
    func refused() throws {
        let lab = try Self.lab([Self.root])
        let node = lab.node
        func refusal(_ volume: SoftwareRAIDVolume) throws -> DeviceError? {
            let disks = node.disks.filter { $0.name.hasPrefix("/dev/sd") }
            let plan = try SoftwareRAIDPlan([volume], on: disks, for: .bios, label: .msdos)
            let process = try #require(node.startProcess("builder"))
            return try lab.run(in: process) { process in
                do throws(DeviceError) {
                    try await node.buildSoftwareRAID(plan, process: process)
                    return nil
                } catch { return error }
            }
        }
        #expect(
            try refusal(Self.root)
                == .raidRefused("/dev/sda", reason: "it is part of an array already"))
        try Self.erase("/dev/sda", of: lab)
        try Self.erase("/dev/sdb", of: lab)
        let huge = SoftwareRAIDVolume(level: .mirror, gibibytes: 101)
        #expect(try refusal(huge) == .tooSmall("/dev/sda", .gibibytes(101)))
        let parity = SoftwareRAIDVolume(level: .stripedMirrors, gibibytes: 10)
        #expect(try refusal(parity) == nil)
    }

    @Test(
        "an array has the room that mdadm gives it",
        arguments: [
            (RAIDLevel.stripe, 2, 20), (.mirror, 3, 10), (.stripedMirrors, 4, 20), (.parity, 3, 20),
            (.doubleParity, 4, 20), (.doubleParity, 3, nil), (.parity, 1, nil),
        ] as [(RAIDLevel, Int, Int64?)])
    func room(level: RAIDLevel, count: Int, gibibytes: Int64?) {
        let parts = Array(repeating: ByteCount.gibibytes(10), count: count)
        #expect(
            SoftwareArray.capacity(level, of: parts) == gibibytes.map { .gibibytes($0) })
    }
}

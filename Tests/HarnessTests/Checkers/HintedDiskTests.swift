import BareMetal
import Hardware
import Testing
import World

@testable import Harness

@Suite("The checker hinted-disk")
struct HintedDiskTests {
    private static let disks = [
        Sample.disk("/dev/sda", .gibibytes(500), serial: "BIG", isRotational: true),
        Sample.disk("/dev/sdb", .gibibytes(100), serial: "SMALL"),
        Sample.disk("/dev/sdc", .gibibytes(2), serial: "TINY"),
    ]

    /// Hints, and the serials of the disks that they allow.
    static let cases: [([String: String], [String])] = [
        ([:], ["SMALL"]),
        (["serial": "BIG"], ["BIG"]),
        (["serial": "s!= BIG"], ["SMALL", "TINY"]),
        (["serial": "<or> BIG <or> tiny"], ["BIG", "TINY"]),
        (["size": "100"], ["SMALL"]),
        (["size": ">= 100"], ["BIG", "SMALL"]),
        (["size": "< 100"], ["TINY"]),
        (["rotational": "true"], ["BIG"]),
        (["name": "/dev/sdc"], ["TINY"]),
        (["model": "<in> small"], ["SMALL"]),
        (["serial": "s==big"], ["BIG"]), (["size": ">100"], ["BIG"]),
        (["size": "<range-in> [ 1 100 )"], ["TINY"]), (["model": "<all-in> model big"], []),
        (["vendor": "s== ACME", "size": "> 400"], ["BIG"]),
    ]

    @Test("allows the disks that the hints name, and no others", arguments: cases)
    func hints(_ expressions: [String: String], _ allowed: [String]) throws {
        let hints = try RootDeviceHints(expressions)
        for disk in Self.disks {
            var (checker, store) = (HintedDisk(disks: { _ in Self.disks }), StoreScript())
            let violation = checker.show([
                store.commit(Sample.node("node-1", .deploying, rootDevice: hints)),
                store.tell(write(disk.name, disk.serial)),
            ])
            #expect((violation == nil) == allowed.contains(disk.serial), "\(disk.serial)")
        }
    }

    @Test("sees an image written to a machine that is no node")
    func stranger() {
        var (checker, store) = (HintedDisk(disks: { _ in Self.disks }), StoreScript())
        #expect(checker.show([store.tell(write("/dev/sdb", "SMALL"))]) != nil)
    }

    @Test("goes by the serial where the kernel names a disk otherwise today")
    func renamed() {
        var (checker, store) = (HintedDisk(disks: { _ in Self.disks }), StoreScript())
        let violation = checker.show([
            store.commit(Sample.node("node-1", .deploying)), store.tell(write("/dev/sda", "SMALL")),
        ])
        #expect(violation == nil)
    }

    private func write(_ disk: String, _ serial: String) -> MachineEvent {
        .writeStarted("node-1", disk: disk, serial: serial, image: "d00d")
    }

    // MARK: Software RAID and what is skipped

    private static let arrays = [
        SoftwareRAIDDevice(name: "/dev/sda", volume: "root", holders: ["/dev/sdy"]),
        SoftwareRAIDDevice(name: "/dev/sdb", volume: "md1", holders: ["/dev/sdz"]),
    ]

    /// What the checker says of an image on each of the disks.
    private static func allowed(_ change: (inout Node) -> Void) -> [String] {
        var node = Sample.node("node-1", .deploying)
        change(&node)
        return disks.map(\.serial).filter { serial in
            let name = disks.first { $0.serial == serial }?.name ?? ""
            var checker = HintedDisk(disks: { _ in disks }, arrays: { _ in arrays })
            var store = StoreScript()
            let write = MachineEvent.writeStarted(
                "node-1", disk: name, serial: serial, image: "d00d")
            return checker.show([store.commit(node), store.tell(write)]) == nil
        }
    }

    private static func raid(
        _ first: RootDeviceChoice.Use?, _ second: RootDeviceChoice.Use?
    ) -> NodeRAID {
        var root = LogicalDisk(level: .mirror, size: .rest)
        (root.name, root.rootUse) = ("root", first)
        var other = LogicalDisk(level: .stripe, size: .gibibytes(1))
        other.rootUse = second
        var raid = NodeRAID()
        raid.software = try? RAIDConfiguration([root, other])
        return raid
    }

    @Test("allows the RAID's root volume alone, and never one that is none")
    func raidRoot() {
        #expect(Self.allowed { $0.raid = Self.raid(.root, nil) } == ["BIG"])
        #expect(Self.allowed { $0.raid = Self.raid(nil, nil) } == ["SMALL"])
        // The volume of a size is built first, and its name tells the place.
        #expect(Self.allowed { $0.raid = Self.raid(.barred, nil) } == ["SMALL"])
    }

    @Test("allows nothing that is to be skipped")
    func skipped() throws {
        let small = SkippedDevices(disks: [try RootDeviceHints(["serial": "SMALL"])])
        #expect(Self.allowed { $0.skippedDevices = small } == ["BIG"])
        let volume = SkippedDevices(volumes: ["md1"])
        #expect(Self.allowed { $0.skippedDevices = volume } != ["SMALL"])
    }
}

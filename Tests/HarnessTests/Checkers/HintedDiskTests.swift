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
}

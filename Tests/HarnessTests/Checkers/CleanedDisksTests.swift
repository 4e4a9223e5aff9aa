import BareMetal
import Hardware
import Testing
import World

@testable import Harness

@Suite("The checker cleaned-disks")
struct CleanedDisksTests {
    private static let disks = [
        Sample.disk("/dev/sda", .gibibytes(100), serial: "A"),
        Sample.disk("/dev/sdb", .gibibytes(500), serial: "B"),
    ]

    private static var checker: CleanedDisks { CleanedDisks(disks: { _ in disks }) }

    @Test("has nothing against a machine whose disks were all erased")
    func erased() {
        var (checker, store) = (Self.checker, StoreScript())
        let violation = checker.show([
            store.commit(Sample.node("node-1", .cleaning)),
            store.tell(MachineEvent.erased("node-1", disk: "/dev/sda", serial: "A")),
            store.tell(MachineEvent.erased("node-1", disk: "/dev/sdb", serial: "B")),
            store.commit(Sample.node("node-1", .available)),
            store.commit(Sample.node("node-1", .available)),
        ])
        #expect(violation == nil)
    }

    @Test("sees a machine come into the pool that nobody cleaned")
    func uncleaned() {
        var (checker, store) = (Self.checker, StoreScript())
        let violation = checker.show([
            store.commit(Sample.node("node-1", .cleaning)),
            store.tell(MachineEvent.erased("node-2", disk: "/dev/sda", serial: "A")),
            store.commit(Sample.node("node-1", .available)),
        ])
        #expect(violation?.checker == "cleaned-disks")
    }

    @Test("sees a disk that was left out")
    func leftOut() {
        var (checker, store) = (Self.checker, StoreScript())
        let violation = checker.show([
            store.commit(Sample.node("node-1", .cleaning)),
            store.tell(MachineEvent.erased("node-1", disk: "/dev/sda", serial: "A")),
            store.commit(Sample.node("node-1", .available)),
        ])
        #expect(
            violation?.message
                == "it went into the pool, and /dev/sdb was not erased since it was last in use")
    }

    @Test("sees a disk that was written to after it had been erased")
    func writtenSince() {
        var (checker, store) = (Self.checker, StoreScript())
        let write = MachineEvent.writeStarted(
            "node-1", disk: "/dev/sda", serial: "A", image: "d00d")
        let violation = checker.show([
            store.commit(Sample.node("node-1", .cleaning)),
            store.tell(MachineEvent.erased("node-1", disk: "/dev/sda", serial: "A")),
            store.tell(MachineEvent.erased("node-1", disk: "/dev/sdb", serial: "B")),
            store.commit(Sample.node("node-1", .available)), store.tell(write),
            store.commit(Sample.node("node-1", .cleaning)),
            store.commit(Sample.node("node-1", .available)),
        ])
        #expect(violation?.checker == "cleaned-disks")
    }

    @Test("sees a disk erased that was to be left alone")
    func spared() throws {
        var (checker, store) = (Self.checker, StoreScript())
        var node = Sample.node("node-1", .cleaning)
        node.skippedDevices = SkippedDevices(disks: [try RootDeviceHints(["serial": "B"])])
        let left = checker.show([
            store.commit(node),
            store.tell(MachineEvent.erased("node-1", disk: "/dev/sda", serial: "A")),
            store.tell(MachineEvent.erased("node-2", disk: "/dev/sdb", serial: "B")),
        ])
        #expect(left == nil)
        let erased = checker.show([
            store.tell(MachineEvent.erased("node-1", disk: "/dev/sdb", serial: "B"))
        ])
        #expect(erased?.message == "/dev/sdb was erased, and was to be left alone")
    }

    private final class Rack {
        var disks: [DiskFacts] = []
    }

    private static func disk(_ name: String, _ medium: DiskMedium) -> DiskFacts {
        DiskFacts(
            name: name, model: "", vendor: "", serial: medium == .disk ? "" : name, wwn: "",
            hctl: "", byPath: "", size: .gibibytes(100), isRotational: false, medium: medium)
    }

    @Test("knows that what was written to an array is on the disks behind it when it is gone")
    func array() {
        let rack = Rack()
        rack.disks = [Self.disk("/dev/sda", .raidMember), Self.disk("/dev/md0", .disk)]
        var (checker, store) = (CleanedDisks(disks: { _ in rack.disks }), StoreScript())
        let used = checker.show([
            store.tell(MachineEvent.erased("node-1", disk: "/dev/sda", serial: "/dev/sda")),
            store.commit(Sample.node("node-1", .active)),
            store.tell(
                MachineEvent.writeStarted("node-1", disk: "/dev/md0", serial: "", image: "d00d")),
            store.commit(Sample.node("node-1", .cleaning)),
            store.tell(MachineEvent.erased("node-1", disk: "/dev/md0", serial: "")),
            store.commit(Sample.node("node-1", .available)),
        ])
        #expect(used == nil, "Its disks are used through the array alone, which is clean.")
        rack.disks = [
            DiskFacts(
                name: "/dev/sda", model: "", vendor: "", serial: "/dev/sda", wwn: "", hctl: "",
                byPath: "", size: .gibibytes(100), isRotational: false)
        ]
        let bare = checker.show([
            store.commit(Sample.node("node-1", .cleaning)),
            store.commit(Sample.node("node-1", .available)),
        ])
        #expect(
            bare?.message
                == "it went into the pool, and /dev/sda was not erased since it was last in use")
    }

    @Test("lets a disk keep what it holds that is to be skipped, and no other")
    func skipped() throws {
        for (serial, isFine) in [("B", true), ("A", false)] {
            let skipped = SkippedDevices(disks: [try RootDeviceHints(["serial": serial])])
            func node(_ state: ProvisionState) -> Node {
                var node = Sample.node("node-1", state)
                node.skippedDevices = skipped
                return node
            }
            var (checker, store) = (Self.checker, StoreScript())
            let violation = checker.show([
                store.commit(node(.cleaning)),
                store.tell(MachineEvent.erased("node-1", disk: "/dev/sda", serial: "A")),
                store.commit(node(.available)),
            ])
            #expect((violation == nil) == isFine, "\(serial)")
        }
    }
}

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
}

import BareMetal
import Hardware
import Testing
import World

@testable import Harness

@Suite("The checker true-properties")
struct TruePropertiesTests {
    private static let facts = MachineFacts(
        identity: BMCIdentity(manufacturer: "ACME", product: "One", serialNumber: "1"),
        processor: ProcessorFacts(count: 8, architecture: "x86_64", model: "Simulated CPU"),
        memory: .gibibytes(32),
        disks: [
            Sample.disk("/dev/sda", .gibibytes(100), serial: "A"),
            Sample.disk("/dev/sdb", .gibibytes(500), serial: "B"),
        ], interfaces: [], bmcHost: nil, bootMode: .uefi, bootInterface: nil)

    private func judge(
        _ processors: Int, _ memory: ByteCount, _ disk: ByteCount
    ) -> Violation? {
        var (checker, store) = (TrueProperties(), StoreScript())
        var node = Sample.node("node-1", .manageable)
        node.properties = NodeProperties(processors: processors, memory: memory, localDisk: disk)
        return checker.show([
            store.commit(node, NodeInventory(node: node.name, facts: Self.facts))
        ])
    }

    @Test("has nothing against what the machine reported")
    func reported() {
        #expect(judge(8, .gibibytes(32), .gibibytes(99)) == nil)
    }

    @Test("sees processors, memory and disks that no machine reported")
    func untrue() {
        #expect(judge(9, .gibibytes(32), .gibibytes(99)) != nil)
        #expect(judge(8, .gibibytes(31), .gibibytes(99)) != nil)
        #expect(judge(8, .gibibytes(32), .gibibytes(499)) != nil)
        #expect(judge(8, .gibibytes(32), .gibibytes(9)) != nil)
    }
}

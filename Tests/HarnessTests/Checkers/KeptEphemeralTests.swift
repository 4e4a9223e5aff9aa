import BareMetal
import Hardware
import Testing
import World

@testable import Harness

@Suite("The checker kept-ephemeral")
struct KeptEphemeralTests {
    private static let lost = MachineEvent.partitionLost(
        "node-1", disk: "/dev/sda", serial: "A", .ephemeral)

    private static func node(
        _ state: ProvisionState, rebuild: String?, _ ephemeral: EphemeralPartition,
        layout: PartitionLayout? = PartitionLayout(
            root: .gibibytes(20), ephemeral: .gibibytes(10))
    ) -> Node {
        var node = Sample.node("node-1", state)
        node.instance = Sample.instance("i", of: "server")
        node.instance?.layout = layout
        node.instance?.ephemeral = ephemeral
        node.instance?.rebuild = rebuild.map { Identifier(text: $0) }
        return node
    }

    private static func violation(
        _ ephemeral: EphemeralPartition, loses: Bool, rebuild: String? = "r-1",
        layout: PartitionLayout? = PartitionLayout(
            root: .gibibytes(20), ephemeral: .gibibytes(10))
    ) -> Violation? {
        var (checker, store) = (KeptEphemeral(), StoreScript())
        var shown = [
            store.commit(node(.active, rebuild: nil, .made, layout: layout)),
            store.commit(node(.deploying, rebuild: rebuild, ephemeral, layout: layout)),
            store.commit(node(.deployWait, rebuild: rebuild, ephemeral, layout: layout)),
        ]
        if loses { shown.append(store.tell(lost)) }
        shown += [
            store.commit(node(.deploying, rebuild: rebuild, ephemeral, layout: layout)),
            store.commit(node(.active, rebuild: rebuild, ephemeral, layout: layout)),
        ]
        return checker.show(shown)
    }

    @Test("sees data go that a rebuild was to keep")
    func formatted() {
        let violation = Self.violation(.preserved, loses: true)
        #expect(
            violation?.message
                == "what the ephemeral partition of /dev/sda held is gone, which the rebuild was "
                + "to keep")
    }

    @Test("sees data stay that a rebuild was to take away")
    func leftOver() {
        #expect(Self.violation(.made, loses: false)?.checker == "kept-ephemeral")
    }

    @Test("has nothing against a rebuild that does as it was asked to")
    func asAsked() {
        #expect(Self.violation(.preserved, loses: false) == nil)
        #expect(Self.violation(.made, loses: true) == nil)
    }

    @Test("asks nothing of a first deployment, nor of a whole-disk image")
    func others() {
        #expect(Self.violation(.made, loses: false, rebuild: nil) == nil)
        #expect(Self.violation(.made, loses: false, layout: nil) == nil)
    }

    @Test("asks nothing of a node whose rebuild failed and that is cleaned")
    func cleaned() {
        var (checker, store) = (KeptEphemeral(), StoreScript())
        let violation = checker.show([
            store.commit(Self.node(.deploying, rebuild: "r-1", .preserved)),
            store.commit(Self.node(.deployFailed, rebuild: "r-1", .preserved)),
            store.tell(Self.lost),
            store.commit(Self.node(.cleaning, rebuild: nil, .made)),
        ])
        #expect(violation == nil)
    }
}

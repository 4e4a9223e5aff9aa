import BareMetal
import Hardware
import World

/// What introspection writes into a node is what its machine reported: the scheduler believes it.
///
/// The inventory that is kept beside the node is the report as it came. Memory is counted in whole
/// mebibytes, and the disk that counts is the one that the node's hints name, less what
/// partitioning takes.
public struct TrueProperties: Checker {
    public static let name: CheckerName = "true-properties"

    /// At most this much of the root disk is held back.
    private static let heldBack: ByteCount = .gibibytes(2)

    private var store = AuthoritativeStore()

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        guard case .commit(let commit) = observation, store.includes(commit) else { return nil }
        let nodes = commit.written(Node.self)
        for inventory in commit.written(NodeInventory.self) {
            guard let node = nodes.first(where: { $0.name == inventory.node }),
                let problem = Self.problem(with: node, inventory.facts)
            else { continue }
            return violation(at: commit.at, node.id, problem)
        }
        return nil
    }

    private static func problem(with node: Node, _ facts: MachineFacts) -> String? {
        let found = node.properties
        if found.processors != facts.processor.count {
            return "it is written down with \(found.processors ?? 0) processors, "
                + "its machine has \(facts.processor.count)"
        }
        let mebibyte: Int64 = 1 << 20
        let memory = found.memory?.bytes ?? 0
        if memory != facts.memory.bytes / mebibyte * mebibyte {
            return "it is written down with \(memory) bytes of memory, "
                + "its machine has \(facts.memory.bytes)"
        }
        let choice = DiskWishes(node).inspected
        let fitting = facts.disks.filter { choice.objection(to: $0, among: facts.disks) == nil }
        let disk = found.localDisk?.bytes ?? 0
        let isTrue = fitting.contains {
            disk <= $0.size.bytes && disk >= $0.size.bytes - heldBack.bytes
        }
        guard !isTrue, !(fitting.isEmpty && disk == 0) else { return nil }
        return "it is written down with \(disk) bytes of disk, which no fit root device has"
    }
}

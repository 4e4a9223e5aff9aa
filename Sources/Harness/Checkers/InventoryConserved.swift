import BareMetal
import Compute
import Hardware
import Images
import OrderedCollections
import Undercloud
import World

/// The inventory is conserved: what the seed's store holds when the undercloud takes over is what
/// the undercloud's store holds then, and no node ever disappears.
///
/// Nodes are compared without their locks, which are their conductors' business.
public struct InventoryConserved: Checker {
    public static let name: CheckerName = "inventory-conserved"

    /// What a document says, in a form that can be compared.
    private enum Record: Hashable {
        case node(Node)
        case port(Port)
        case server(Server)
        case image(Image)
        case intent(Intent)

        init?(_ change: StoreCommit.Change) {
            if var node = change.written(Node.self) {
                node.reservation = nil
                self = .node(node)
            } else if let port = change.written(Port.self) {
                self = .port(port)
            } else if let server = change.written(Server.self) {
                self = .server(server)
            } else if let image = change.written(Image.self) {
                self = .image(image)
            } else if let intent = change.written(Intent.self) {
                self = .intent(intent)
            } else {
                return nil
            }
        }
    }

    private static let kinds = [Node.kind, Port.kind, Server.kind, Image.kind, Intent.kind]

    private var store = AuthoritativeStore()
    /// Of the first store, until another takes its state over.
    private var records = OrderedDictionary<DocumentKey, Record>()
    private var isHandedOver = false

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        guard case .commit(let commit) = observation else { return nil }
        let former = store.name
        guard store.includes(commit) else { return nil }
        if let former, former != commit.store {
            defer { (isHandedOver, records) = (true, [:]) }
            return isHandedOver ? twice(commit) : compare(commit)
        }
        if !isHandedOver { note(commit) }
        return commit.changes(of: Node.kind).first(where: \.isDeletion).map {
            violation(at: commit.at, $0.key.id, "the node was deleted")
        }
    }

    private mutating func note(_ commit: StoreCommit) {
        for change in commit.changes where Self.kinds.contains(change.key.kind) {
            records[change.key] = change.isDeletion ? nil : Record(change)
        }
    }

    private mutating func compare(_ commit: StoreCommit) -> Violation? {
        var taken = OrderedDictionary<DocumentKey, Record>()
        for change in commit.changes where Self.kinds.contains(change.key.kind) {
            taken[change.key] = Record(change)
        }
        for (key, record) in records where taken[key] != record {
            let deed = taken[key] == nil ? "was not taken over" : "was changed by the takeover"
            return violation(at: commit.at, key.description, deed)
        }
        for key in taken.keys where records[key] == nil {
            return violation(
                at: commit.at, key.description, "was taken over, but was never in the seed's store")
        }
        return nil
    }

    /// The state goes from the seed to the undercloud, and nowhere else.
    private func twice(_ commit: StoreCommit) -> Violation {
        violation(at: commit.at, commit.store.text, "it took over a state that was handed over")
    }
}

import BareMetal
import Hardware
import World

/// A change of a node's record, passed on to that node's conductor.
struct PassedUpdate: ConductorQuestion {
    static let name = "conductor-update"

    let updates: [NodeUpdate]
    let node: NodeName
    let asker: Asker

    init(_ updates: [NodeUpdate], of node: NodeName, under leadership: Stored<Leadership>) {
        self.updates = updates
        self.node = node
        asker = Asker(leadership)
    }

    struct Reply: Codable, Sendable {}

    func answer(by conductor: Conductor) async throws(ConductorError) -> Reply {
        try await conductor.update(node, updates, resting: asker.support)
        return Reply()
    }
}

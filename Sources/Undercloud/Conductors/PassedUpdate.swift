import BareMetal
import Hardware
import World

/// A change of a node's record, passed on to that node's conductor. It counts while its leader
/// leads, as a ``PassedRequest`` does.
struct PassedUpdate: ConductorQuestion {
    static let name = "conductor-update"

    let updates: [NodeUpdate]
    let node: NodeName
    let leadership: Leadership
    let revision: Revision

    init(_ updates: [NodeUpdate], of node: NodeName, under leadership: Stored<Leadership>) {
        self.updates = updates
        self.node = node
        self.leadership = leadership.document
        revision = leadership.revision
    }

    struct Reply: Codable, Sendable {}

    func answer(by conductor: Conductor) async throws(ConductorError) -> Reply {
        let asker = Stored(document: leadership, revision: revision)
        try await conductor.update(node, updates) { $0.require(unchanged: asker) }
        return Reply()
    }
}

import BareMetal
import Hardware
import World

/// What was last found out of a node is to be taken over anew; passed on to the node's conductor.
struct PassedReapply: ConductorQuestion {
    static let name = "conductor-reapply"

    let node: NodeName
    let asker: Asker

    init(of node: NodeName, under leadership: Stored<Leadership>) {
        self.node = node
        asker = Asker(leadership)
    }

    struct Reply: Codable, Sendable {}

    func answer(by conductor: Conductor) async throws(ConductorError) -> Reply {
        try await conductor.reapply(node, resting: asker.support)
        return Reply()
    }
}

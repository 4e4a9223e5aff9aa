import BareMetal
import Hardware
import World

/// What the leader asks of a node, passed on to that node's conductor.
struct PassedRequest: ConductorQuestion {
    static let name = "conductor-request"

    let request: NodeRequest
    let node: NodeName
    let requester: Requester
    let asker: Asker

    init(
        _ request: NodeRequest, of node: NodeName, by requester: Requester,
        under leadership: Stored<Leadership>
    ) {
        self.request = request
        self.node = node
        self.requester = requester
        asker = Asker(leadership)
    }

    typealias Reply = Identifier

    func answer(by conductor: Conductor) async throws(ConductorError) -> Identifier {
        try await conductor.request(
            request, of: node, by: requester, resting: asker.support)
    }
}

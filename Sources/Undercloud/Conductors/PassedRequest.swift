import BareMetal
import Hardware
import World

/// What the leader asks of a node, passed on to that node's conductor.
///
/// It counts while its leader leads: what is taken on rests on the leadership it was asked under,
/// so that a question that was long on its way begins nothing after another has taken over.
struct PassedRequest: ConductorQuestion {
    static let name = "conductor-request"

    let request: NodeRequest
    let node: NodeName
    let leadership: Leadership
    let revision: Revision

    init(_ request: NodeRequest, of node: NodeName, under leadership: Stored<Leadership>) {
        self.request = request
        self.node = node
        self.leadership = leadership.document
        revision = leadership.revision
    }

    typealias Reply = Identifier

    func answer(by conductor: Conductor) async throws(ConductorError) -> Identifier {
        let asker = Stored(document: leadership, revision: revision)
        return try await conductor.request(request, of: node) { $0.require(unchanged: asker) }
    }
}

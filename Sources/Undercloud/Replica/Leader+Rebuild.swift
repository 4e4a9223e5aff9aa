import BareMetal
import Compute
import Hardware
import Plans
import World

extension Leader {
    /// Takes down that a server is to be rebuilt. The flow asks its node as soon as it may.
    ///
    /// A control node of the undercloud is none of those: its disk holds a copy of the state.
    func answer(_ wish: ServerRebuild) async throws(ConductorError) -> ServerRebuild.Reply {
        let record: Stored<Server>?
        do { record = try await store.get(Server.self, wish.server.text) } catch {
            throw .store(error)
        }
        guard let record, let name = record.document.node else {
            throw .unknownNode("of server \(wish.server)")
        }
        let (server, node) = (record.document, try await node(name.text))
        if server.rebuild?.id == wish.id || node.instance?.rebuild == wish.id {
            return ServerRebuild.Reply()
        }
        let terms = RebuildTerms(id: wish.id, ephemeral: wish.ephemeral)
        if let refusal = Self.refusal(of: terms, server, node) {
            throw .forbidden(name, refusal)
        }
        var next = server
        next.rebuild = terms
        var transaction = Transaction()
        transaction.require(unchanged: lease.leadership)
        transaction.replace(record, with: next)
        do { try await store.commit(transaction) } catch { throw .store(error) }
        return ServerRebuild.Reply()
    }

    private static func refusal(
        of terms: RebuildTerms, _ server: Server, _ node: Node
    ) -> NodeRefusal? {
        if server.isUndercloud { return .invalid("it carries the undercloud") }
        guard server.state == .active, server.rebuild == nil,
            let instance = node.instance, instance.id == server.instance
        else { return .invalid("server \(server.name) is '\(server.state.rawValue)'") }
        if let protection = node.protection { return .protected(reason: protection.reason) }
        return terms.objection(to: instance).map { .invalid($0) }
    }
}

import Hardware
import NodeAgent
public import World

extension Conductor {
    /// Makes of a node what hooks and rules make of what its ramdisk last sent, without asking the
    /// machine anew (inspector's reapply). What was sent stays as it is kept.
    ///
    /// - Parameter rest: what else the change rests on.
    /// - Throws: ``ConductorError/stepFailed(_:reason:)`` where nothing is kept of the node, or
    ///   what is kept cannot be taken; ``ConductorError/locked(_:by:)`` where somebody works on it.
    public func reapply(
        _ name: NodeName, resting rest: (inout Transaction) -> Void = { _ in }
    ) async throws(ConductorError) {
        let data = try await patiently { () throws(StoreError) in
            try await store.get(IntrospectionData.self, name.text)?.document
        }
        let inventory = try await patiently { () throws(StoreError) in
            try await store.get(NodeInventory.self, name.text)?.document
        }
        guard let data, let inventory else {
            throw .stepFailed("reapply", reason: "nothing is kept of an introspection")
        }
        let sent = AgentInventory(
            node: AgentNodeID(name.text), facts: inventory.facts, report: data.raw)
        var found: NodeFindings?
        let task = try await lock(name.text, for: .reapply) { (node) throws(ConductorError) in
            guard node.provisionState.isStable else {
                throw .stepFailed("reapply", reason: "the node is \(node.provisionState)")
            }
            do throws(InspectionFailure) {
                let findings = try inspector.findings(of: sent, on: node, last: data)
                findings.apply(to: &node)
                found = findings
            } catch { throw .stepFailed("reapply", reason: error.description) }
        } alongside: { _, transaction in
            rest(&transaction)
            transaction.put(data.processed(as: found?.data?.processed))
        }
        try await giveBack(task)
        world.journal.record(
            BareMetalEvent.reapplied(name, round: data.round, rules: found?.rules ?? []))
    }
}

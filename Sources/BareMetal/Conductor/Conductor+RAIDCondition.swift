public import Hardware
import NodeAgent
import World

extension Conductor {
    /// Writes down what an installed system told of its machine's software RAID, where that is
    /// news.
    func take(
        _ conditions: [SoftwareRAIDCondition], of stored: Stored<Node>
    ) async throws(ConductorError) {
        var node = stored.document
        guard node.reservation == nil, node.provisionState == .active,
            conditions != node.softwareRAIDConditions
        else { return }
        var raid = node.raid ?? NodeRAID()
        raid.conditions = conditions.isEmpty ? nil : conditions
        node.raid = raid
        _ = try await commit(stored, node)
        world.journal.record(BareMetalEvent.softwareRAID(node.name, conditions))
    }
}

extension Node {
    /// What its installed system last told of software RAID that is not whole.
    public var softwareRAIDConditions: [SoftwareRAIDCondition] { raid?.conditions ?? [] }
}

extension [SoftwareRAIDCondition] {
    /// In words.
    var text: String {
        isEmpty
            ? "its software RAID is whole" : map(\.description).joined(separator: ", ")
    }
}

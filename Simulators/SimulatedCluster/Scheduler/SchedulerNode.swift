/// A node while a transition is worked out.
final class SchedulerNode {
    let index: Int
    let id: String
    let name: NodeName
    let kind: NodeDefinition.Kind
    var attributes: NodeAttributes
    /// What resources start from when they first hear of the node.
    var score: Score
    var isOnline = false
    var isUnclean: Bool
    var isUnseen = true
    var isShuttingDown = false
    var isExpectedUp = false
    var isStandby = false
    var isInMaintenance = false
    /// In the membership, but not yet in the process group.
    var isPending = false
    var isCoordinator = false
    var hasHistory = false
    /// Resources that have been given to it in this transition.
    var assigned = 0
    /// What would be lost with it: the priorities of what runs there.
    var priority = 0

    init(_ definition: NodeDefinition, index: Int, isUnclean: Bool) {
        self.index = index
        id = definition.id
        name = definition.name
        kind = definition.kind
        attributes = definition.attributes
        score = definition.score
        self.isUnclean = isUnclean
    }

    /// Whether it can be given resources.
    var isAvailable: Bool {
        isOnline && !isShuttingDown && !isUnclean && !isStandby && !isInMaintenance
    }

    var isHealthy: Bool { isOnline && !isUnclean }

    /// - Parameter name: nil for the node itself.
    func value(of name: String?) -> String? {
        guard let name else { return self.name.text }
        return attributes[name]
    }

    func isTrue(_ name: String) -> Bool { attributes[name].map(ClusterText.isTrue) ?? false }
}

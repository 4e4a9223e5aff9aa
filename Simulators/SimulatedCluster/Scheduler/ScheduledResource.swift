/// A resource, or an instance of one, while a transition is worked out.
final class ScheduledResource {
    enum Variant: Int, Comparable {
        case primitive, group, clone

        static func < (left: Variant, right: Variant) -> Bool { left.rawValue < right.rawValue }
    }

    /// What is done about a resource that is active more than once.
    enum Recovery {
        case stopStart, stopOnly, block, stopUnexpected
    }

    /// With its instance's number, if it is of a clone.
    let id: ResourceID
    let definition: ResourceDefinition
    let variant: Variant
    let agent: ResourceAgent?
    unowned let parent: ScheduledResource?
    var meta: MetaAttributes = [:]
    var children: [ScheduledResource] = []
    var flags: ResourceFlags = [.provisional]
    var priority = 0
    var stickiness = Score.zero
    var migrationThreshold = Score.infinity
    var failureTimeout = 0
    var recovery = Recovery.stopStart

    var role = ResourceRole.stopped
    var nextRole = ResourceRole.unknown
    /// What a node calls an anonymous instance.
    var cloneName: ResourceID?
    var runningOn: [SchedulerNode] = []
    var knownOn: Set<Int> = []
    var pendingNode: SchedulerNode?
    var migratingFrom: SchedulerNode?
    var migratingTo: SchedulerNode?
    var danglingMigrations: [SchedulerNode] = []

    /// By nodes' indices.
    var allowed: [Candidate?]
    var assigned: SchedulerNode?
    var assignedScore = Score.zero
    /// Colocations in which it is the dependent.
    var thisWith: [AppliedColocation] = []
    /// Colocations in which it is the primary.
    var withThis: [AppliedColocation] = []
    var locations: [AppliedLocation] = []
    /// The newest last.
    var actions: [PlannedAction] = []
    var sortIndex = Score.zero

    // Of clones.
    var cloneMax = 0
    var cloneNodeMax = 1
    var promotedMax = 0
    var promotedNodeMax = 0
    var instances = 0

    init(
        _ id: ResourceID, _ definition: ResourceDefinition, parent: ScheduledResource?,
        nodes: Int
    ) {
        self.id = id
        self.definition = definition
        self.parent = parent
        allowed = Array(repeating: nil, count: nodes)
        switch definition.kind {
        case .primitive(let agent): (variant, self.agent) = (.primitive, agent)
        case .group: (variant, agent) = (.group, nil)
        case .clone: (variant, agent) = (.clone, nil)
        }
    }
}

extension ScheduledResource {
    var isManaged: Bool { flags.contains(.managed) }
    var isUnique: Bool { flags.contains(.unique) }
    var isOrphan: Bool { flags.contains(.orphan) }
    var isProvisional: Bool { flags.contains(.provisional) }
    var isPromotable: Bool { flags.contains(.promotable) }
    var isFailed: Bool { flags.contains(.failed) }
    var isAnonymousClone: Bool { variant == .clone && !isUnique }

    /// What nodes call it.
    var localName: ResourceID {
        if isOrphan, let cloneName { return cloneName }
        return isUnique || variant != .primitive ? id : definition.id
    }

    /// The outermost resource that it is part of.
    var top: ScheduledResource {
        var top = self
        while let parent = top.parent { top = parent }
        return top
    }

    /// Whether it is inside `other`.
    func isPart(of other: ScheduledResource) -> Bool {
        var parent = parent
        while let one = parent {
            if one === other { return true }
            parent = one.parent
        }
        return false
    }

    /// The primitive inside it that a configuration calls so.
    func member(_ base: ResourceID) -> ScheduledResource? {
        if variant == .primitive { return definition.id == base ? self : nil }
        for child in children {
            if let found = child.member(base) { return found }
        }
        return nil
    }

    var primitives: [ScheduledResource] {
        variant == .primitive ? [self] : children.flatMap(\.primitives)
    }

    func score(on node: SchedulerNode) -> Score? { allowed[node.index]?.score }

    /// Starts from what the node itself says where the resource knew nothing of it.
    func add(_ score: Score, on node: SchedulerNode) {
        allowed[node.index, default: Candidate(score: node.score)].score += score
    }

    /// Adds to a score of its own and of all its parts.
    func addDeep(_ score: Score, on node: SchedulerNode) {
        for child in children { child.addDeep(score, on: node) }
        add(score, on: node)
    }

    /// The most active role of its parts.
    var currentRole: ResourceRole {
        variant == .primitive ? role : children.map(\.currentRole).max() ?? .unknown
    }

    /// The most active role that its parts will have.
    var plannedRole: ResourceRole {
        variant == .primitive ? nextRole : children.map(\.plannedRole).max() ?? .unknown
    }

    /// The nodes that its parts have been given, each once.
    var assignedNodes: [SchedulerNode] { distinct(primitives.compactMap(\.assigned)) }

    /// Its only node, if its parts have been given one all together.
    var assignedNode: SchedulerNode? {
        if variant == .primitive { return assigned }
        let all = assignedNodes
        return all.count == 1 ? all[0] : nil
    }

    /// Its only node, if all of its parts that run anywhere run there.
    var onlyActiveNode: SchedulerNode? {
        let all = distinct(primitives.flatMap(\.runningOn))
        return all.count == 1 ? all[0] : nil
    }

    /// Where its parts run, and where one is about to.
    var activeNodes: [SchedulerNode] {
        distinct(primitives.flatMap { $0.runningOn + ($0.pendingNode.map { [$0] } ?? []) })
    }

    private func distinct(_ nodes: [SchedulerNode]) -> [SchedulerNode] {
        var seen: [SchedulerNode] = []
        for node in nodes where !seen.contains(where: { $0 === node }) { seen.append(node) }
        return seen
    }

    /// The node that counts as its present one.
    var currentNode: SchedulerNode? {
        var active: SchedulerNode?
        for node in runningOn {
            if let migratingFrom {
                if node === migratingFrom { return node }
            } else if !flags.contains(.needsFencing) {
                if node.isHealthy, active.map({ !$0.isHealthy }) ?? true { return node }
            }
            if active == nil { active = node }
            if migratingFrom == nil, flags.contains(.needsFencing) { break }
        }
        return active
    }

    /// On how many nodes it is active; those that are lost count if it needs their fencing.
    var activeCount: Int {
        flags.contains(.needsFencing) ? runningOn.count : runningOn.count(where: \.isHealthy)
    }

    func isFlaggedDeep(_ flag: ResourceFlags) -> Bool {
        flags.contains(flag) || children.contains { $0.isFlaggedDeep(flag) }
    }
}

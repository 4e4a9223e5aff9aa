import Hardware
import World

/// Which node an allocation gets. Pure; who acts on it is ``Allocator`` and the flow.
public enum AllocationPolicy {
    /// The nodes that come into question, in no order of preference yet.
    ///
    /// They are available and nobody's, their power is known, they are not in maintenance, and they
    /// are of the class, with the traits and among the candidates asked for.
    public static func candidates(
        for allocation: Allocation, among nodes: [Node]
    ) throws(AllocationFailure) -> [Node] {
        let requested = Set(allocation.candidates)
        let suitable = nodes.filter { node in
            (requested.isEmpty || requested.contains(node.name)) && node.powerState != nil
                && isOpen(node, to: allocation.owner) && isFree(node)
                && node.resourceClass == allocation.resourceClass
        }
        guard !suitable.isEmpty else {
            if requested.isEmpty { throw .noneAvailable(allocation.resourceClass) }
            throw .noneOfCandidates(allocation.resourceClass)
        }
        let equipped = suitable.filter { hasTraits(allocation.traits, $0) }
        guard !equipped.isEmpty else { throw .noneHasTraits(allocation.traits) }
        return equipped
    }

    /// The order in which they are tried: shuffled, so that allocations made at the same time do
    /// not all go for the same node; but one that is called as the allocation is goes first.
    public static func order(
        _ nodes: [Node], for allocation: Allocation,
        using generator: inout some RandomNumberGenerator
    ) -> [Node] {
        var ordered = nodes.shuffled(using: &generator)
        if let name = allocation.name,
            let index = ordered.firstIndex(where: { $0.name.text == name })
        {
            ordered.insert(ordered.remove(at: index), at: 0)
        }
        return ordered
    }

    /// Whether a node still does, asked when nobody else can change it any more.
    public static func isStillFit(_ node: Node, for allocation: Allocation) -> Bool {
        isFree(node) && node.resourceClass == allocation.resourceClass
            && hasTraits(allocation.traits, node)
    }

    /// The node as the allocation's.
    public static func claim(_ node: Node, for allocation: Allocation) -> Node {
        var claimed = node
        claimed.allocation = allocation.uuid
        return claimed
    }

    /// Whether an allocation may be given back.
    ///
    /// - Parameter node: the one it has; nil where it has none, or where that is gone.
    public static func checkRemoval(
        of allocation: Allocation, from node: Node?
    ) throws(RecordRefusal) {
        guard let node, node.maintenance == nil else { return }
        guard node.provisionState != .active, !isUnderWay(node.provisionState) else {
            throw .wrongState(
                "allocation \(allocation.uuid) stays while node \(node.name) is "
                    + "\(node.provisionState) and not in maintenance")
        }
    }

    /// Whether a node that is in use already can be the allocation's, which then tells of what was
    /// there before it.
    ///
    /// - Parameter others: every node there is.
    public static func checkBackfill(
        of allocation: Allocation, with node: Node, among others: [Node]
    ) throws(RecordRefusal) {
        let problems = backfillProblems(of: allocation, with: node)
        guard problems.isEmpty else {
            throw .invalid(
                "node \(node.name) cannot be allocation \(allocation.uuid)'s: "
                    + problems.joined(separator: "; "))
        }
        if let owner = node.instance?.id ?? node.allocation, owner != allocation.uuid {
            throw .wrongState("node \(node.name) is associated with instance \(owner)")
        }
        let taken = others.first {
            $0.name != node.name
                && ($0.instance?.id == allocation.uuid || $0.allocation == allocation.uuid)
        }
        if let taken {
            throw .conflict("instance \(allocation.uuid) is associated with node \(taken.name)")
        }
    }

    private static func backfillProblems(of allocation: Allocation, with node: Node) -> [String] {
        var problems: [String] = []
        if node.provisionState != .active {
            problems.append("it is \(node.provisionState), not active")
        }
        if let kind = allocation.resourceClass, node.resourceClass != kind {
            let actual = node.resourceClass.map { "of resource class \($0)" } ?? "of no class"
            problems.append("it is \(actual), not \(kind)")
        }
        if !hasTraits(allocation.traits, node) {
            problems.append("it lacks some of the traits asked for")
        }
        if !allocation.candidates.isEmpty, !allocation.candidates.contains(node.name) {
            problems.append("it is not among the candidates")
        }
        return problems
    }

    private static func isFree(_ node: Node) -> Bool {
        node.provisionState == .available && node.maintenance == nil && node.instance == nil
            && node.allocation == nil
    }

    private static func isOpen(_ node: Node, to project: ProjectID?) -> Bool {
        guard let project else { return true }
        return node.owner == project || node.lessee == project
    }

    private static func hasTraits(_ wanted: [Trait], _ node: Node) -> Bool {
        wanted.allSatisfy(node.traits.contains)
    }

    /// States on the way to another one in which a node's record is left alone.
    private static func isUnderWay(_ state: ProvisionState) -> Bool {
        switch state {
        case .deploying, .deployWait, .deployHold, .cleaning, .cleanWait, .cleanHold, .deleting,
            .adopting, .rescuing, .rescueWait, .unrescuing, .servicing, .serviceWait:
            true
        default: false
        }
    }
}

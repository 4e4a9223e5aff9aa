import Hardware
import World

extension PortRules {
    /// Whether a portgroup may be added.
    ///
    /// - Parameter others: every portgroup there is, of all nodes.
    public static func check(
        adding group: Portgroup, to others: [Portgroup]
    ) throws(RecordRefusal) {
        try check(group)
        try checkUnique(group, among: others)
    }

    /// What changing a portgroup comes to: its members follow its physical network.
    ///
    /// - Parameters:
    ///   - node: the node it is to belong to.
    ///   - members: the ports it bonds.
    /// - Returns: the members that change with it.
    public static func change(
        _ old: Portgroup, to new: Portgroup, on node: Node, members: [Port], others: [Portgroup]
    ) throws(RecordRefusal) -> [Port] {
        try check(new)
        if node.provisionState == .inspecting {
            throw .conflict("portgroup \(old.uuid) is not changed while \(node.name) is inspecting")
        }
        if old.node != new.node {
            try checkMove(new, to: node)
            try checkRemoval(of: old, members: members)
        }
        if old.supportsStandalonePorts, !new.supportsStandalonePorts {
            for member in members { try checkStandalone(member, new) }
        }
        try checkUnique(new, among: others)
        guard old.physicalNetwork != new.physicalNetwork else { return [] }
        return members.filter { $0.physicalNetwork != new.physicalNetwork }.map {
            var member = $0
            member.physicalNetwork = new.physicalNetwork
            return member
        }
    }

    /// A portgroup goes when it bonds nothing any more.
    public static func checkRemoval(
        of group: Portgroup, members: [Port]
    ) throws(RecordRefusal) {
        guard !members.isEmpty else { return }
        throw .invalid("portgroup \(group.uuid) has ports")
    }

    private static func check(_ group: Portgroup) throws(RecordRefusal) {
        if let name = group.name, !RecordName.isValid(name) {
            throw .invalid("'\(name)' is no portgroup's name")
        }
        if group.mode.isEmpty { throw .invalid("a portgroup has a mode") }
    }

    private static func checkMove(
        _ group: Portgroup, to node: Node
    ) throws(RecordRefusal) {
        guard !describable.contains(node.provisionState), node.maintenance == nil else { return }
        throw .wrongState(
            "portgroup \(group.uuid) is not moved to \(node.name) while that is "
                + "\(node.provisionState)")
    }

    private static func checkUnique(
        _ group: Portgroup, among others: [Portgroup]
    ) throws(RecordRefusal) {
        for other in others where other.uuid != group.uuid {
            if let name = group.name, other.name == name {
                throw .conflict("a portgroup with name \(name) already exists")
            }
            if let address = group.address, other.address == address {
                throw .conflict("a portgroup with address \(address) already exists")
            }
        }
    }
}

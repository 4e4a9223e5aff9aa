import World

/// What may be done with a port or portgroup of a node (Ironic's `update_port`, `update_portgroup`
/// and the checks its API makes before).
public enum PortRules {
    /// States in which a node's cabling may be described anew.
    static let describable: [ProvisionState] = [.enroll, .inspecting, .inspectWait, .manageable]

    /// What adding a port comes to.
    ///
    /// - Parameter siblings: the node's other ports, and its portgroups.
    /// - Returns: the portgroup as the port changes it, where it does.
    public static func add(
        _ port: Port, to siblings: NodePorts
    ) throws(RecordRefusal) -> Portgroup? {
        try check(port)
        try checkGroup(of: port, among: siblings)
        return try join(port, siblings)
    }

    /// What changing a port comes to.
    ///
    /// - Returns: the portgroup as the port changes it, where it does.
    /// - Throws: what forbids it, in the order in which Ironic asks.
    public static func change(
        _ old: Port, to new: Port, on node: Node, among siblings: NodePorts
    ) throws(RecordRefusal) -> Portgroup? {
        try check(new)
        try checkGroup(of: new, among: siblings)
        if node.provisionState == .inspecting {
            throw .conflict("port \(old.uuid) is not changed while \(node.name) is inspecting")
        }
        if old.physicalNetwork != new.physicalNetwork, new.portgroup != nil {
            throw .invalid("the physical network of a portgroup's member follows the portgroup")
        }
        try checkAddress(old, new, node)
        try checkCabling(old, new, node)
        let isMoved =
            old.portgroup != new.portgroup || old.physicalNetwork != new.physicalNetwork
        let group = isMoved ? try join(new, siblings) : nil
        try checkStandalone(old, new, siblings)
        return group
    }

    /// Whether a port may go.
    public static func checkRemoval(of port: Port, from node: Node) throws(RecordRefusal) {
        guard let vif = port.currentVIF, node.maintenance == nil else { return }
        throw .wrongState("port \(port.uuid) is in use by VIF \(vif)")
    }

    /// What makes no sense of a port, whatever else there is.
    static func check(_ port: Port) throws(RecordRefusal) {
        if port.physicalNetwork?.text.isEmpty == true {
            throw .invalid("a physical network has a name")
        }
        let isLinked = port.localLink?.portID != nil && port.localLink?.hostname != nil
        if port.isSmartNIC, !isLinked {
            throw .invalid("a smart NIC's local_link_connection has a port_id and a hostname")
        }
    }

    private static func checkGroup(
        of port: Port, among siblings: NodePorts
    ) throws(RecordRefusal) {
        guard let group = port.portgroup, siblings.portgroup(group) == nil else { return }
        throw .invalid("portgroup \(group) is not of node \(siblings.node)")
    }

    private static func checkAddress(
        _ old: Port, _ new: Port, _ node: Node
    ) throws(RecordRefusal) {
        let isInUse = node.provisionState == .active || node.instance != nil
        guard old.address != new.address, isInUse, node.maintenance == nil else { return }
        throw .wrongState(
            "the address of port \(old.uuid) is not changed while \(node.name) is in use")
    }

    private static func checkCabling(
        _ old: Port, _ new: Port, _ node: Node
    ) throws(RecordRefusal) {
        let isCabledAnew =
            old.portgroup != new.portgroup || old.isPXEEnabled != new.isPXEEnabled
            || old.localLink != new.localLink || old.physicalNetwork != new.physicalNetwork
        guard isCabledAnew, node.maintenance == nil,
            !describable.contains(node.provisionState)
        else { return }
        let states = describable.map(\.rawValue).joined(separator: ", ")
        throw .wrongState(
            "the connection of port \(old.uuid) is changed in maintenance or while its node is "
                + "\(states); \(node.name) is \(node.provisionState)")
    }

    /// Members of a portgroup share a physical network. The first one brings its own.
    private static func join(
        _ port: Port, _ siblings: NodePorts
    ) throws(RecordRefusal) -> Portgroup? {
        guard let uuid = port.portgroup, var group = siblings.portgroup(uuid) else { return nil }
        let shared = try siblings.physicalNetwork(of: uuid, without: port.uuid)
        if shared == nil, group.physicalNetwork == nil {
            guard let network = port.physicalNetwork else { return nil }
            group.physicalNetwork = network
            return group
        }
        let network = shared ?? group.physicalNetwork
        guard port.physicalNetwork == network else {
            throw .conflict(
                "port \(port.uuid) is on \(name(port.physicalNetwork)) and portgroup \(uuid) on "
                    + name(network))
        }
        return nil
    }

    private static func name(_ network: PhysicalNetwork?) -> String {
        network.map { "physical network \($0)" } ?? "no physical network"
    }

    private static func checkStandalone(
        _ old: Port, _ new: Port, _ siblings: NodePorts
    ) throws(RecordRefusal) {
        guard let uuid = new.portgroup, let group = siblings.portgroup(uuid),
            !group.supportsStandalonePorts
        else { return }
        let isTouched = old.isPXEEnabled != new.isPXEEnabled || old.portgroup != new.portgroup
        guard isTouched || new.vifs[.tenant] != nil else { return }
        try checkStandalone(new, group)
    }

    static func checkStandalone(_ port: Port, _ group: Portgroup) throws(RecordRefusal) {
        var reasons: [String] = []
        if port.isPXEEnabled { reasons.append("it may start from the network") }
        if let vif = port.vifs[.tenant] { reasons.append("VIF \(vif) is attached to it") }
        guard !reasons.isEmpty else { return }
        throw .conflict(
            "port \(port.uuid) cannot be a member of portgroup \(group.uuid), whose ports do not "
                + "stand alone: \(reasons.joined(separator: ", "))")
    }
}

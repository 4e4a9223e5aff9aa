import Hardware
import World

extension NodePorts {
    /// What is free for a VIF: single ports first, then portgroups with members that it may use,
    /// and the free members of portgroups that are in use one by one.
    ///
    /// - Throws: ``RecordRefusal/alreadyAttached(_:to:)``.
    public func free(for request: VIFRequest) throws(RecordRefusal) -> [PortLike] {
        var (single, taken): ([PortLike], Set<Identifier>) = ([], [])
        var members: [Identifier: [Port]] = [:]
        for port in ports where mayUse(port, for: request) {
            if try isTaken(.port(port), by: request.vif) {
                if let group = port.portgroup { taken.insert(group) }
                continue
            }
            guard request.allows(port.physicalNetwork) else { continue }
            if let group = port.portgroup {
                members[group, default: []].append(port)
            } else if !request.isForPortgroup {
                single.append(.port(port))
            }
        }
        if case .port = request.place { return single }
        for group in portgroups where mayUse(group, for: request) {
            guard try !isTaken(.portgroup(group), by: request.vif) else { continue }
            let usable = members[group.uuid, default: []]
            if taken.contains(group.uuid) {
                if !request.isForPortgroup { single += usable.map(PortLike.port) }
            } else if !usable.isEmpty {
                single.append(.portgroup(group))
            }
        }
        return single
    }

    /// The port or portgroup a VIF goes to: one on a physical network of its own, then portgroups
    /// before ports, then ports that may start from the network.
    ///
    /// - Throws: ``RecordRefusal/alreadyAttached(_:to:)``, ``RecordRefusal/noFreePort(_:)``, or
    ///   ``RecordRefusal/conflict(_:)`` where a portgroup's members disagree.
    public func choose(for request: VIFRequest) throws(RecordRefusal) -> PortLike {
        var best: (choice: PortLike, rank: Int)?
        for candidate in try free(for: request) {
            let rank = try rank(candidate, for: request)
            if rank > best?.rank ?? -1 { best = (candidate, rank) }
        }
        guard let best else { throw .noFreePort(request.vif) }
        return best.choice
    }

    /// Attaches a VIF to the port or portgroup that suits it best.
    ///
    /// - Returns: what was changed.
    @discardableResult
    public mutating func attach(_ request: VIFRequest) throws(RecordRefusal) -> PortLike {
        var chosen = try choose(for: request)
        chosen.tenantVIF = request.vif
        replace(chosen)
        return chosen
    }

    /// Detaches a VIF, from a portgroup if one has it.
    ///
    /// - Throws: ``RecordRefusal/notAttached(_:_:)``.
    @discardableResult
    public mutating func detach(_ vif: VIF) throws(RecordRefusal) -> PortLike {
        let all = portgroups.map(PortLike.portgroup) + ports.map(PortLike.port)
        guard var found = all.first(where: { $0.tenantVIF == vif }) else {
            throw .notAttached(vif, node)
        }
        found.tenantVIF = nil
        replace(found)
        return found
    }

    /// Detaches everything, as tear-down does. What is left is what was changed.
    public mutating func detachAll() -> [PortLike] {
        vifs.compactMap { try? detach($0) }
    }

    private func mayUse(_ port: Port, for request: VIFRequest) -> Bool {
        if case .port(let uuid) = request.place, uuid != port.uuid { return false }
        return port.canBePlugged(by: interface)
    }

    private func mayUse(_ group: Portgroup, for request: VIFRequest) -> Bool {
        if case .portgroup(let uuid) = request.place { uuid == group.uuid } else { true }
    }

    private func isTaken(_ holder: PortLike, by vif: VIF) throws(RecordRefusal) -> Bool {
        if holder.tenantVIF == vif { throw .alreadyAttached(vif, to: holder.uuid) }
        return holder.tenantVIF != nil
    }

    private func rank(
        _ candidate: PortLike, for request: VIFRequest
    ) throws(RecordRefusal) -> Int {
        let network: PhysicalNetwork?
        let preference: Int
        switch candidate {
        case .port(let port):
            network = port.physicalNetwork
            preference = port.isPXEEnabled ? 1 : 0
        case .portgroup(let group):
            network = try physicalNetwork(of: group.uuid) ?? nil
            preference = 2
        }
        let isOnItsOwn = network.map(request.physicalNetworks.contains) ?? false
        return isOnItsOwn ? preference + 3 : preference
    }
}

extension VIFRequest {
    fileprivate var isForPortgroup: Bool {
        if case .portgroup = place { true } else { false }
    }
}

extension Port {
    /// Whether enough is known of the port for somebody to plug it (Ironic's `validate_port_info`).
    func canBePlugged(by interface: NetworkInterface) -> Bool {
        // An InfiniBand port, whose subnet manager finds out where it is.
        if let client = extra["client-id"], client != .null, client != .text("") { return true }
        if interface == .neutron, localLink == nil { return false }
        let isLinkOfSmartNIC = localLink?.portID != nil && localLink?.hostname != nil
        return isSmartNIC == isLinkOfSmartNIC
    }
}

import Hardware
import World

extension Conductor {
    /// Attaches the VIFs of a node's instance. Those that are attached already, by a deployment
    /// that is tried again, stay where they are.
    func plug(_ task: inout NodeTask) async throws(ConductorError) {
        let plugged = try await plugging(task.node)
        guard !plugged.isEmpty else { return }
        try await task.save(alongside: { plugged.put(in: &$0) })
    }

    private func plugging(_ node: Node) async throws(ConductorError) -> [PortLike] {
        guard let wanted = node.instance?.vifs, !wanted.isEmpty else { return [] }
        var ports = try await ports(of: node)
        var changed: [PortLike] = []
        for vif in wanted where !ports.vifs.contains(vif) {
            do { changed.append(try ports.attach(VIFRequest(vif))) } catch {
                throw .record(error)
            }
        }
        return changed
    }

    /// What detaching everything makes of a node's ports.
    func unplugging(_ node: Node) async throws(ConductorError) -> [PortLike] {
        guard node.instance?.vifs.isEmpty == false else { return [] }
        var ports = try await ports(of: node)
        return ports.detachAll()
    }

    /// The node's interfaces. Only the holder of its lock changes them.
    func ports(of node: Node) async throws(ConductorError) -> NodePorts {
        var ports: [Port] = []
        for address in node.addresses {
            if let port = try await port(address) { ports.append(port) }
        }
        let interface = networkInterface(of: node)
        guard ports.contains(where: { $0.portgroup != nil }) else {
            return NodePorts(of: node.name, ports, interface: interface)
        }
        let groups = try await patiently { () throws(StoreError) in
            try await store.scan(Portgroup.self).map(\.document)
        }
        return NodePorts(
            of: node.name, ports, groups.filter { $0.node == node.name }, interface: interface)
    }
}

extension Sequence<PortLike> {
    /// Writes them over what is there.
    func put(in transaction: inout Transaction) {
        for changed in self { changed.put(in: &transaction) }
    }
}

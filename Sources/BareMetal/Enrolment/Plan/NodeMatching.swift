import Hardware

/// Finds the registered node that a description means, by what tells machines apart: the addresses
/// of its interfaces, its controller, its identifier (TripleO's matching).
struct NodeMatching {
    /// One way in which a description meets a registered node.
    struct Match {
        let index: Int
        /// What the two have in common, in words.
        let trait: String
    }

    private var ports: [MACAddress: Int] = [:]
    private var controllers: [BMCAddress: Int] = [:]
    private var identifiers: [String: Int] = [:]
    private var names: [NodeName: Int] = [:]

    /// A controller that several machines share tells none of them.
    init(_ nodes: [RegisteredNode], _ descriptions: [NodeDescription]) {
        for (index, node) in nodes.enumerated() {
            for port in node.description.ports { ports[port.address] = index }
            controllers[node.description.bmc] = index
            if let uuid = node.description.uuid { identifiers[uuid.lowercased()] = index }
            names[node.description.name] = index
        }
        for shared in Self.shared(nodes.map(\.description)) + Self.shared(descriptions) {
            controllers[shared] = nil
        }
    }

    private static func shared(_ descriptions: [NodeDescription]) -> [BMCAddress] {
        var seen: Set<BMCAddress> = []
        return descriptions.map(\.bmc).filter { !seen.insert($0).inserted }
    }

    /// Every registered node that the description may mean, once each.
    func matches(_ description: NodeDescription) -> [Match] {
        var found: [Match] = []
        func note(_ index: Int?, _ trait: String) {
            guard let index, !found.contains(where: { $0.index == index }) else { return }
            found.append(Match(index: index, trait: trait))
        }
        for port in description.ports {
            note(ports[port.address], "the MAC address \(port.address)")
        }
        note(controllers[description.bmc], "the controller \(description.bmc)")
        if let uuid = description.uuid { note(identifiers[uuid], "the uuid \(uuid)") }
        return found
    }

    func node(named name: NodeName) -> Int? { names[name] }
}

public import BareMetal
import Hardware

/// Finds out which controllers are meant.
public struct TargetList: Sendable {
    /// Why no target was found.
    public enum Failure: Error, Hashable {
        case noTarget
        case notAnAddress(String)
        case twice(String)
        case tooMany

        /// The same words stay wrong.
        public var isTransient: Bool { false }
    }

    /// - Parameters:
    ///   - words: addresses with or without ports, or names of the inventory's nodes, each or as
    ///     lists and ranges (`192.0.2.[1-40],node-7`); none for all nodes of the inventory.
    ///   - inventory: where names and credentials are looked up first.
    public static func read(
        _ words: [String], inventory: Inventory?
    ) throws(Failure) -> [ControllerTarget] {
        let nodes = inventory?.nodes ?? []
        if words.isEmpty {
            guard !nodes.isEmpty else { throw .noTarget }
            return nodes.map(Self.target)
        }
        let byName = Dictionary(nodes.map { ($0.name.text, $0) }) { first, _ in first }
        let byAddress = Dictionary(nodes.map { ($0.bmc, $0) }) { first, _ in first }
        var targets: [ControllerTarget] = []
        var seen: Set<String> = []
        guard let expanded = TargetWords.expand(words) else { throw .tooMany }
        for word in expanded {
            guard seen.insert(word).inserted else { throw .twice(word) }
            if let node = byName[word] {
                targets.append(target(node))
            } else {
                guard let authority = ControllerAuthority(word) else { throw .notAnAddress(word) }
                let address = BMCAddress(host: authority.host, port: authority.port)
                targets.append(
                    ControllerTarget(
                        name: word, address: address,
                        credentials: byAddress[address]?.credentials))
            }
        }
        return targets
    }

    private static func target(_ node: NodeDescription) -> ControllerTarget {
        ControllerTarget(name: node.name.text, address: node.bmc, credentials: node.credentials)
    }
}

extension TargetList.Failure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noTarget: "There is no target: name controllers, or give --inventory."
        case .notAnAddress(let word):
            "'\(word)' is no node of the inventory, and no address such as 192.0.2.7, "
                + "192.0.2.7:6230 or [2001:db8::7]:623."
        case .twice(let word): "'\(word)' is there twice."
        case .tooMany: "More than \(TargetWords.most) targets are named."
        }
    }
}

package import Documents

/// What rules read and change.
package struct RuleSubject: Sendable, Hashable {
    /// The node, as Ironic's API tells it.
    package var node: DocumentValue
    /// Its ports, each with `uuid`.
    package var ports: [DocumentValue]
    /// All that the ramdisk sent, as hooks left it. Inspector's rules call it `data`.
    package var data: DocumentValue

    package init(node: DocumentValue, ports: [DocumentValue] = [], data: DocumentValue) {
        self.node = node
        self.ports = ports
        self.data = data
    }

    var capabilities: [(name: String, value: String)] {
        get {
            let text = node["properties"]?["capabilities"]?.string ?? ""
            return text.split(separator: ",").map { entry in
                let parts = entry.split(
                    separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
                return (String(parts[0]), parts.count == 2 ? String(parts[1]) : "")
            }
        }
        set {
            let text = newValue.map { "\($0.name):\($0.value)" }.joined(separator: ",")
            node.update(at: ["properties", "capabilities"]) { $0 = .string(text) }
        }
    }

    mutating func setCapability(_ name: String, _ value: String?) {
        var capabilities = capabilities
        if let place = capabilities.firstIndex(where: { $0.name == name }) {
            if let value {
                capabilities[place].value = value
            } else {
                capabilities.remove(at: place)
            }
        } else if let value {
            capabilities.append((name, value))
        }
        self.capabilities = capabilities
    }

    mutating func addTrait(_ name: String) {
        var traits = node["traits"]?.list ?? []
        if !traits.contains(.string(name)) { traits.append(.string(name)) }
        node.update(at: ["traits"]) { $0 = .list(traits) }
    }

    mutating func removeTrait(_ name: String) {
        let traits = node["traits"]?.list ?? []
        node.update(at: ["traits"]) { $0 = .list(traits.filter { $0 != .string(name) }) }
    }
}

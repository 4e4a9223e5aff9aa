import BareMetal
import Documents
import Hardware
import Introspection
import OrderedCollections

/// A node as Ironic's API tells it, for hooks and rules to read and change.
struct NodeDocument {
    private let node: Node
    private let index: NodeIndex
    let document: DocumentValue
    /// Its ports, by address only.
    let ports: [DocumentValue]

    /// What an operator sets of a node by entry; the rest is changed as a whole.
    private static let maps: Set<String> = ["properties", "extra", "driver_info", "instance_info"]
    /// What rules may set. What they say of other attributes is Ironic's own to know.
    private static let settable: Set<String> = maps.union([
        "driver", "resource_class", "conductor_group", "owner", "lessee", "description",
    ])

    init(_ node: Node) {
        self.node = node
        index = NodeIndex([(node.name, node.uuid)])
        let body = JSONValue.object(node.body(nodes: index))
        document = (try? DocumentValue(json: body.description, depth: 100)) ?? [:]
        ports = node.addresses.map { ["address": .string("\($0)")] }
    }

    /// What hooks and rules came to.
    ///
    /// - Throws: what of it no node can have.
    func findings(
        _ subject: RuleSubject, over plain: NodeFindings, facts: MachineFacts
    ) throws(InspectionFailure) -> NodeFindings {
        var ruled: Node
        do {
            let patch = try JSONPatch(.list(operations(to: subject.node)))
            ruled = try node.patched(by: patch, nodes: index)
        } catch { throw InspectionFailure("rules leave no sound node: \(error)") }
        let traits = subject.node["traits"]?.list ?? []
        ruled.traits = traits.compactMap { $0.string.map { Trait($0) } }
        var properties = ruled.properties
        // The root device that deployments would choose, of all that there are, unless a rule says
        // what is to be promised of it.
        if subject.node["properties"]?["local_gb"] == subject.data["local_gb"] {
            properties.localDisk = plain.properties.localDisk
        }
        let interfaces = subject.ports.compactMap(Self.interface)
        let addresses = interfaces.map(\.address)
        var findings = NodeFindings(
            properties: properties, addresses: addresses.isEmpty ? plain.addresses : addresses)
        findings.ruled = ruled
        findings.interfaces = interfaces
        return findings
    }

    private static func interface(_ port: DocumentValue) -> NodeFindings.Interface? {
        guard let address = port["address"]?.string.flatMap({ MACAddress($0) }) else { return nil }
        var interface = NodeFindings.Interface(address)
        if case .bool(let starts)? = port["pxe_enabled"] { interface.startsMachine = starts }
        interface.physicalNetwork = port["physical_network"]?.string.map { PhysicalNetwork($0) }
        return interface
    }

    // MARK: What is different

    private func operations(to changed: DocumentValue) -> [JSONValue] {
        (changed.map ?? [:]).flatMap { key, value -> [JSONValue] in
            guard Self.settable.contains(key), document[key] != value else { return [] }
            guard Self.maps.contains(key), let entries = value.map else {
                return [Self.operation("replace", key, value)]
            }
            let old = document[key]?.map ?? [:]
            let set = entries.filter { old[$0.key] != $0.value }.map {
                Self.operation("add", "\(key)/\($0.key)", $0.value)
            }
            let gone = old.keys.filter { entries[$0] == nil }.map {
                Self.operation("remove", "\(key)/\($0)", nil)
            }
            return set + gone
        }
    }

    private static func operation(
        _ operation: String, _ path: String, _ value: DocumentValue?
    ) -> JSONValue {
        var entry: [String: JSONValue] = ["op": .text(operation), "path": .text("/\(path)")]
        if let value { entry["value"] = JSONValue(parsing: value.json) ?? .null }
        return .object(entry)
    }
}

public import World

/// Nodes by the names that requests know them by: their UUIDs or their names.
public struct NodeIndex: Sendable {
    private var names: [String: NodeName] = [:]
    private var uuids: [NodeName: Identifier] = [:]

    public init(_ nodes: [(name: NodeName, uuid: Identifier)]) {
        for node in nodes {
            names[node.name.text] = node.name
            names[node.uuid.text] = node.name
            uuids[node.name] = node.uuid
        }
    }

    /// The node called so.
    ///
    /// - Throws: ``RecordRefusal/invalid(_:)``: a request that names an unknown node is a bad one.
    public func name(of text: String) throws(RecordRefusal) -> NodeName {
        if let name = names[text] { return name }
        if let uuid = Identifier(uuid: text), let name = names[uuid.text] { return name }
        throw .invalid("there is no node \(text)")
    }

    /// The UUID of a node; nil where it is gone.
    func uuid(of name: NodeName) -> Identifier? { uuids[name] }

    /// The UUID of a node; null in JSON where the node is gone.
    func value(of name: NodeName?) -> JSONValue {
        name.flatMap { uuids[$0] }.map { .text($0.text) } ?? .null
    }
}

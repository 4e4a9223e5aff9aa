public import World

/// A record in the JSON that Ironic's API exchanges.
public protocol APIRecord {
    /// Where records of its kind are below the API's address: `ports`, `volume/targets`.
    static var collection: String { get }

    var uuid: Identifier { get }

    /// A record as a request describes it, or as a service reports it.
    ///
    /// - Parameter uuid: what it gets where the request does not say.
    /// - Throws: ``RecordRefusal/invalid(_:)``.
    init(creating body: JSONValue, uuid: Identifier, nodes: NodeIndex) throws(RecordRefusal)
    init(reported body: JSONValue, nodes: NodeIndex) throws(RecordRefusal)

    /// The record as a patch changes it. Whether it may be changed so is decided by its rules.
    func patched(by patch: JSONPatch, nodes: NodeIndex) throws(RecordRefusal) -> Self

    /// The record less its links.
    func body(nodes: NodeIndex) -> [String: JSONValue]

    /// What hangs below the record, each with links of its own.
    var children: [String] { get }
}

extension APIRecord {
    public var children: [String] { [] }

    /// The record as a service answers with it.
    ///
    /// - Parameter base: the API's address, as `http://127.0.0.1:6385`.
    public func response(nodes: NodeIndex, at base: String) -> JSONValue {
        var body = body(nodes: nodes)
        let path = "\(Self.collection)/\(uuid)"
        body["links"] = Self.links(to: path, at: base)
        for child in children { body[child] = Self.links(to: "\(path)/\(child)", at: base) }
        return .object(body)
    }

    private static func links(to path: String, at base: String) -> JSONValue {
        [
            ["href": .text("\(base)/v1/\(path)"), "rel": "self"],
            ["href": .text("\(base)/\(path)"), "rel": "bookmark"],
        ]
    }
}

import Hardware
public import World

/// An enclosure that several nodes share (Ironic's chassis).
public struct Chassis: StoredDocument, Hashable {
    public static let kind: DocumentKind = "chassis"
    public static let version = 1

    public let uuid: Identifier
    public var description: String?
    public var extra: [String: JSONValue] = [:]
    public var dates: RecordDates?

    public init(uuid: Identifier, description: String? = nil) {
        self.uuid = uuid
        self.description = description
    }

    public var id: String { uuid.text }

    /// An enclosure goes when nothing is in it any more.
    public func checkRemoval(nodes: [Node]) throws(RecordRefusal) {
        guard nodes.contains(where: { $0.chassis == uuid }) else { return }
        throw .invalid("chassis \(uuid) has nodes")
    }
}

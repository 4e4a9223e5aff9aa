import Hardware
public import World

/// A remote volume that a node uses (Ironic's volume target).
public struct VolumeTarget: StoredDocument, Hashable {
    public static let kind: DocumentKind = "volume-target"
    public static let version = 1
    /// The index of the volume a node starts from.
    public static let rootIndex = 0

    public let uuid: Identifier
    public var node: NodeName
    /// How it is reached: `iscsi`, `fibre_channel`.
    public var volumeType: String
    public var volumeID: String
    /// The order among the node's volumes; unique on the node.
    public var bootIndex: Int
    /// What the volume service said of it.
    public var properties: [String: JSONValue] = [:]
    public var extra: [String: JSONValue] = [:]
    public var dates: RecordDates?

    public init(
        uuid: Identifier, node: NodeName, volumeType: String, volumeID: String, bootIndex: Int
    ) {
        self.uuid = uuid
        self.node = node
        self.volumeType = volumeType
        self.volumeID = volumeID
        self.bootIndex = bootIndex
    }

    public var id: String { uuid.text }
}

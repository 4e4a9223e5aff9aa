import Hardware
public import World

/// How a node presents itself to a volume service: an iSCSI name, a Fibre Channel port, an address
/// (Ironic's volume connector).
public struct VolumeConnector: StoredDocument, Hashable {
    public static let kind: DocumentKind = "volume-connector"
    public static let version = 1

    public let uuid: Identifier
    public var node: NodeName
    /// `iqn`, `wwpn`, `wwnn`, `ip`, `mac` or what the volume service knows besides.
    public var type: String
    public var connectorID: String
    public var extra: [String: JSONValue] = [:]
    public var dates: RecordDates?

    public init(uuid: Identifier, node: NodeName, type: String, connectorID: String) {
        self.uuid = uuid
        self.node = node
        self.type = type
        self.connectorID = connectorID
    }

    public var id: String { uuid.text }
}

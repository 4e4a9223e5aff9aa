import Hardware
public import World

/// What a node's ramdisk sent to its last introspection, word for word, so that it can be judged
/// again without the machine.
public struct IntrospectionData: StoredDocument, Hashable {
    public static let kind: DocumentKind = "introspection-data"
    public static let version = 1

    public let node: NodeName
    /// How many introspections the node has had with this one.
    public let round: Int
    /// The ramdisk's message, in JSON.
    public let raw: String
    /// What became of it: the hooks' findings, in JSON; nil where nothing was made of it.
    public let processed: String?
    /// What is not as it was the last time, a line each.
    public let differences: [String]

    public init(
        node: NodeName, round: Int, raw: String, processed: String? = nil,
        differences: [String] = []
    ) {
        self.node = node
        self.round = round
        self.raw = raw
        self.processed = processed
        self.differences = differences
    }

    public var id: String { node.text }

    /// The same message with something else made of it.
    func processed(as processed: String?) -> IntrospectionData {
        IntrospectionData(
            node: node, round: round, raw: raw, processed: processed, differences: differences)
    }
}

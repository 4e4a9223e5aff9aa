import Hardware
public import World

/// Something worth knowing that happened to a node (an entry of Ironic's node history).
///
/// Entries are written with the change they tell of, and each new one takes the place of the oldest
/// where a node has ``NodeHistoryLimits/entries`` of them.
public struct NodeHistoryEntry: StoredDocument, Hashable {
    public static let kind: DocumentKind = "node-history"
    public static let version = 1

    public enum Severity: String, Sendable, Hashable, Codable {
        case error = "ERROR"
        case info = "INFO"
    }

    /// What was going on (Ironic's `event_type`).
    public enum Topic: String, Sendable, Hashable, Codable {
        case verify, introspection, cleaning, deploying, unprovision, adoption, rescue, servicing
        /// Noticed by watching over the node.
        case monitoring
        /// An operator changed the power.
        case power
        /// Steps began, and all of them were taken.
        case automatedCleaningStart = "automated_cleaning_start"
        case automatedCleaningEnd = "automated_cleaning_end"
        case manualCleaningStart = "manual_cleaning_start"
        case manualCleaningEnd = "manual_cleaning_end"
        case deploymentStart = "deployment_start"
        case deploymentEnd = "deployment_end"
        case servicingStart = "servicing_start"
        case servicingEnd = "servicing_end"
    }

    public let uuid: Identifier
    public let node: NodeName
    /// Counts the node's entries from 1.
    public let number: Int
    public let at: WallTime
    /// The conductor that wrote it.
    public let conductor: HostAddress
    public let severity: Severity
    public let topic: Topic
    /// What happened, in words.
    public let event: String
    /// Where the node stood afterwards, and where the work was to end.
    public let state: ProvisionState
    public let target: ProvisionState?

    public var id: String { Self.id(of: node, number) }

    static func id(of node: NodeName, _ number: Int) -> String {
        let digits = String(number)
        return "\(node)#" + String(repeating: "0", count: max(0, 10 - digits.count)) + digits
    }

    /// The ids of all entries of a node. No node's name has the sign that follows it in them.
    static func range(of node: NodeName) -> DocumentRange {
        DocumentRange(from: "\(node)#", upTo: "\(node)$")
    }
}

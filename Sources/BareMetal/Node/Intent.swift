import Hardware
public import World

/// Something that was asked of a node and accepted.
///
/// What was accepted is done, fails with a reason, or is still under way; a crash does not lose it.
public struct Intent: StoredDocument, Hashable {
    public static let kind: DocumentKind = "intent"
    public static let version = 1

    public enum Outcome: Sendable, Hashable, Codable {
        case underWay
        case done
        case failed(reason: String)
    }

    public let identifier: Identifier
    public let node: NodeName
    public let verb: ProvisionVerb
    public var outcome: Outcome

    public init(identifier: Identifier, node: NodeName, verb: ProvisionVerb) {
        self.identifier = identifier
        self.node = node
        self.verb = verb
        outcome = .underWay
    }

    public var id: String { identifier.text }
}

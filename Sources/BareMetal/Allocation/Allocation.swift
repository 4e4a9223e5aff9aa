public import Hardware
public import World

/// A claim on one node of a kind, for somebody who does not care which (Ironic's allocation).
public struct Allocation: StoredDocument, Hashable {
    public static let kind: DocumentKind = "allocation"
    public static let version = 1

    public enum State: String, Sendable, Hashable, Codable, CaseIterable {
        /// A node is looked for.
        case allocating
        /// It has one.
        case active
        /// There was none, and nobody looks any more.
        case error
    }

    /// The name of the instance too that the node is claimed for.
    public let uuid: Identifier
    public var name: String?
    /// Nil only where the node was there before the allocation.
    public let resourceClass: ResourceClass?
    /// What the node has to have, all of it.
    public let traits: [Trait]
    /// The only nodes that come into question; empty where all do.
    public let candidates: [NodeName]
    /// Only nodes that this project owns or borrows; nil for all.
    public let owner: ProjectID?
    public var extra: [String: JSONValue] = [:]
    public var dates: RecordDates?

    public private(set) var state = State.allocating
    public private(set) var node: NodeName?
    public private(set) var lastError: String?

    public init(
        uuid: Identifier, name: String? = nil, resourceClass: ResourceClass?,
        traits: [Trait] = [], candidates: [NodeName] = [], owner: ProjectID? = nil
    ) {
        self.uuid = uuid
        self.name = name
        self.resourceClass = resourceClass
        self.traits = traits
        self.candidates = candidates
        self.owner = owner
    }

    public var id: String { uuid.text }

    /// The allocation once it has a node.
    public func granted(_ node: NodeName) -> Allocation {
        var granted = self
        (granted.node, granted.state, granted.lastError) = (node, .active, nil)
        return granted
    }

    /// The allocation once it was given up.
    public func failed(because reason: String) -> Allocation {
        var failed = self
        (failed.node, failed.state, failed.lastError) = (nil, .error, reason)
        return failed
    }

    /// The same allocation as somebody else reports it.
    func reported(_ state: State, on node: NodeName?, lastError: String?) -> Allocation {
        var reported = self
        (reported.node, reported.state, reported.lastError) = (node, state, lastError)
        return reported
    }
}

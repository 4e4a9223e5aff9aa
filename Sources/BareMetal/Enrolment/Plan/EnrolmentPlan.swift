import Hardware

/// What importing a file does to the nodes that are registered, decided before anything is done.
public struct EnrolmentPlan: Sendable, Hashable {
    /// A registered node that the file describes otherwise.
    public struct Update: Sendable, Hashable {
        /// The name it is registered under.
        public let name: NodeName
        public let description: NodeDescription
        public let changes: [EnrolmentChange]
    }

    /// Something that is not done, and why.
    public struct Refusal: Sendable, Hashable {
        public let name: NodeName
        /// Where in the file the node is described; nil for one that is not in it.
        public let line: Int?
        public let reason: String
    }

    /// In the file's order.
    public private(set) var added: [NodeDescription] = []
    public private(set) var updated: [Update] = []
    /// By the names they are registered under.
    public private(set) var unchanged: [NodeName] = []
    /// Registered, not in the file, and kept since nobody asked for their removal.
    public private(set) var extra: [NodeName] = []
    public private(set) var removed: [NodeName] = []
    /// Removals that Ironic's rules forbid, and updates that they forbid now.
    public private(set) var refused: [Refusal] = []
    /// Descriptions that contradict what is registered.
    public private(set) var conflicts: [Refusal] = []

    /// Whether everything that was asked for can be done.
    public var isFeasible: Bool { refused.isEmpty && conflicts.isEmpty }
    /// Whether there is anything to do.
    public var isEmpty: Bool { added.isEmpty && updated.isEmpty && removed.isEmpty }

    public init(
        _ inventory: Inventory, against registered: [RegisteredNode], extras: ExtraNodes = .kept
    ) {
        let matching = NodeMatching(registered, inventory.nodes)
        /// The line that describes each registered node, by its index.
        var described: [Int: Int] = [:]
        for description in inventory.nodes {
            let matches = matching.matches(description)
            let isTaken = matches.first.flatMap { described[$0.index] }
            for match in matches { described[match.index] = isTaken ?? description.line }
            if let line = isTaken, let match = matches.first {
                let name = registered[match.index].description.name
                conflict(description, "\(match.trait) is that of \(name), as is line \(line)'s")
            } else if matches.count > 1 {
                conflict(description, Self.ambiguity(matches, registered))
            } else if let reason = Self.clash(description, matches.first, matching, registered) {
                conflict(description, reason)
            } else if let match = matches.first {
                update(registered[match.index], description)
            } else {
                added.append(description)
            }
        }
        nameNameless(matching)
        for (index, node) in registered.enumerated() where described[index] == nil {
            leave(node, extras)
        }
    }

    private mutating func conflict(_ description: NodeDescription, _ reason: String) {
        conflicts.append(
            Refusal(name: description.name, line: description.line, reason: reason))
    }

    private static func ambiguity(
        _ matches: [NodeMatching.Match], _ registered: [RegisteredNode]
    ) -> String {
        matches.map { "\($0.trait) is that of \(registered[$0.index].description.name)" }
            .joined(separator: ", and ") + ": two nodes cannot become one"
    }

    /// Why a description cannot be of the node it matches, or of a new one.
    private static func clash(
        _ description: NodeDescription, _ match: NodeMatching.Match?, _ matching: NodeMatching,
        _ registered: [RegisteredNode]
    ) -> String? {
        if description.isNameChosen, let owner = matching.node(named: description.name),
            owner != match?.index
        {
            let other = registered[owner].description
            return "the name \(description.name) is that of another node, at \(other.bmc)"
        }
        guard let match, let uuid = description.uuid,
            let former = registered[match.index].description.uuid, former.lowercased() != uuid
        else { return nil }
        let name = registered[match.index].description.name
        return "\(match.trait) is that of \(name), whose uuid is \(former): it never changes"
    }

    private mutating func update(_ node: RegisteredNode, _ description: NodeDescription) {
        let name = node.description.name
        let changes = EnrolmentDifference(from: node.description, to: description).changes
        if changes.isEmpty {
            unchanged.append(name)
        } else if let record = node.node,
            let reason = NodeRevision.objection(to: changes, of: record)
        {
            refused.append(Refusal(name: name, line: description.line, reason: reason))
        } else {
            updated.append(Update(name: name, description: description, changes: changes))
        }
    }

    /// A made-up name must not be one that a registered node has.
    private mutating func nameNameless(_ matching: NodeMatching) {
        var taken = Set(added.map(\.name))
        for index in added.indices where !added[index].isNameChosen {
            let proposal = added[index].name
            guard matching.node(named: proposal) != nil else { continue }
            var (name, attempt) = (proposal, 1)
            while matching.node(named: name) != nil || taken.contains(name) {
                attempt += 1
                name = NodeName("\(proposal)-\(attempt)")
            }
            taken.insert(name)
            added[index] = added[index].named(name)
        }
    }

    private mutating func leave(_ node: RegisteredNode, _ extras: ExtraNodes) {
        let name = node.description.name
        switch (extras, node.objectionToRemoval) {
        case (.kept, _): extra.append(name)
        case (.removed, let reason?):
            refused.append(Refusal(name: name, line: nil, reason: reason))
        case (.removed, nil): removed.append(name)
        }
    }
}

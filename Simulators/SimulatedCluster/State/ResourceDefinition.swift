/// A resource as the cluster's configuration has it.
public struct ResourceDefinition: Sendable, Hashable {
    public indirect enum Kind: Sendable, Hashable {
        case primitive(ResourceAgent)
        /// Members that live together and start one after another.
        case group([ResourceDefinition])
        /// Many instances of one primitive or group.
        case clone(ResourceDefinition)
    }

    public var id: ResourceID
    public var kind: Kind
    public var meta: MetaAttributes
    public var operations: [OperationDefinition]

    public init(
        _ id: ResourceID, _ kind: Kind, meta: MetaAttributes = [:],
        operations: [OperationDefinition] = []
    ) {
        self.id = id
        self.kind = kind
        self.meta = meta
        self.operations = operations
    }

    /// All primitives in it, itself if it is one.
    public var primitives: [ResourceDefinition] {
        switch kind {
        case .primitive: [self]
        case .group(let members): members.flatMap(\.primitives)
        case .clone(let child): child.primitives
        }
    }
}

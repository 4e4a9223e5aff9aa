public import Hardware

/// Why an allocation got no node.
public enum AllocationFailure: Error, Sendable, Hashable {
    /// No node that could be had is of the class.
    case noneAvailable(ResourceClass?)
    /// None of the nodes asked for can be had and is of the class.
    case noneOfCandidates(ResourceClass?)
    case noneHasTraits([Trait])
    /// So many would do, and each was locked at every try.
    case allLocked(Int)
    /// All that would have done no longer did when it came to it.
    case allChanged

    /// Whether a later allocation can succeed with nothing changed by an operator.
    public var isTransient: Bool {
        switch self {
        case .noneAvailable, .noneOfCandidates, .allLocked, .allChanged: true
        case .noneHasTraits: false
        }
    }
}

extension AllocationFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noneAvailable(let kind): "no available node is of the \(Self.name(kind))"
        case .noneOfCandidates(let kind):
            "none of the requested nodes is available and of the \(Self.name(kind))"
        case .noneHasTraits(let traits):
            "no suitable node has the traits \(traits.map(\.text).joined(separator: ", "))"
        case .allLocked(let count): "none of \(count) suitable nodes could be reserved"
        case .allChanged: "every suitable node changed before it could be reserved"
        }
    }

    private static func name(_ kind: ResourceClass?) -> String {
        kind.map { "resource class \($0)" } ?? "kind asked for"
    }
}

/// A constraint between resources, or between resources and nodes.
public enum ClusterConstraint: Sendable, Hashable {
    case location(LocationConstraint)
    case colocation(ColocationConstraint)
    case order(OrderConstraint)
}

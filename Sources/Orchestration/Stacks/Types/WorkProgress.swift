public import World

/// How far an action on a resource is.
public enum WorkProgress: Sendable, Hashable {
    case done
    /// It goes on when the resource is told something, or at this moment.
    case waiting(until: Instant?)
}

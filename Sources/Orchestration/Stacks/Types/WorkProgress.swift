public import World

/// How far an action on a resource is.
public enum WorkProgress: Sendable, Hashable {
    case done
    /// It goes on when the resource is told something, or at this moment.
    case waiting(until: Instant?)
    /// It goes on when this document has changed, or at this moment.
    case following(DocumentWait, until: Instant?)
}

/// Which of several events of a kind calls for a fault.
public enum EventOccurrence: Sendable, Hashable {
    /// One of them, counted from 1.
    case nth(Int)
    /// Every one, each time anew.
    case each
}

/// What clients do wrong that speak to controllers over the wire: planted bugs, none by default.
public struct WireDefects: Sendable, Hashable {
    /// An answer that comes again is taken for the answer to what was asked last.
    public var takesCopies = false
    /// Every call opens a session of its own, and none is closed.
    public var keepsSessions = false
    /// Work that failed in the end is taken for done.
    public var ignoresFailedTasks = false

    public init() {}
}

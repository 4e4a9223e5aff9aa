/// Bounds on what is kept of a node's past.
public enum NodeHistoryLimits {
    /// Entries a node (`node_history_max_entries`).
    public static let entries = 300
    /// Answered intents a node.
    public static let intents = 10
}

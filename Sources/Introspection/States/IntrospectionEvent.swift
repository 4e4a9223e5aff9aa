/// What happens to a node's introspection (ironic-inspector's events).
package enum IntrospectionEvent: String, Sendable, Hashable, Codable, CaseIterable {
    case start
    /// The machine was switched on, and the ramdisk's data is waited for.
    case wait
    /// The ramdisk's data came.
    case process
    case finish
    case error
    case abort
    case abortEnd = "abort_end"
    case timeout
    /// Stored data is processed again.
    case reapply
}

/// Which of a node's ports stay after introspection (ironic-inspector's `keep_ports`).
public enum PortRetention: String, Sendable, Hashable, Codable, CaseIterable {
    case all
    /// Those whose interface the machine has.
    case present
    /// Those introspection would have added.
    case added
}

public import Hardware

/// What the bare-metal service calls the node a ramdisk runs on. The agent only hands it back.
public struct AgentNodeID: Name {
    public let text: String
    public init(_ text: String) { self.text = text }
}

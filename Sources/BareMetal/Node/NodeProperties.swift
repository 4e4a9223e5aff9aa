public import Hardware

/// What a node is known to be made of: declared at enrolment, corrected by introspection.
public struct NodeProperties: Sendable, Hashable, Codable {
    /// Logical processors.
    public var processors: Int?
    public var memory: ByteCount?
    /// What an instance may use of the root disk (Ironic's `local_gb`).
    public var localDisk: ByteCount?
    public var architecture: Architecture?
    /// Ironic's capabilities, such as `profile` and `boot_mode`.
    public var capabilities: [String: String]

    public init(
        processors: Int? = nil, memory: ByteCount? = nil, localDisk: ByteCount? = nil,
        architecture: Architecture? = nil, capabilities: [String: String] = [:]
    ) {
        self.processors = processors
        self.memory = memory
        self.localDisk = localDisk
        self.architecture = architecture
        self.capabilities = capabilities
    }
}

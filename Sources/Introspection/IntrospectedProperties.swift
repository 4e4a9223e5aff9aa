public import Hardware

/// What introspection writes into a node's properties, by which the scheduler chooses.
///
/// The numbers follow ironic-inspector's `scheduler` and `capabilities` hooks.
public struct IntrospectedProperties: Sendable, Hashable, Codable {
    /// Logical processors (`cpus`).
    public let cpus: Int
    /// `cpu_arch`.
    public let architecture: Architecture
    /// Whole mebibytes (`memory_mb`).
    public let memory: ByteCount
    /// Whole gibibytes on the root disk, less one (`local_gb`): partitioning takes some, and a node
    /// must not promise a flavor the last gibibyte. Zero without a root disk.
    public let localDisk: ByteCount
    /// What introspection found out of Ironic's capabilities: `boot_mode`.
    public let capabilities: [String: String]

    public init(facts: MachineFacts, rootDisk: DiskFacts?) {
        cpus = facts.processor.count
        architecture = facts.processor.architecture
        memory = .mebibytes(facts.memory.mebibytes)
        let gibibytes = rootDisk.map(\.size.gibibytes) ?? 0
        localDisk = .gibibytes(max(gibibytes - 1, 0))
        capabilities = ["boot_mode": facts.bootMode.rawValue]
    }

    /// The node's capabilities afterwards: what was found replaces what was there, and what an
    /// operator tagged (a profile) stays.
    public func capabilities(over existing: [String: String]) -> [String: String] {
        existing.merging(capabilities) { _, found in found }
    }
}

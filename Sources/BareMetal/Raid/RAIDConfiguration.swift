public import Hardware

/// How a machine's disks are to be laid into volumes, or are (Ironic's `target_raid_config` and
/// `raid_config`).
public struct RAIDConfiguration: Sendable, Hashable, Codable {
    /// The controller's name that stands for the operating system's own RAID.
    public static let software: RAIDControllerName = "software"

    /// At least one; one root volume at most.
    public let disks: [LogicalDisk]

    /// - Throws: ``RAIDRefusal/rootVolumes(_:)``, ``RAIDRefusal/noDisks``.
    public init(_ disks: [LogicalDisk]) throws(RAIDRefusal) {
        guard !disks.isEmpty else { throw .noDisks }
        let roots = disks.count(where: \.isRoot)
        guard roots <= 1 else { throw .rootVolumes(roots) }
        self.disks = disks
    }

    /// The volume that instances go to.
    public var root: LogicalDisk? { disks.first(where: \.isRoot) }

    /// Whether the machine's own system builds it, by ``software``.
    public var isSoftware: Bool { disks.contains { $0.controller == Self.software } }

    /// What is left of it where only some volumes are to be built.
    ///
    /// - Throws: ``RAIDRefusal/nothingLeft``.
    public func choosing(_ choice: RAIDChoice) throws(RAIDRefusal) -> RAIDConfiguration {
        let chosen = disks.filter { choice.includes($0) }
        guard !chosen.isEmpty else { throw .nothingLeft }
        return try RAIDConfiguration(chosen)
    }
}

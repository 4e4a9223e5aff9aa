public import Hardware
public import World

/// What is wanted of a node's RAID and what is known of it.
public struct NodeRAID: Sendable, Hashable, Codable {
    /// What the next steps build (Ironic's `target_raid_config`).
    public var target: RAIDConfiguration?
    /// What was seen after the last change (`raid_config`); nil before the first.
    public var volumes: [RAIDVolume]?
    /// What the machine's own system was told to build, and built; nil where it built nothing. It
    /// takes the place of ``volumes``: what it was told is all that Ironic's agent tells of it.
    public var software: RAIDConfiguration?
    public var updated: WallTime?
    /// What its installed system last told of software RAID that is not whole; nil where all is.
    public var conditions: [SoftwareRAIDCondition]?

    public init(target: RAIDConfiguration? = nil) { self.target = target }
}

public import Hardware

/// One disk of a machine made up for a scenario.
public struct DiskDescription: Sendable, Hashable {
    /// What a machine has whose scenario says nothing about disks.
    public static let usual = DiskDescription(
        size: .gibibytes(100),
        isRotational: false
    )

    public let size: ByteCount
    public let isRotational: Bool
    /// Nil has the simulation make one up.
    public var serial: String?
    public var model: String?
    public var wwn: String?
    public var medium = DiskMedium.disk
}

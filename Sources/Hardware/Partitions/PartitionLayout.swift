/// How a disk is divided for an instance whose image is a root file system and not a whole disk
/// (Ironic's `root_gb`, `swap_mb`, `ephemeral_gb`, `ephemeral_format` and `configdrive`).
public struct PartitionLayout: Sendable, Hashable, Codable {
    /// The format of an ephemeral partition where nobody asks for another
    /// (`default_ephemeral_format`).
    public static let usualFormat = "ext4"

    public var root: ByteCount
    /// Nothing is made where it is zero, and so with the others.
    public var swap: ByteCount
    public var ephemeral: ByteCount
    public var ephemeralFormat: String
    /// What a configuration drive takes.
    public var configDrive: ByteCount

    public init(
        root: ByteCount, swap: ByteCount = .zero, ephemeral: ByteCount = .zero,
        ephemeralFormat: String = Self.usualFormat, configDrive: ByteCount = .zero
    ) {
        self.root = root
        self.swap = swap
        self.ephemeral = ephemeral
        self.ephemeralFormat = ephemeralFormat
        self.configDrive = configDrive
    }

    /// What differs from another layout in what Ironic holds a preserved partition to: the sizes
    /// of root, swap and ephemeral. In words; empty where nothing does.
    public func differences(from deployed: PartitionLayout) -> [String] {
        let sizes = [
            ("root", root, deployed.root), ("swap", swap, deployed.swap),
            ("ephemeral", ephemeral, deployed.ephemeral),
        ]
        return sizes.filter { $0.1 != $0.2 }.map { "\($0.0) was \($0.2) and is to be \($0.1)" }
    }
}

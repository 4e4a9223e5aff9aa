/// The partitions of a disk, in their order on it.
public struct PartitionTable: Sendable, Hashable, Codable {
    /// ironic-python-agent's `efi_system_partition_size`.
    private static let efiSystemSize = ByteCount.mebibytes(550)
    /// ironic-python-agent's `bios_boot_partition_size`.
    private static let biosBootSize = ByteCount.mebibytes(1)
    private static let prepBootSize = ByteCount.mebibytes(8)
    /// Before the first partition, for the table itself.
    private static let lead = ByteCount.mebibytes(1)
    /// A GPT is kept a second time in the last 33 sectors of its disk (UEFI 2.10, 5.3.1).
    private static let copy = ByteCount(bytes: 33 * 512)

    public let label: PartitionLabel
    public let partitions: [Partition]

    /// The table that ironic-python-agent makes: what the machine starts from, then ephemeral,
    /// swap and configuration drive, and root last, so that it can grow to the disk's end.
    ///
    /// - Parameters:
    ///   - label: what is asked for; otherwise GPT for UEFI, and msdos for BIOS.
    ///   - architecture: as Ironic spells it, such as `x86_64` or `ppc64le`.
    public init(
        _ layout: PartitionLayout, for mode: BootMode, label: PartitionLabel? = nil,
        architecture: String = ""
    ) {
        let label = label ?? (mode == .uefi ? .gpt : .msdos)
        let isPOWER = architecture.hasPrefix("ppc64")
        var wanted: [(PartitionPurpose, ByteCount)] = []
        if mode == .uefi { wanted.append((.efiSystem, Self.efiSystemSize)) }
        if mode == .bios, label == .gpt, !isPOWER { wanted.append((.biosBoot, Self.biosBootSize)) }
        if mode == .bios, isPOWER { wanted.append((.prepBoot, Self.prepBootSize)) }
        wanted += [
            (.ephemeral, layout.ephemeral), (.swap, layout.swap),
            (.configDrive, layout.configDrive),
        ].filter { $0.1 > .zero }
        wanted.append((.root, layout.root))
        var start = Self.lead
        partitions = wanted.map { purpose, size in
            defer { start = start + size }
            return Partition(purpose, at: start, size: size)
        }
        self.label = label
    }

    public subscript(purpose: PartitionPurpose) -> Partition? {
        partitions.first { $0.purpose == purpose }
    }

    /// The smallest disk that it fits on.
    public var leastDisk: ByteCount {
        let end = partitions.last?.end ?? Self.lead
        return label == .gpt ? end + Self.copy : end
    }
}

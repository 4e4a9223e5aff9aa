/// How ironic-python-agent lays volumes of software RAID over a machine's disks. Pure.
///
/// Every disk involved is divided into one partition for each volume on it, in the order of the
/// volumes, but the one that takes what is left comes last. A volume's partitions are equally large
/// on all of its disks. Room is left before them for what the machine starts from.
public struct SoftwareRAIDPlan: Sendable, Hashable {
    /// A partition of one volume on one disk.
    public struct Component: Sendable, Hashable {
        /// The disk's name, such as `/dev/sda`.
        public let disk: String
        /// From 1 on, and the same as in the partition's name.
        public let number: Int
        public let start: ByteCount
        /// Nil for the end of the disk.
        public let end: ByteCount?

        /// The partition's name, such as `/dev/sda1` or `/dev/nvme0n1p1`.
        public var name: String { disk + (disk.contains("nvme") ? "p" : "") + "\(number)" }
    }

    /// A device that the kernel makes of partitions.
    public struct Device: Sendable, Hashable {
        /// `/dev/md0` for the first.
        public let name: String
        public let level: RAIDLevel
        public let volume: RAIDVolumeName
        public let components: [Component]

        /// The level as mdadm spells it.
        public var levelText: String { level == .stripedMirrors ? "10" : level.rawValue }
    }

    /// Every disk that takes part, in the order in which volumes ask for them.
    public let disks: [String]
    /// In the order in which they are built.
    public let devices: [Device]

    /// - Parameters:
    ///   - disks: all disks of the machine, by which hints are resolved.
    ///   - label: the partition table's form on all of them.
    ///   - survey: what there is already, and what of it stays. A volume that is there is not built
    ///     anew.
    /// - Throws: Why a volume finds no disks.
    public init(
        _ volumes: [SoftwareRAIDVolume], on disks: [DiskFacts], for mode: BootMode,
        label: PartitionLabel, beside survey: SoftwareRAIDSurvey = SoftwareRAIDSurvey()
    ) throws(SoftwareRAIDError) {
        let missing = try survey.missing(of: volumes)
        let bare = disks.filter { disk in !survey.devices.contains { $0.name == disk.name } }
        try Self.check(missing, bare.count)
        let usable: [DiskFacts]
        do { usable = try survey.skipped.remainder(of: bare) } catch {
            throw .unreadable(survey.skipped.disks.first ?? RootDeviceHints())
        }
        var laid: [(volume: SoftwareRAIDVolume, disks: [String])] = []
        for volume in missing { laid.append((volume, try Self.disks(for: volume, usable))) }
        var involved: [String] = []
        for name in laid.flatMap(\.disks) where !involved.contains(name) { involved.append(name) }
        try survey.check(involved)
        self.disks = involved
        devices = Self.devices(
            SoftwareRAIDVolume.buildOrder(laid, \.volume), Self.firstStart(mode, label),
            names: survey.freeNames(missing.count))
    }

    private static func devices(
        _ laid: [(volume: SoftwareRAIDVolume, disks: [String])], _ first: ByteCount,
        names: [String]
    ) -> [Device] {
        var ends: [String: Int] = [:]
        var counts: [String: Int] = [:]
        return zip(names, laid).enumerated().map { index, laid in
            let (name, (volume, disks)) = laid
            let components = disks.map { disk in
                let start = ends[disk]
                let end = volume.gibibytes.map { (start ?? 0) + $0 }
                counts[disk, default: 0] += 1
                ends[disk] = end
                return Component(
                    disk: disk, number: counts[disk] ?? 1,
                    start: start.map { .gibibytes(Int64($0)) } ?? first,
                    end: end.map { .gibibytes(Int64($0)) })
            }
            return Device(
                name: name, level: volume.level, volume: volume.builtName(at: index),
                components: components)
        }
    }

    /// What is left free at the start of a disk: an EFI system partition, or what GRUB keeps
    /// outside of file systems. An MBR leaves 2048 sectors.
    private static func firstStart(_ mode: BootMode, _ label: PartitionLabel) -> ByteCount {
        if mode == .uefi { return .mebibytes(551) }
        return .mebibytes(label == .gpt ? 8 : 1)
    }

    /// All disks of the machine are counted, as the agent counts them, wherever the volume lies.
    private static func check(
        _ volumes: [SoftwareRAIDVolume], _ count: Int
    ) throws(SoftwareRAIDError) {
        for volume in volumes where [.parity, .doubleParity].contains(volume.level) {
            guard count >= volume.level.fewestDisks else {
                throw .tooFewDisks(volume.level, found: count)
            }
        }
    }

    private static func disks(
        for volume: SoftwareRAIDVolume, _ all: [DiskFacts]
    ) throws(SoftwareRAIDError) -> [String] {
        guard let hints = volume.disks else { return all.map(\.name) }
        var chosen: [String] = []
        for hint in hints {
            let candidates: [String]
            do { candidates = try hint.devices(among: all).map(\.name) } catch {
                throw .unreadable(hint)
            }
            guard !candidates.isEmpty else { throw .noCandidates(hint) }
            guard let next = candidates.first(where: { !chosen.contains($0) }) else {
                throw .noneLeft(hint, taken: chosen)
            }
            chosen.append(next)
        }
        return chosen
    }
}

import Hardware
import Simulation
import World

/// What is on a disk that an image was written to.
struct DiskContents: Sendable, Hashable {
    /// What a boot loader finds on it.
    enum BootOutcome: Sendable, Hashable {
        case starts
        /// The firmware finds nothing to start and goes on to its next device.
        case notBootable
        /// The loader starts and finds no usable root: the machine hangs there.
        case hangs(reason: String)
    }

    /// Most that boot loaders and configuration take; the rest is root.
    private static let espSize = ByteCount.mebibytes(512)
    private static let configDriveSize = ByteCount.mebibytes(64)

    let image: ImageDigest
    let partitions: [DiskPartition]
    let extent: WrittenExtent
    /// Whether damage in root lies where starting does not need it.
    private let damageIsSurvivable: Bool

    /// All of an image, written in order and without a fault.
    init(_ image: ImageReference) {
        self.image = image.digest
        extent = .whole
        damageIsSurvivable = false
        partitions = Self.layout(of: image.size).map { role, size in
            let digest = Self.digest(of: image.digest, role.rawValue)
            return DiskPartition(role: role, size: size, digest: digest, condition: .whole)
        }
    }

    /// What a write that ended after `written` bytes leaves.
    ///
    /// The loader's partition is written last, as careful installers do (coreos-installer keeps
    /// the start of the disk for the end): a disk whose write was cut short starts nothing. Of the
    /// others the first are whole, the one it ended in is torn, the rest were never begun.
    init(_ image: ImageReference, cutAfter written: ByteCount) {
        self.image = image.digest
        extent = written < image.size ? .partial : .whole
        damageIsSurvivable = false
        let whole = DiskContents(image).partitions
        let loader = whole.filter { $0.role == .esp }
        var end: Int64 = 0
        let inOrderOfWriting = (whole.filter { $0.role != .esp } + loader).map { partition in
            end += partition.size.bytes
            if end <= written.bytes { return partition }
            let seen = max(0, written.bytes - (end - partition.size.bytes))
            return partition.holding("torn after \(seen)", .torn)
        }
        partitions = inOrderOfWriting.suffix(loader.count) + inOrderOfWriting.dropLast(loader.count)
    }

    /// What a download that arrived damaged leaves: one partition is not what it should be.
    init(_ image: ImageReference, damagedIn role: PartitionRole, isSurvivable: Bool) {
        self.image = image.digest
        extent = .damaged
        damageIsSurvivable = isSurvivable
        partitions = DiskContents(image).partitions.map { partition in
            partition.role == role ? partition.holding("damaged", .damaged) : partition
        }
    }

    /// The checksum of the whole disk: the image's own only where every byte is as it should be.
    var digest: ImageDigest {
        if extent == .whole { return image }
        return Self.digest(of: image, partitions.map(\.digest.text).joined())
    }

    var bootOutcome: BootOutcome {
        for partition in partitions {
            switch (partition.role, partition.condition) {
            case (.esp, .torn), (.esp, .damaged): return .notBootable
            case (.root, .damaged) where !damageIsSurvivable:
                return .hangs(reason: "the root file system is damaged")
            default: break
            }
        }
        return .starts
    }

    static func digest(of image: ImageDigest, _ part: String) -> ImageDigest {
        var hash = TraceHash()
        hash.combine(image.text)
        hash.combine(part)
        return ImageDigest(hash.text)
    }

    private static func layout(of size: ByteCount) -> [(PartitionRole, ByteCount)] {
        let esp = min(espSize.bytes, size.bytes / 8)
        let configDrive = min(configDriveSize.bytes, size.bytes / 16)
        return [
            (.esp, ByteCount(bytes: esp)),
            (.root, ByteCount(bytes: size.bytes - esp - configDrive)),
            (.configDrive, ByteCount(bytes: configDrive)),
        ]
    }
}

extension DiskPartition {
    fileprivate func holding(_ what: String, _ condition: Condition) -> DiskPartition {
        DiskPartition(
            role: role,
            size: size,
            digest: DiskContents.digest(of: digest, what),
            condition: condition
        )
    }
}

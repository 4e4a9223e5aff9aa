import Hardware
import Simulation
import World

/// What is on a disk that an image was written to: how far the write got, and which blocks are not
/// what they should be. Of the image's bytes none are kept, it costs its reference; what systems
/// write is.
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

    private let reference: ImageReference
    /// How much was written, in the order of writing.
    private let written: ByteCount
    private(set) var flaws: [BlockFlaw]
    /// What systems that were started from it find, and have written.
    var files = FileFolder()

    /// All of an image, but for these blocks.
    init(_ image: ImageReference, flaws: [BlockFlaw] = []) {
        reference = image
        written = image.size
        self.flaws = flaws
    }

    /// What a write that ended after `written` bytes leaves.
    ///
    /// The loader's partition is written last, as careful installers do (coreos-installer keeps
    /// the start of the disk for the end): a disk whose write was cut short starts nothing. Of the
    /// others the first are whole, the one it ended in is torn, the rest were never begun.
    init(_ image: ImageReference, cutAfter written: ByteCount) {
        reference = image
        self.written = min(written, image.size)
        flaws = []
    }

    var image: ImageDigest { reference.digest }

    var extent: WrittenExtent {
        if written < reference.size { return .partial }
        return flaws.isEmpty ? .whole : .damaged
    }

    /// The checksum of the whole disk: the image's own only where every byte is as it should be.
    var digest: ImageDigest {
        if extent == .whole { return image }
        return Self.digest(of: image, partitions.map(\.digest.text).joined())
    }

    /// In their order on the disk.
    var partitions: [DiskPartition] {
        var end: Int64 = 0
        let written = Self.layout(of: reference.size).map { role, size in
            end += size.bytes
            return partition(role, size, endingAt: end)
        }
        // Written last, the loader's partition is the first on the disk.
        return written.suffix(1) + written.dropLast(1)
    }

    var bootOutcome: BootOutcome {
        // A loader that is not whole is none. Written last, it shows that all the rest was written.
        if written < reference.size { return .notBootable }
        if flaws.contains(where: { $0.partition == .esp && $0.kind != .damagedUnseen }) {
            return .notBootable
        }
        for flaw in flaws {
            if let hindrance = flaw.hindrance { return .hangs(reason: hindrance) }
        }
        return .starts
    }

    /// A block goes bad. One that was never written holds nothing that could.
    mutating func add(_ flaw: BlockFlaw) {
        if written == reference.size { flaws.append(flaw) }
    }

    /// The size of a partition.
    func size(of role: PartitionRole) -> ByteCount {
        Self.layout(of: reference.size).first { $0.0 == role }?.1 ?? .zero
    }

    static func digest(of image: ImageDigest, _ part: String) -> ImageDigest {
        var hash = TraceHash()
        hash.combine(image.text)
        hash.combine(part)
        return ImageDigest(hash.text)
    }

    private func partition(
        _ role: PartitionRole, _ size: ByteCount, endingAt end: Int64
    ) -> DiskPartition {
        let seen = max(0, written.bytes - (end - size.bytes))
        let found = flaws.filter { $0.partition == role }
        let isTorn = end > written.bytes
        var digest = Self.digest(of: image, role.rawValue)
        if isTorn { digest = Self.digest(of: digest, "torn after \(seen)") }
        for flaw in found {
            digest = Self.digest(of: digest, "\(flaw.kind.rawValue) at \(flaw.offset.bytes)")
        }
        return DiskPartition(
            role: role, size: size, digest: digest,
            condition: isTorn ? .torn : found.isEmpty ? .whole : .damaged)
    }

    /// In the order of writing.
    private static func layout(of size: ByteCount) -> [(PartitionRole, ByteCount)] {
        let esp = min(espSize.bytes, size.bytes / 8)
        let configDrive = min(configDriveSize.bytes, size.bytes / 16)
        return [
            (.root, ByteCount(bytes: size.bytes - esp - configDrive)),
            (.configDrive, ByteCount(bytes: configDrive)),
            (.esp, ByteCount(bytes: esp)),
        ]
    }
}

import Hardware

/// A device that a kernel makes of partitions on a machine's disks (md).
struct SoftwareArray: Sendable {
    /// How a part of it stands to the others.
    enum Standing: Sendable, Hashable {
        case current
        /// The array goes on without it: its disk was away while the others were written.
        case stale
        /// It is being filled from the others, for the so manieth time.
        case filling(Int)
    }

    /// A partition that belongs to it.
    struct Component: Sendable {
        let holder: DiskNumber
        let room: ClosedRange<Int64>
        var standing = Standing.current
    }

    let name: String
    let volume: RAIDVolumeName
    let level: RAIDLevel
    /// The disk that the machine sees.
    let number: DiskNumber
    var components: [Component]
    /// How often one of them was filled.
    var fillings = 0

    /// Whether it has all of its data.
    ///
    /// - Parameter isThere: whether a disk answers.
    func survives(_ isThere: (DiskNumber) -> Bool) -> Bool {
        let missing = components.indices.filter {
            components[$0].standing != .current || !isThere(components[$0].holder)
        }
        return level.survives(losing: missing, of: components.count)
    }

    /// What mdadm makes of partitions of these sizes, without metadata.
    ///
    /// - Returns: nil where it makes nothing of so few.
    static func capacity(_ level: RAIDLevel, of parts: [ByteCount]) -> ByteCount? {
        let least = parts.map(\.bytes).min() ?? 0
        let count = Int64(parts.count)
        switch level {
        case .stripe: return ByteCount(bytes: parts.map(\.bytes).reduce(0, +))
        case .mirror where count >= 1: return ByteCount(bytes: least)
        case .stripedMirrors where count >= 2: return ByteCount(bytes: least * count / 2)
        case .parity where count >= 2: return ByteCount(bytes: least * (count - 1))
        case .doubleParity where count >= 4: return ByteCount(bytes: least * (count - 2))
        default: return nil
        }
    }
}

/// Why software RAID cannot be laid over a machine's disks.
public enum SoftwareRAIDError: Error, Sendable, Hashable {
    /// No disk is as a hint says.
    case noCandidates(RootDeviceHints)
    /// All disks that are as a hint says are in the volume already.
    case noneLeft(RootDeviceHints, taken: [String])
    /// A hint cannot be held against the machine's disks.
    case unreadable(RootDeviceHints)
    /// There is RAID that nobody said to keep, or that has no name by which it could be kept.
    case leftover(String)
    /// The disks carry volumes that are kept, and would have to be divided anew.
    case inUse(by: [RAIDVolumeName], disks: [String])
    /// The machine has fewer disks than the level needs.
    case tooFewDisks(RAIDLevel, found: Int)

    /// The same disks fail again.
    public var isTransient: Bool { false }
}

extension SoftwareRAIDError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noCandidates(let hints): "no disk is as the hint says: \(hints)"
        case .noneLeft(let hints, let taken):
            "no disk is left that is as the hint says: \(hints); \(taken.joined(separator: ", "))"
                + " are in the volume already"
        case .unreadable(let hints): "the hint cannot be held against the disks: \(hints)"
        case .leftover(let device):
            "\(device) is there already, and is none of the volumes that are to be kept"
        case .inUse(let volumes, let disks):
            "\(disks.joined(separator: ", ")) cannot be divided anew: what is to be kept is there ("
                + volumes.map(\.text).joined(separator: ", ") + ")"
        case .tooFewDisks(let level, let found):
            "RAID-\(level.rawValue) needs more than the \(found) disks that there are"
        }
    }
}

/// Why software RAID cannot be laid over a machine's disks.
public enum SoftwareRAIDError: Error, Sendable, Hashable {
    /// No disk is as a hint says.
    case noCandidates(RootDeviceHints)
    /// All disks that are as a hint says are in the volume already.
    case noneLeft(RootDeviceHints, taken: [String])
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
        case .tooFewDisks(let level, let found):
            "RAID-\(level.rawValue) needs more than the \(found) disks that there are"
        }
    }
}

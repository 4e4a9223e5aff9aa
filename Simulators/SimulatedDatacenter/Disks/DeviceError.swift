public import Hardware

/// Why a disk did not take what it was asked to.
public enum DeviceError: Error, Hashable {
    case noSuchDisk(String)
    /// The disk is not divided so.
    case noSuchPartition(String, PartitionPurpose)
    /// Somebody else writes to the disk or erases it.
    case diskBusy(String)
    /// The image is larger than the disk.
    case tooSmall(String, ByteCount)
    /// The disk had no room for all of it; a part was written.
    case diskFull(String)
    /// A sector did not take what was to be written, or did not give back what had been.
    case sectorFailed(String, doing: DiskAction, at: ByteCount)
    /// The disk takes no writes.
    case writeProtected(String)
    /// The disk does not answer any more.
    case diskDead(String)
    /// The disk was there when the work on it began, and is there no more.
    case diskGone(String, doing: DiskAction)
    /// The disk's security forbids it: why, in words.
    case securityRefused(String, reason: String)
    /// No array can be built or removed there: why, in words.
    case raidRefused(String, reason: String)
    /// The image did not arrive; a part may have been written.
    case transfer(TransferError)
    /// The system that asked is no longer running.
    case revoked

    /// Whether the same request can succeed later with nothing changed by an operator.
    public var isTransient: Bool {
        switch self {
        case .diskBusy: true
        case .transfer(let error): error.isTransient
        case .noSuchDisk, .noSuchPartition, .tooSmall, .diskFull, .sectorFailed, .writeProtected,
            .diskDead, .diskGone, .securityRefused, .raidRefused,
            .revoked:
            false
        }
    }
}

extension DeviceError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noSuchDisk(let disk): "there is no disk '\(disk)'"
        case .noSuchPartition(let disk, let purpose):
            "\(disk) has no \(purpose.rawValue) partition"
        case .diskBusy(let disk): "\(disk) is being written to"
        case .tooSmall(let disk, let size): "\(disk) has no room for an image of \(size)"
        case .diskFull(let disk): "no space left on \(disk)"
        case .sectorFailed(let disk, let action, let at):
            "\(disk): \(action.rawValue) error at \(at)"
        case .writeProtected(let disk): "\(disk) is read only"
        case .diskDead(let disk): "\(disk) does not answer"
        case .diskGone(let disk, let action):
            "\(disk) went away in the middle of the \(action.rawValue)"
        case .securityRefused(let disk, let reason), .raidRefused(let disk, let reason):
            "\(disk): \(reason)"
        case .transfer(let error): error.description
        case .revoked: "the system that asked was stopped"
        }
    }
}

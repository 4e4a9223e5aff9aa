public import Hardware

/// Boot devices as the command line calls them.
public enum BootChoice: String, Sendable, Hashable, CaseIterable {
    case pxe, disk, cdrom, bios, none

    public init(_ device: BootDevice) {
        self =
            switch device {
            case .network: .pxe
            case .disk: .disk
            case .virtualMedia: .cdrom
            case .setup: .bios
            }
    }

    /// Nil for the firmware's own order.
    public var device: BootDevice? {
        switch self {
        case .pxe: .network
        case .disk: .disk
        case .cdrom: .virtualMedia
        case .bios: .setup
        case .none: nil
        }
    }
}

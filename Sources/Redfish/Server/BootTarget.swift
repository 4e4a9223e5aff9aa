import Hardware

/// What a boot can be overridden with (ComputerSystem's `BootSource`).
enum BootTarget: String, Sendable, Hashable, CaseIterable {
    case none = "None"
    case pxe = "Pxe"
    case hdd = "Hdd"
    case cd = "Cd"
    case biosSetup = "BiosSetup"
    case uefiHttp = "UefiHttp"
    case uefiTarget = "UefiTarget"

    /// What the machine is told; nil to follow its own order. A device path names a disk.
    var device: BootDevice? {
        switch self {
        case .none: nil
        case .pxe, .uefiHttp: .network
        case .hdd, .uefiTarget: .disk
        case .cd: .virtualMedia
        case .biosSetup: .setup
        }
    }

    init(_ device: BootDevice) {
        self =
            switch device {
            case .network: .pxe
            case .disk: .hdd
            case .virtualMedia: .cd
            case .setup: .biosSetup
            }
    }

    /// Whether only UEFI has it.
    var needsUEFI: Bool { self == .uefiHttp || self == .uefiTarget }
}

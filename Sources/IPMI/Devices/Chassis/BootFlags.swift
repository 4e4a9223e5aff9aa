import Hardware

/// The five bytes of the boot flags (IPMI 2.0, table 28-14, parameter 5).
struct BootFlags: Sendable, Hashable {
    var bytes: [UInt8]

    static let parameter: UInt8 = 5
    private static let valid: UInt8 = 0x80
    private static let persistent: UInt8 = 0x40
    private static let efi: UInt8 = 0x20

    static let none = BootFlags(bytes: [0, 0, 0, 0, 0])

    init(bytes: [UInt8]) { self.bytes = bytes }

    init(_ override: BootOverride?) {
        guard let override else {
            self = .none
            return
        }
        let first =
            Self.valid | (override.persistence == .persistent ? Self.persistent : 0)
            | (override.mode == .uefi ? Self.efi : 0)
        let code: UInt8 =
            switch override.device {
            case .network: 1
            case .disk: 2
            case .virtualMedia: 5
            case .setup: 6
            }
        bytes = [first, code << 2, 0, 0, 0]
    }

    var isValid: Bool { bytes[0] & Self.valid != 0 }
    var isPersistent: Bool { bytes[0] & Self.persistent != 0 }

    mutating func invalidate() { bytes[0] &= ~Self.valid }

    /// The device's number: 0 for none, 1 network, 2 disk, 5 CD or DVD, 6 the setup and so on.
    private var device: UInt8 { bytes[1] >> 2 & 0x0F }

    /// What they ask for; nil for nothing, or for a device that has no other name (safe mode,
    /// diagnostics).
    var override: BootOverride? {
        guard isValid else { return nil }
        let found: BootDevice
        switch device {
        case 1: found = .network
        case 2, 11: found = .disk
        case 5, 8, 9, 15: found = .virtualMedia
        case 6: found = .setup
        default: return nil
        }
        return BootOverride(
            found, isPersistent ? .persistent : .once,
            mode: bytes[0] & Self.efi != 0 ? .uefi : .bios)
    }
}

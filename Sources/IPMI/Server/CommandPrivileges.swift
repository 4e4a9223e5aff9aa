/// The least privilege that each command needs (IPMI 2.0, appendix G; DCMI 1.5, appendix B).
enum CommandPrivileges {
    /// What may be asked without a session.
    static func isSessionless(_ command: Command) -> Bool {
        command.function == .application && [0x37, 0x38, 0x39, 0x54].contains(command.number)
    }

    static func least(_ command: Command) -> PrivilegeLevel {
        switch command.function {
        case .chassis: chassis(command.number)
        case .sensorEvent: sensorEvent(command.number)
        case .application: application(command.number)
        case .storage: storage(command.number)
        case .transport: transport(command.number)
        case .groupExtension: group(command.number)
        default: .user
        }
    }

    private static func chassis(_ number: UInt8) -> PrivilegeLevel {
        switch number {
        case 0x00, 0x01, 0x07, 0x0F: .user
        case 0x05, 0x0A, 0x0B: .administrator
        default: .operator
        }
    }

    private static func sensorEvent(_ number: UInt8) -> PrivilegeLevel {
        switch number {
        case 0x00, 0x11, 0x12, 0x14...0x16: .administrator
        case 0x02, 0x13, 0x24, 0x26, 0x28, 0x2A, 0x2E, 0x30: .operator
        default: .user
        }
    }

    private static func application(_ number: UInt8) -> PrivilegeLevel {
        switch number {
        case 0x02, 0x03, 0x06, 0x2E, 0x40, 0x43, 0x45, 0x47, 0x4C, 0x56, 0x58: .administrator
        case 0x22, 0x24, 0x44, 0x46, 0x30: .operator
        case 0x3B, 0x3C: .callback
        default: .user
        }
    }

    private static func storage(_ number: UInt8) -> PrivilegeLevel {
        switch number {
        case 0x12, 0x24...0x27, 0x29...0x2C, 0x44...0x47, 0x49, 0x5B, 0x5D: .operator
        default: .user
        }
    }

    private static func transport(_ number: UInt8) -> PrivilegeLevel {
        switch number {
        case 0x01, 0x21: .administrator
        case 0x02, 0x03: .operator
        default: .user
        }
    }

    private static func group(_ number: UInt8) -> PrivilegeLevel {
        switch number {
        case 0x04, 0x05, 0x08, 0x0B: .operator
        case 0x0A, 0x12: .administrator
        default: .user
        }
    }
}

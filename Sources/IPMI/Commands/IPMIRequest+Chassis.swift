public import Hardware

/// The chassis commands (IPMI 2.0, chapter 28).
extension IPMIRequest {
    /// Tells power, restore policy, last power event and the identify light.
    public static let chassisStatus = IPMIRequest("get chassis status", Command(.chassis, 0x01))

    public static func chassisControl(_ action: ChassisAction) -> IPMIRequest {
        IPMIRequest("chassis control", Command(.chassis, 0x02), [action.rawValue])
    }

    /// - Parameter seconds: zero switches the light off.
    static func identify(seconds: UInt8) -> IPMIRequest {
        IPMIRequest("chassis identify", Command(.chassis, 0x04), [seconds])
    }

    static let identifyForever = IPMIRequest(
        "chassis identify", Command(.chassis, 0x04), [0, 1])

    static let bootFlags = IPMIRequest(
        "get boot flags", Command(.chassis, 0x09), [BootFlags.parameter, 0, 0])

    static func setBootFlags(_ flags: BootFlags) -> IPMIRequest {
        IPMIRequest(
            "set boot flags", Command(.chassis, 0x08), [BootFlags.parameter] + flags.bytes)
    }

    /// Boot flags are kept even where no boot comes within a minute (table 28-14, parameter 3).
    static let keepBootFlags = IPMIRequest(
        "set boot options", Command(.chassis, 0x08), [0x03, 0x08])
}

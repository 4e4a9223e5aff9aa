/// The sensors without figures that every fake controller has; their records are compact ones.
enum DiscreteSensor: UInt8, CaseIterable {
    case powerState = 0xF0
    case watchdog = 0xF1
    case eventLog = 0xF2

    /// Sensor-specific offsets (table 42-2).
    static let eventType: UInt8 = 0x6F

    /// Table 42-3.
    var type: UInt8 {
        switch self {
        case .powerState: 0x22
        case .watchdog: 0x23
        case .eventLog: 0x10
        }
    }

    var name: String {
        switch self {
        case .powerState: "ACPI State"
        case .watchdog: "Watchdog"
        case .eventLog: "Event Log"
        }
    }

    /// The offsets that can be shown.
    var mask: UInt16 {
        switch self {
        case .powerState: 0x0021
        case .watchdog: 0x000F
        case .eventLog: 0x0014
        }
    }
}

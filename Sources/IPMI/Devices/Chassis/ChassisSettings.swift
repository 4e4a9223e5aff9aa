/// What the chassis commands set and nothing else changes.
struct ChassisSettings: Sendable {
    /// 0 stays off, 1 as before, 2 always on.
    var restorePolicy: UInt8 = 1
    /// How the machine was last started (IPMI 2.0, section 28.11).
    var restartCause: UInt8 = 0
    /// Whether it was last switched on by a command.
    var wasSwitchedByCommand = false
    /// When the identify light goes out; nil while it is not on for a time.
    var identifyEnd: Duration?
    var isIdentifiedForever = false
    /// Front panel buttons that are switched off.
    var disabledButtons: UInt8 = 0
    var cycleInterval: UInt8 = 5
    /// Flags and five addresses.
    var capabilities: [UInt8] = [0x00, 0x20, 0x20, 0x20, 0x20, 0x20]
    var bootOptions = ParameterTable()
    /// When the boot flags were set.
    var flagsSince: Duration?

    static let causeCommand: UInt8 = 1
    static let causeWatchdog: UInt8 = 4
}

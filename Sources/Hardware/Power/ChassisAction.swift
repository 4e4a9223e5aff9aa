/// What a controller can do to its machine's power, by the number that IPMI's Chassis Control
/// command has for it (IPMI 2.0, section 28.3).
public enum ChassisAction: UInt8, Sendable, Hashable, CaseIterable {
    case powerDown = 0
    case powerUp = 1
    case powerCycle = 2
    case hardReset = 3
    /// Usually a non-maskable interrupt.
    case diagnosticInterrupt = 4
    /// The system is asked to shut down, as by overheating.
    case softShutdown = 5

    /// Whether a machine that obeys starts anew.
    public var boots: Bool {
        switch self {
        case .powerUp, .powerCycle, .hardReset: true
        case .powerDown, .diagnosticInterrupt, .softShutdown: false
        }
    }
}

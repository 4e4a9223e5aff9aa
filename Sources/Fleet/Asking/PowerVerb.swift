public import Hardware

/// What is asked of machines' power on the command line.
public enum PowerVerb: String, Sendable, Hashable, CaseIterable {
    case status, on, off, cycle, reset, soft, diag

    /// The chassis command; nil for a mere look.
    public var action: ChassisAction? {
        switch self {
        case .status: nil
        case .on: .powerUp
        case .off: .powerDown
        case .cycle: .powerCycle
        case .reset: .hardReset
        case .soft: .softShutdown
        case .diag: .diagnosticInterrupt
        }
    }
}

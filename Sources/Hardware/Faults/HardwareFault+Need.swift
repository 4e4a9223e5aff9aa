extension HardwareFault {
    /// What a machine must have for the fault to be met on it; nil where any machine will do.
    public var need: FaultNeed? {
        switch self {
        case .bmcClock1970, .bmcLineNoisy, .bmcLineClogged, .bmcHandshakeLost, .bmcReplayed,
            .bmcConnectionsReset, .bmcTasksSlow, .bmcTasksFail, .bmcTagsChange:
            .wire
        case .raidDegraded, .raidBattery: .raidController
        case .diskNameFlip, .disksContend: .severalDisks
        default: nil
        }
    }
}

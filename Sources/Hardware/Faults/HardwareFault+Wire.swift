extension HardwareFault {
    /// Whether only they can meet the fault who speak a protocol on the wire; whose calls reach a
    /// controller as they are do not.
    public var needsWire: Bool {
        switch self {
        case .bmcClock1970, .bmcLineNoisy, .bmcLineClogged, .bmcHandshakeLost, .bmcReplayed,
            .bmcConnectionsReset, .bmcTasksSlow, .bmcTasksFail, .bmcTagsChange:
            true
        default: false
        }
    }
}

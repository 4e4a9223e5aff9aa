public import Hardware

/// A machine that is nothing but its power and boot order, and obeys at once: behind a fake
/// controller that stands alone.
public struct StandaloneHost: ControlledHost, Sendable {
    public private(set) var powerState: PowerState
    public private(set) var bootOverride: BootOverride?
    public private(set) var indicator = IndicatorState.off
    public var eventLog = SystemEventLog()
    /// What its sensors show while it is on, by their places; standby sensors show it always.
    private let figures: [Double?]
    private let standby: Set<Int>

    public init(_ profile: ControllerProfile, power: PowerState = .off) {
        powerState = power
        figures = profile.sensors.map { $0.nominal }
        standby = profile.standbySensors
    }

    public var consumption: Watts { powerState == .on ? Watts(180) : Watts(12) }

    public mutating func perform(_ action: ChassisAction) {
        switch action {
        case .powerUp: boot(if: powerState == .off)
        case .powerCycle, .hardReset: boot(if: powerState == .on)
        case .powerDown, .softShutdown: powerState = .off
        case .diagnosticInterrupt: break
        }
    }

    private mutating func boot(if starts: Bool) {
        guard starts else { return }
        powerState = .on
        if bootOverride?.persistence == .once { bootOverride = nil }
    }

    public mutating func setBootOverride(_ override: BootOverride?) { bootOverride = override }

    public mutating func setIndicator(_ state: IndicatorState) { indicator = state }

    public mutating func reading(ofSensor index: Int) -> Double? {
        powerState == .on || standby.contains(index) ? figures[index] : nil
    }
}

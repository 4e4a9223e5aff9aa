import Hardware

extension FaultKind {
    /// The shortest that a fault of the kind may last: what ends sooner befalls nothing that acts
    /// so slowly, and a scenario that asks about it asks nothing.
    var leastDuration: Duration {
        switch self {
        // Power that blinks is carried by the capacitors of a supply for a moment only, but whoever
        // resets a breaker or replaces a part takes a minute at least.
        case .site(.feedLoss): .seconds(1)
        case .site(.breakerTrip): .seconds(60)
        // What is asked every few seconds is asked again at once.
        case .site(.switchDead), .site(.uplinkLoss), .site(.uplinkSlow): .seconds(10)
        // Machines ask for an address only while they start, which takes minutes.
        case .site(.rogueDHCP): .seconds(60)
        // Ports are changed a few times in a deployment.
        case .site(.switchForgets), .site(.switchLate), .site(.switchMisplaces): .seconds(60)
        case .hardware(.pxeCut), .hardware(.stpDelay), .hardware(.wrongVLAN): .seconds(60)
        case .hardware(.cablesSwapped), .hardware(.supplyDead): .seconds(60)
        case .hardware(.packetLoss): .seconds(10)
        case .hardware, .operatorAct, .processKill, .clockStep, .clockDrift, .operation: .zero
        }
    }

    /// The longest that some kind lasts at least.
    static let longestLeast: Duration = .seconds(60)

    /// Faults that chance may bring: those that come, go and need no more said.
    static let drawableNames =
        HardwareFault.allCases.map(\.rawValue) + SiteFault.allCases.map(\.rawValue)
        + [processKillName]

    init?(drawable name: String) {
        if let fault = HardwareFault(rawValue: name) {
            self = .hardware(fault)
        } else if let fault = SiteFault(rawValue: name) {
            self = .site(fault)
        } else if name == Self.processKillName {
            self = .processKill
        } else {
            return nil
        }
    }
}

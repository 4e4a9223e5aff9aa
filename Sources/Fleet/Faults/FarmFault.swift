public import Hardware

/// What can be made to go wrong with a served machine: its controller, or the machine itself.
public enum FarmFault: Sendable, Hashable {
    case controller(ControllerFault)
    case machine(HardwareFault)

    /// The faults of machines that a farm's own can have: what needs neither a ramdisk nor a cloud
    /// to be noticed.
    public static let machineFaults: [HardwareFault] = [
        .powerLoss, .machineDead, .supplyDead, .fansFail, .coolingLost, .osHangs, .postHangs,
        .postWaitsForKey, .bmcLate, .bmcRepeats, .bmcPowerStale, .bmcSensorsStale,
        .bootOrderResets, .bootOverrideIgnored, .bootOverrideSticks, .bootEntriesLost, .diskDead,
    ]

    public static let all: [FarmFault] =
        ControllerFault.allCases.map { .controller($0) } + machineFaults.map { .machine($0) }

    /// What it is called.
    public var name: String {
        switch self {
        case .controller(let fault): fault.rawValue
        case .machine(let fault): fault.rawValue
        }
    }

    public init?(name: String) {
        guard let fault = Self.all.first(where: { $0.name == name }) else { return nil }
        self = fault
    }

    /// What it does, in words; of a machine's, where it was met.
    public var summary: String {
        switch self {
        case .controller(let fault): fault.summary
        case .machine(let fault): "the machine: \(fault.report.sentence)"
        }
    }

    /// Whether it happens once and is not to be repaired.
    public var isMoment: Bool {
        if case .controller(let fault) = self { fault.isMoment } else { false }
    }

    /// What ``FaultOrder/amount`` means for it, and what it is where nobody says.
    public var amount: (meaning: String, usual: Double, range: ClosedRange<Double>)? {
        if case .controller(let fault) = self { fault.amount } else { nil }
    }
}

extension FarmFault: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let name = try container.decode(String.self)
        guard let fault = FarmFault(name: name) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "There is no fault '\(name)'.")
        }
        self = fault
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(name)
    }
}

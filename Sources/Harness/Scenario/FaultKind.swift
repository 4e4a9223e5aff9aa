import BareMetal
public import Hardware

/// What goes wrong.
public enum FaultKind: Sendable, Hashable {
    case hardware(HardwareFault)
    /// Something that several machines share fails.
    case site(SiteFault)
    /// A person does something that the services have not asked for.
    case operatorAct(OperatorAct)
    /// The control plane's process on the target ends at once and loses what was not durable.
    case processKill
    /// The target's clocks jump.
    case clockStep(by: Duration)
    /// The target's clocks run fast, or slow where negative.
    case clockDrift(partsPerMillion: Int)
    /// Nothing goes wrong: the operator asks for something, again and again until it is taken on.
    case operation(Operation)

    static let processKillName = ControlFault.processKill.rawValue
    static let clockStepName = ControlFault.clockStep.rawValue
    static let clockDriftName = ControlFault.clockDrift.rawValue

    static let names =
        HardwareFault.allCases.map(\.rawValue) + SiteFault.allCases.map(\.rawValue)
        + ControlFault.allCases.map(\.rawValue)

    /// What an operator asks of a node; nil otherwise.
    var request: NodeRequest? {
        if case .operation(.request(let request)) = self { request } else { nil }
    }

    /// Whether it is over as soon as it has happened, so that it has no duration.
    public var isMomentary: Bool {
        switch self {
        case .processKill, .clockStep, .operation: true
        case .hardware, .site, .clockDrift, .operatorAct: false
        }
    }

    /// The fault's name in scenario files.
    public var name: String {
        switch self {
        case .hardware(let fault): fault.rawValue
        case .site(let fault): fault.rawValue
        case .operatorAct(let act): act.rawValue
        case .processKill: Self.processKillName
        case .clockStep: Self.clockStepName
        case .clockDrift: Self.clockDriftName
        case .operation(let operation): operation.name.text
        }
    }
}

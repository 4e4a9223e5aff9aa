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

    static let processKillName = "process-kill"
    static let clockStepName = "clock-step"
    static let clockDriftName = "clock-drift"

    static let names =
        HardwareFault.allCases.map(\.rawValue) + SiteFault.allCases.map(\.rawValue)
        + OperatorAct.allCases.map(\.rawValue) + [processKillName, clockStepName, clockDriftName]

    /// What an operator asks of a node; nil otherwise.
    var request: NodeRequest? {
        if case .operation(.request(let request)) = self { request } else { nil }
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

/// A step that an operator, a deploy template or a runbook asks for by name (an entry of Ironic's
/// `clean_steps`, `deploy_steps` or `service_steps`).
public struct RequestedStep: Sendable, Hashable, Codable {
    public let interface: StepInterface
    public let step: StepName
    public let arguments: [String: JSONValue]
    /// Where it stands among a deployment's steps; 0 switches the step off. Steps of other work
    /// have none: they are taken in the order in which they are asked for.
    public let priority: Int?

    public init(
        _ interface: StepInterface, _ step: StepName, arguments: [String: JSONValue] = [:],
        priority: Int? = nil
    ) {
        precondition(priority.map { $0 >= 0 } ?? true, "A priority is not negative.")
        self.interface = interface
        self.step = step
        self.arguments = arguments
        self.priority = priority
    }

    public var id: StepID { StepID(interface, step) }
    public var reserved: ReservedStep? { ReservedStep(rawValue: step.text) }
}

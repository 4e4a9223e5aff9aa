/// A step that an operator asks for by name (an entry of Ironic's `clean_steps`).
public struct RequestedStep: Sendable, Hashable, Codable {
    public let interface: StepInterface
    public let step: StepName

    public init(_ interface: StepInterface, _ step: StepName) {
        self.interface = interface
        self.step = step
    }
}

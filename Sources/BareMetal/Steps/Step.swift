/// One step of a deployment, a cleaning, a service or a verification, as it is to be taken.
public struct Step: Sendable, Hashable, Codable {
    /// Who carries it out.
    public enum Place: String, Sendable, Hashable, Codable {
        /// The agent in the ramdisk; the node waits for its heartbeat.
        case agent
        /// The conductor itself.
        case conductor
    }

    public let id: StepID
    /// Higher goes first; 0 is switched off where nobody asked for the step.
    public let priority: Int
    public let place: Place
    /// Whether an abort ends it at once; otherwise an abort waits for its end.
    public let isAbortable: Bool
    public let needsRamdisk: Bool
    public let arguments: [String: JSONValue]

    public init(
        _ id: StepID, priority: Int, at place: Place,
        abort: StepDefinition.Abort = .afterwards, ramdisk: StepDefinition.Ramdisk = .required,
        arguments: [String: JSONValue] = [:]
    ) {
        precondition(priority >= 0, "A priority is not negative.")
        self.id = id
        self.priority = priority
        self.place = place
        self.isAbortable = abort == .atOnce
        needsRamdisk = ramdisk == .required
        self.arguments = arguments
    }

    public var name: StepName { id.name }
    public var interface: StepInterface { id.interface }
    /// What the conductor does itself for it, whatever the interface; nil for all other steps.
    public var reserved: ReservedStep? { ReservedStep(rawValue: name.text) }
}

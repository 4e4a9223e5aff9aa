/// One step of a deployment or a cleaning.
public struct Step: Sendable, Hashable {
    /// Who carries it out.
    public enum Place: Sendable, Hashable {
        /// The agent in the ramdisk; the node waits for its heartbeat.
        case agent
        /// The conductor itself.
        case conductor
    }

    public let name: StepName
    public let interface: StepInterface
    /// Higher goes first; 0 is switched off.
    public let priority: Int
    public let place: Place

    public init(_ name: StepName, _ interface: StepInterface, priority: Int, at place: Place) {
        precondition(priority >= 0, "A priority is not negative.")
        self.name = name
        self.interface = interface
        self.priority = priority
        self.place = place
    }
}

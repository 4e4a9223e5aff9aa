/// A step that the conductor carries out by itself, on any interface and without a driver's help.
public enum ReservedStep: String, Sendable, Hashable, Codable, CaseIterable {
    case powerOn = "power_on"
    case powerOff = "power_off"
    case reboot
    /// Stops until an operator says `unhold`.
    case hold
    /// Waits for the agent's next report, or for as many `seconds` as it is told.
    case wait

    /// The step as an operator asks for it. It is no driver's, so it takes whatever it is given.
    func step(_ request: RequestedStep) -> Step {
        Step(
            request.id, priority: request.priority ?? 0, at: .conductor, abort: .atOnce,
            ramdisk: .notRequired, arguments: request.arguments)
    }
}

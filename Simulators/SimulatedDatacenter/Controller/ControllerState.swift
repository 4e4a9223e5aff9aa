import Hardware
import Simulation

/// All about a machine's controller that changes.
struct ControllerState: Sendable {
    /// Calls the controller is handling.
    var sessions = 0
    /// The end of its last restart; until then it is away.
    var backAt = VirtualTime.zero
    /// How often it has restarted. What was to be done later is done by the same life only.
    var life = 0
    /// The machine whose controller has this one's address.
    var neighbour: SimulatedMachine?
    /// What it says of the power, where that is not what is so.
    var frozenPower: PowerState?
    /// What whoever asked last was told of the power; nil where that was nothing.
    private var told: PowerState?
    /// The identify light.
    var indicator = IndicatorState.off
    /// The states that sensors were last read in, by name; looked up only.
    var sensorStates: [String: SensorState] = [:]
    /// The image in its virtual drive; the firmware has no device to start it from.
    var media: String?
    /// Faults that somebody who spoke to it has met since they began.
    var met: Set<HardwareFault> = []
    /// What it says of the sensors, where that is not what they show.
    var frozenSensors: [SensorReading]?

    /// Takes note of what somebody was told of the power.
    ///
    /// - Returns: whether that is news.
    mutating func noteTold(_ state: PowerState?) -> Bool {
        defer { told = state }
        return told != state
    }
}

/// The machine behind a fake controller: a simulated one, a virtual one, or a test's.
///
/// Reading is a look at what is known now; asking for something starts it and does not wait.
public protocol ControlledHost {
    /// What the controller's power line shows.
    var powerState: PowerState { get }
    /// The boot override that is still in force; nil once a boot has used it up.
    var bootOverride: BootOverride? { get }
    /// What the machine draws now.
    var consumption: Watts { get }
    /// Whether the controller has the current that it needs to answer.
    var isControllerPowered: Bool { get }

    /// What has happened to the machine, as its controller has noted it: one log for all protocols.
    var eventLog: SystemEventLog { get set }

    /// Starts a chassis control command. The caller has seen that it fits the power state.
    mutating func perform(_ action: ChassisAction)
    mutating func setBootOverride(_ override: BootOverride?)
    /// The figure of the sensor at this place in the list that the controller was made with, in
    /// the sensor's own unit; nil while it has none.
    mutating func reading(ofSensor index: Int) -> Double?
    /// The identify light changes.
    mutating func setIndicator(_ state: IndicatorState)
    /// Characters from a serial console.
    ///
    /// - Returns: whether something took them; the controller echoes them where nothing did.
    mutating func receive(console characters: [UInt8]) -> Bool
    /// The controller restarts.
    mutating func controllerRestarts()
}

extension ControlledHost {
    public var isControllerPowered: Bool { true }
    public mutating func setIndicator(_ state: IndicatorState) {}
    public mutating func receive(console characters: [UInt8]) -> Bool { false }
    public mutating func controllerRestarts() {}
}

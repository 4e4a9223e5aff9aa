import Hardware
import SimulatedDatacenter
import Simulation

/// A simulated machine behind a controller of a farm, which is spoken to in real time.
struct ServedHost: ControlledHost {
    var host: SimulatedHost
    private let simulator: Simulator

    init(_ machine: SimulatedMachine, in simulator: Simulator) {
        host = SimulatedHost(machine)
        self.simulator = simulator
    }

    var machine: SimulatedMachine { host.machine }
    var powerState: PowerState { host.powerState }
    var bootOverride: BootOverride? { host.bootOverride }
    var consumption: Watts { host.consumption }
    var isControllerPowered: Bool { host.isControllerPowered }
    var eventLog: SystemEventLog {
        get { host.eventLog }
        set { host.eventLog = newValue }
    }

    mutating func perform(_ action: ChassisAction) {
        // Where no system listens to it yet, the power button is the hardware's own (ACPI 6.5,
        // section 4.8.2.2.1): it switches off.
        let isHeard = action != .softShutdown || machine.isUp
        host.perform(isHeard ? action : .powerDown)
        settle()
    }

    /// What takes the machine no time is done before the next command is answered.
    func settle() {
        _ = simulator.run(to: simulator.now + .nanoseconds(1))
    }

    mutating func setBootOverride(_ override: BootOverride?) { host.setBootOverride(override) }
    mutating func reading(ofSensor index: Int) -> Double? { host.reading(ofSensor: index) }
    mutating func setIndicator(_ state: IndicatorState) { host.setIndicator(state) }
    mutating func receive(console characters: [UInt8]) -> Bool {
        host.receive(console: characters)
    }
    mutating func controllerRestarts() { host.controllerRestarts() }
}

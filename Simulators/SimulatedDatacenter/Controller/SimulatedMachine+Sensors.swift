import Hardware
import Simulation

/// A machine's heat, computed when somebody asks: nothing is measured while nobody looks.
extension SimulatedMachine {
    /// What a processor's temperature is above the inlet's, at work and with all fans.
    private static let rise = 36.0
    /// How much more it rises where only the draught of the rack is left.
    private static let riseWithoutFans = 2.0
    /// What the inlet gains while the room is not cooled.
    private static let hotRoom = 30.0
    /// How hot it has to be for the processors to slow themselves down (PROCHOT), and to trip.
    static let throttling = 85.0
    static let tripping = 105.0
    /// How much longer everything takes on processors that slow themselves down.
    static let throttledSlowdown = 3.0
    /// From too much heat to the trip: what a heat sink takes to warm through.
    private static let inertia: Duration = .seconds(180)

    /// What the machine's sensors are called and which of them work on standby power, in the order
    /// in which they are read: those of an ordinary two-socket server. The inlet and the battery
    /// are measured on standby power too.
    static let sensors: [(name: String, thresholds: SensorThresholds?, isStandby: Bool)] = [
        ("Inlet Temp", .inlet, true), ("CPU1 Temp", .processor, false), ("Fan1", .fan, false),
        ("12V", .twelveVolts, false), ("CMOS Battery", .battery, true),
        ("Pwr Consumption", nil, false),
    ]

    func readSensors() -> [SensorReading] {
        Self.sensors.indices.map { index in
            let sensor = Self.sensors[index]
            return reading(sensor.name, value(ofSensor: index), sensor.thresholds)
        }
    }

    /// What one sensor shows; nil for one that has no power.
    private func value(ofSensor index: Int) -> SensorReading.Value? {
        guard Self.sensors[index].isStandby || power == .on else { return nil }
        switch index {
        case 0: return .temperature(Celsius(inletTemperature))
        case 1: return .temperature(Celsius(coreTemperature))
        case 2: return .revolutionsPerMinute(fanSpeed)
        case 3: return .voltage(Volts(measure(11.9...12.1)))
        case 4: return .voltage(Volts(batteryVoltage))
        default: return .power(consumption)
        }
    }

    /// One sensor's figure as the controller tells it. Whoever asks keeps an event log of what it
    /// makes of the limits.
    func figure(ofSensor index: Int) -> Double? {
        if let frozen = state.look({ $0.controller.frozenSensors }) {
            return frozen[index].value.figure
        }
        return value(ofSensor: index)?.figure
    }

    /// What the machine draws from its feeds now, the controller's standby power included.
    var consumption: Watts {
        let rating = specification.rating
        if has(.powerLoss) { return Watts(0) }
        guard power == .on else { return rating.standby }
        return state.read { $0.disks.contains { $0.isBusy } } ? rating.busy : rating.idle
    }

    /// How hot the processors are while the machine is at work.
    var coreTemperature: Double {
        let factor = has(.fansFail) ? Self.riseWithoutFans : 1
        return inletTemperature + Self.rise * factor
    }

    private var inletTemperature: Double {
        timing.inletTemperature + (has(.coolingLost) ? Self.hotRoom : 0)
    }

    private var fanSpeed: Int { has(.fansFail) ? 0 : Int(measure(4200...9000)) }

    private var batteryVoltage: Double { has(.clock1970) ? 1.2 : measure(2.95...3.1) }

    private func measure(_ range: ClosedRange<Double>) -> Double {
        timing.draw(in: range, for: .controller)
    }

    /// One sensor's reading; the state it was in keeps it from wavering about a limit.
    private func reading(
        _ name: String, _ value: SensorReading.Value?, _ thresholds: SensorThresholds?
    ) -> SensorReading {
        guard let value, let figure = value.figure, let thresholds else {
            return SensorReading(
                name: name, value: value ?? .unavailable, thresholds: thresholds)
        }
        let previous = state.read { $0.controller.sensorStates[name] } ?? .ok
        let found = thresholds.state(of: figure, after: previous)
        if found != previous {
            state.write { $0.controller.sensorStates[name] = found }
            log(
                .threshold(value, found), found.severity > 1 ? .critical : .warning,
                "\(name): \(found.rawValue)")
        }
        return SensorReading(name: name, value: value, thresholds: thresholds, state: found)
    }

    // MARK: What heat does

    /// The fans or the room's cooling failed or came back: the processors slow down or recover,
    /// and a machine that is far too hot trips after a while.
    func heatChanged() {
        let isHot = coreTemperature >= Self.throttling
        timing.throttling = isHot ? Self.throttledSlowdown : 1
        for disk in state.read({ $0.disks }) { updateSpeed(of: disk.number) }
        if isHot { log(.throttled, .warning, "processors throttled") }
        awaitTrip()
    }

    /// Looks again when the heat has had its time; a machine that is off cools down.
    func awaitTrip() {
        guard power == .on, coreTemperature >= Self.tripping else { return }
        let simulator = fabric.simulator
        simulator.schedule(at: simulator.now + Self.inertia) { [self] in
            guard power == .on, coreTemperature >= Self.tripping else { return }
            log(.thermalTrip, .critical, "thermal trip")
            state.write { $0.pending = nil }
            switchOff()
        }
    }
}

extension SensorThresholds {
    fileprivate static let inlet = SensorThresholds(
        lowerCritical: 3, upperNonCritical: 42, upperCritical: 47, hysteresis: 2)
    fileprivate static let processor = SensorThresholds(
        upperNonCritical: SimulatedMachine.throttling, upperCritical: 95,
        upperNonRecoverable: SimulatedMachine.tripping, hysteresis: 2)
    fileprivate static let fan = SensorThresholds(
        lowerNonRecoverable: 300, lowerCritical: 500, lowerNonCritical: 700, hysteresis: 100)
    fileprivate static let twelveVolts = SensorThresholds(
        lowerCritical: 10.8, lowerNonCritical: 11.2, upperNonCritical: 12.8, upperCritical: 13.2,
        hysteresis: 0.06)
    fileprivate static let battery = SensorThresholds(
        lowerCritical: 2.2, lowerNonCritical: 2.5, hysteresis: 0.05)
}

import Hardware
import Simulation

extension SimulatedMachine {
    /// Whether a call to the controller gets a reply.
    var answersController: Bool { !has(.powerLoss) && !has(.bmcSilent) }

    func opens(with credentials: BMCCredentials) -> Bool {
        specification.controller?.credentials == credentials
    }

    /// Takes one of the controller's sessions.
    ///
    /// - Returns: whether there was one left.
    func beginSession() -> Bool {
        let limit = timing.profile.controllerSessions
        return state.write {
            guard $0.sessions < limit else { return false }
            $0.sessions += 1
            return true
        }
    }

    func endSession() { state.write { $0.sessions -= 1 } }

    /// The sensors of an ordinary two-socket server. The inlet is measured on standby power too.
    func readSensors() -> [SensorReading] {
        let inlet = SensorReading.Value.temperature(Celsius(measure(18...26)))
        let processor = SensorReading.Value.temperature(Celsius(measure(38...72)))
        let fan = SensorReading.Value.revolutionsPerMinute(Int(measure(4200...9000)))
        let consumption = SensorReading.Value.power(Watts(measure(140...420)))
        let isOn = power == .on
        return [
            SensorReading(name: "Inlet Temp", value: inlet),
            SensorReading(name: "CPU1 Temp", value: isOn ? processor : .unavailable),
            SensorReading(name: "Fan1", value: isOn ? fan : .unavailable),
            SensorReading(name: "Pwr Consumption", value: isOn ? consumption : .unavailable),
        ]
    }

    private func measure(_ range: ClosedRange<Double>) -> Double {
        timing.draw(in: range, for: .controller)
    }
}

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
        let inlet = SensorReading(
            name: "Inlet Temp",
            value: .temperature(Celsius(timing.draw(in: 18...26)))
        )
        let isOn = power == .on
        func whileOn(_ value: @autoclosure () -> SensorReading.Value) -> SensorReading.Value {
            isOn ? value() : .unavailable
        }
        return [
            inlet,
            SensorReading(
                name: "CPU1 Temp",
                value: whileOn(.temperature(Celsius(timing.draw(in: 38...72))))
            ),
            SensorReading(
                name: "Fan1",
                value: whileOn(.revolutionsPerMinute(Int(timing.draw(in: 4200...9000))))
            ),
            SensorReading(
                name: "Pwr Consumption",
                value: whileOn(.power(Watts(timing.draw(in: 140...420))))
            ),
        ]
    }
}

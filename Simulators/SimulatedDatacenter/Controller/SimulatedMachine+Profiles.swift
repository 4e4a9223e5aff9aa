import Hardware
public import IPMI
public import Redfish

/// What the controllers of simulated machines have in common.
extension SimulatedMachine {
    /// One usual reading of each sensor, in the order in which a machine's sensors are numbered.
    private static let usualReadings: [SensorReading] = {
        let values: [SensorReading.Value] = [
            .temperature(Celsius(22)), .temperature(Celsius(58)), .revolutionsPerMinute(6000),
            .voltage(Volts(12)), .voltage(Volts(3.03)), .power(Watts(180)),
        ]
        return zip(sensors, values).map {
            SensorReading(name: $0.name, value: $1, thresholds: $0.thresholds)
        }
    }()

    /// The IPMI side of simulated machines' controllers: a ``SimulatedHost`` answers to its
    /// sensors. One serves all controllers with the same accounts.
    ///
    /// - Parameters:
    ///   - accounts: at most 15.
    ///   - controllerKey: Kg; empty for none.
    public static func controllerProfile(
        _ accounts: [UserAccount], controllerKey: String = ""
    ) -> ControllerProfile {
        ControllerProfile(
            sensors: usualReadings, accounts: accounts, controllerKey: controllerKey)
    }

    /// The Redfish side of them. What a machine's BIOS and RAID controllers have, it says itself.
    public static let redfishProfile = RedfishProfile(
        sensors: zip(usualReadings, sensors).map {
            RedfishSensor($0, on: $1.isStandby ? .standby : .main)
        }, biosSettings: FirmwareSettings.factory)
}

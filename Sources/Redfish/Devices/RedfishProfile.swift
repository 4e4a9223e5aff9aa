public import Hardware

/// What the machines of one service have in common; one profile serves thousands.
public final class RedfishProfile: Sendable {
    public let sensors: [RedfishSensor]
    /// What the firmware settings begin with.
    public let biosSettings: [BIOSSetting]
    /// What the RAID controllers begin with; nil where there are none.
    public let raid: RAIDInventory?
    /// What firmware the machines have.
    public let firmware: [RedfishFirmware]
    /// How long work takes that is done as a task.
    public let taskDuration: Duration
    /// Most members of one page of a collection; nil for all on one page.
    public let pageSize: Int?

    public init(
        sensors: [RedfishSensor] = RedfishProfile.usualSensors,
        biosSettings: [BIOSSetting] = RedfishProfile.usualSettings,
        raid: RAIDInventory? = nil, firmware: [RedfishFirmware] = RedfishFirmware.usual,
        taskDuration: Duration = .seconds(5), pageSize: Int? = nil
    ) {
        precondition(pageSize ?? 1 > 0, "A page has room for a member.")
        self.sensors = sensors
        self.biosSettings = biosSettings
        self.raid = raid
        self.firmware = firmware
        self.taskDuration = taskDuration
        self.pageSize = pageSize
    }

    /// The sensors of an ordinary two-socket server.
    public static let usualSensors: [RedfishSensor] = [
        RedfishSensor(temperature("Inlet Temp", 23, limit: 47), on: .standby),
        RedfishSensor(temperature("CPU1 Temp", 52, limit: 95)),
        RedfishSensor(temperature("CPU2 Temp", 50, limit: 95)),
        RedfishSensor(fan("Fan1", 5400)),
        RedfishSensor(fan("Fan2", 5475)),
        RedfishSensor(
            SensorReading(
                name: "12V", value: .voltage(Volts(12.03)),
                thresholds: SensorThresholds(
                    lowerCritical: 10.8, lowerNonCritical: 11.4, upperNonCritical: 12.6,
                    upperCritical: 13.2))),
        RedfishSensor(SensorReading(name: "Pwr Consumption", value: .power(Watts(180)))),
    ]

    /// Some settings that servers of most makers have.
    public static let usualSettings: [BIOSSetting] = [
        BIOSSetting("BootMode", "Uefi", in: .enumeration(["Uefi", "Bios"])),
        BIOSSetting("LogicalProc", "Enabled", in: .enumeration(["Enabled", "Disabled"])),
        BIOSSetting("NumaGroupSize", "2", in: .integer(1...8)),
        BIOSSetting("ProcVirtualization", "Enabled", in: .enumeration(["Enabled", "Disabled"])),
        BIOSSetting("QuietBoot", "true", in: .boolean),
        BIOSSetting("SystemBiosVersion", "2.10.2", in: .string(0...32), isReadOnly: true),
    ]

    private static func temperature(
        _ name: String, _ degrees: Double, limit: Double
    ) -> SensorReading {
        SensorReading(
            name: name, value: .temperature(Celsius(degrees)),
            thresholds: SensorThresholds(
                lowerCritical: 3, lowerNonCritical: 8, upperNonCritical: limit - 5,
                upperCritical: limit, upperNonRecoverable: limit + 5, hysteresis: 2))
    }

    private static func fan(_ name: String, _ speed: Int) -> SensorReading {
        SensorReading(
            name: name, value: .revolutionsPerMinute(speed),
            thresholds: SensorThresholds(
                lowerCritical: 900, lowerNonCritical: 1500, hysteresis: 150))
    }
}

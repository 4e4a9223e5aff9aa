public import Hardware

/// What many controllers of one kind have in common; one profile serves thousands.
public final class ControllerProfile: Sendable {
    /// Firmware of the controller: major, and minor as two decimal digits.
    let firmware: (major: UInt8, minor: UInt8)
    /// IANA's enterprise number.
    let manufacturer: UInt32
    let product: UInt16
    /// The sensors with figures, in the order of their numbers.
    public let sensors: [SensorDefinition]
    /// Places of the sensors that show something while the machine is off.
    let standbySensors: Set<Int>
    let settings: [SensorSettings]
    /// What the sensor repository begins with.
    let records: [[UInt8]]
    /// What the user table begins with; the first place is the unnamed user's.
    let users: [UserAccount]
    /// The controller's own key (Kg); nil where the password takes its place.
    let controllerKey: Secret?
    let suites: [CipherSuite]
    /// What IPMI 1.5 sessions may use.
    let legacyTypes: [AuthenticationType]

    /// - Parameters:
    ///   - sensors: one reading of each sensor the machine has: its name, unit, thresholds and a
    ///     usual figure.
    ///   - accounts: at most 15.
    ///   - controllerKey: Kg; empty for none.
    ///   - suites: none for a controller of IPMI 1.5 alone.
    ///   - legacyTypes: `md5` and `password`, unless a weaker controller is to be shown.
    public init(
        sensors: [SensorReading] = ControllerProfile.usualSensors, accounts: [UserAccount],
        controllerKey: String = "", suites: [CipherSuite] = CipherSuite.all,
        legacyTypes: [AuthenticationType] = [.md5, .password]
    ) {
        precondition(accounts.count < FakeBMCLimits.users, "A controller has 15 named users.")
        firmware = (2, 0x10)
        // The number for examples (RFC 5612): tools have quirks for the makers they know.
        manufacturer = 32473
        product = 1
        let definitions = sensors.enumerated().map { SensorDefinition($0.element, at: $0.offset) }
        self.sensors = definitions
        standbySensors = Set(definitions.indices.filter { definitions[$0].isStandby })
        settings = definitions.map { SensorSettings($0) }
        records = SensorRecord.repository(definitions)
        let free = FakeBMCLimits.users - 1 - accounts.count
        users = [.unused] + accounts + Array(repeating: .unused, count: free)
        self.controllerKey = controllerKey.isEmpty ? nil : Secret(controllerKey)
        self.suites = suites
        self.legacyTypes = legacyTypes
    }

    /// The sensors of an ordinary two-socket server.
    public static let usualSensors: [SensorReading] = [
        SensorReading(
            name: "Inlet Temp", value: .temperature(Celsius(23)), thresholds: temperature(47)),
        SensorReading(
            name: "CPU1 Temp", value: .temperature(Celsius(52)), thresholds: temperature(95)),
        SensorReading(
            name: "CPU2 Temp", value: .temperature(Celsius(50)), thresholds: temperature(95)),
        SensorReading(name: "Fan1", value: .revolutionsPerMinute(5400), thresholds: fan),
        SensorReading(name: "Fan2", value: .revolutionsPerMinute(5475), thresholds: fan),
        SensorReading(
            name: "12V", value: .voltage(Volts(12.033)),
            thresholds: SensorThresholds(
                lowerCritical: 10.8, lowerNonCritical: 11.4, upperNonCritical: 12.6,
                upperCritical: 13.2)),
        SensorReading(
            name: "CMOS Battery", value: .voltage(Volts(3.04)),
            thresholds: SensorThresholds(lowerCritical: 2.2, lowerNonCritical: 2.5)),
        SensorReading(name: "Pwr Consumption", value: .power(Watts(180))),
    ]

    private static func temperature(_ limit: Double) -> SensorThresholds {
        SensorThresholds(
            lowerCritical: 3, lowerNonCritical: 8, upperNonCritical: limit - 5,
            upperCritical: limit, upperNonRecoverable: limit + 5, hysteresis: 2)
    }

    private static let fan = SensorThresholds(
        lowerCritical: 900, lowerNonCritical: 1500, hysteresis: 150)
}

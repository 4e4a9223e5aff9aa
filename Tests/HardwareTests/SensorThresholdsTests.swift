import Hardware
import Testing

@Suite("Sensor thresholds")
struct SensorThresholdsTests {
    private static let temperature = SensorThresholds(
        upperNonCritical: 85, upperCritical: 95, upperNonRecoverable: 105, hysteresis: 2)
    private static let fan = SensorThresholds(
        lowerNonRecoverable: 300, lowerCritical: 500, lowerNonCritical: 700, hysteresis: 100)

    @Test(
        "tell how far a value is out of bounds",
        arguments: [
            (20.0, SensorState.ok), (85, .upperNonCritical), (94.9, .upperNonCritical),
            (95, .upperCritical), (105, .upperNonRecoverable),
        ])
    func upper(value: Double, expected: SensorState) {
        #expect(Self.temperature.state(of: value) == expected)
    }

    @Test(
        "count downwards for fans",
        arguments: [
            (9000.0, SensorState.ok), (700, .lowerNonCritical), (500, .lowerCritical),
            (0, .lowerNonRecoverable),
        ])
    func lower(value: Double, expected: SensorState) {
        #expect(Self.fan.state(of: value) == expected)
    }

    @Test("let a state end only once the value is back by the hysteresis")
    func hysteresis() {
        let limits = Self.temperature
        #expect(limits.state(of: 84, after: .upperNonCritical) == .upperNonCritical)
        #expect(limits.state(of: 82.9, after: .upperNonCritical) == .ok)
        #expect(limits.state(of: 94, after: .upperCritical) == .upperCritical)
        #expect(limits.state(of: 92.9, after: .upperCritical) == .upperNonCritical)
        #expect(Self.fan.state(of: 750, after: .lowerNonCritical) == .lowerNonCritical)
        #expect(Self.fan.state(of: 801, after: .lowerNonCritical) == .ok)
    }

    @Test("let a worse state begin at once")
    func rising() {
        #expect(Self.temperature.state(of: 96, after: .upperNonCritical) == .upperCritical)
        #expect(Self.fan.state(of: 100, after: .ok) == .lowerNonRecoverable)
    }
}

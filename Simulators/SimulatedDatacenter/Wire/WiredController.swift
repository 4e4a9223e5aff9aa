import Hardware

/// A controller that is spoken to by a real driver, with the news of what it was told.
protocol WiredController: BMC, IndicatorControl {
    associatedtype Driver: BMC & IndicatorControl

    var driver: Driver { get }
    var news: ControllerNews { get }
}

extension WiredController {
    func identity() async throws(BMCError) -> BMCIdentity { try await driver.identity() }

    func powerState() async throws(BMCError) -> PowerState {
        try await news.asking { () async throws(BMCError) in try await driver.powerState() }
    }

    func setPower(_ action: PowerAction) async throws(BMCError) {
        try await driver.setPower(action)
    }

    func bootOverride() async throws(BMCError) -> BootOverride? {
        try await driver.bootOverride()
    }

    func setBootOverride(_ override: BootOverride?) async throws(BMCError) {
        try await driver.setBootOverride(override)
    }

    func sensors() async throws(BMCError) -> [SensorReading] { try await driver.sensors() }
    func eventLog() async throws(BMCError) -> [EventLogEntry] { try await driver.eventLog() }
    func clearEventLog() async throws(BMCError) { try await driver.clearEventLog() }
    func indicator() async throws(BMCError) -> IndicatorState { try await driver.indicator() }

    func setIndicator(_ state: IndicatorState) async throws(BMCError) {
        try await driver.setIndicator(state)
    }

    func injectNMI() async throws(BMCError) { try await driver.injectNMI() }
}

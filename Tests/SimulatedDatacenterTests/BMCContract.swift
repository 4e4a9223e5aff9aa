import Hardware
import World

/// What every controller must do, simulated or real. It answers with what was not held, so that
/// the contract itself can be seen to fail.
struct BMCContract {
    /// Looks at a controller that was asked to change power, two seconds apart: two minutes.
    private static let looks = 60
    private static let lookInterval: Duration = .seconds(2)
    /// Longest a machine takes from power on to having read its boot order.
    private static let selfTest: Duration = .seconds(1000)

    let bmc: any BMC
    let clock: any WorldClock

    func violations() async throws -> [String] {
        var violations: [String] = []
        for target in [PowerState.on, .on, .off, .off, .on, .off] where try await !reaches(target) {
            violations.append("asked twice for '\(target.rawValue)', it ends there")
        }
        if try await !staysOffAfterReset() { violations.append("a reset leaves it off") }
        if try await !remembersOverride() { violations.append("an override is remembered") }
        if try await !usesOverrideOnce() { violations.append("a one-shot override is used once") }
        if try await !keepsPersistentOverride() {
            violations.append("a persistent override outlives a boot")
        }
        if try await !knowsItself() { violations.append("it says the same of itself twice") }
        if try await !clearsItsLog() { violations.append("a cleared event log is empty") }
        return violations
    }

    private func reaches(_ target: PowerState) async throws -> Bool {
        try await bmc.setPower(target == .on ? .on : .off)
        try await bmc.setPower(target == .on ? .on : .off)
        for _ in 0..<Self.looks {
            if try await bmc.powerState() == target { return true }
            try await clock.sleep(for: Self.lookInterval)
        }
        return false
    }

    private func staysOffAfterReset() async throws -> Bool {
        try await bmc.setPower(.reset)
        try await clock.sleep(for: .seconds(60))
        return try await bmc.powerState() == .off
    }

    private func remembersOverride() async throws -> Bool {
        for override in [BootOverride(.network, .once), BootOverride(.disk, .persistent), nil] {
            try await bmc.setBootOverride(override)
            try await bmc.setBootOverride(override)
            guard try await bmc.bootOverride() == override else { return false }
        }
        return true
    }

    private func usesOverrideOnce() async throws -> Bool {
        try await bmc.setBootOverride(BootOverride(.disk, .once))
        try await boot()
        return try await bmc.bootOverride() == nil
    }

    private func keepsPersistentOverride() async throws -> Bool {
        let override = BootOverride(.disk, .persistent)
        try await bmc.setBootOverride(override)
        try await boot()
        guard try await bmc.bootOverride() == override else { return false }
        try await bmc.setBootOverride(nil)
        return true
    }

    private func boot() async throws {
        _ = try await reaches(.off)
        _ = try await reaches(.on)
        try await clock.sleep(for: Self.selfTest)
        _ = try await reaches(.off)
    }

    private func knowsItself() async throws -> Bool {
        let sensors = try await bmc.sensors().map(\.name)
        let identity = try await bmc.identity()
        let again = try await (bmc.sensors().map(\.name), bmc.identity())
        return !sensors.isEmpty && !identity.serialNumber.isEmpty && again == (sensors, identity)
    }

    private func clearsItsLog() async throws -> Bool {
        try await bmc.clearEventLog()
        return try await bmc.eventLog().isEmpty
    }
}

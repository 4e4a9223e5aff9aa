import Hardware
import Testing

/// What every controller does, whatever it is spoken to with. Each rule leaves the machine off.
struct BMCContract {
    /// How long a change may take to show, in looks that are ``pause`` apart.
    static let looks = 1000
    static let pause: Duration = .milliseconds(20)

    let bmc: any BMC

    private func expect(
        _ state: PowerState, _ reason: Comment, at place: SourceLocation = #_sourceLocation
    ) async throws {
        var seen = try await bmc.powerState()
        for _ in 0..<Self.looks where seen != state {
            try await Task.sleep(for: Self.pause)
            seen = try await bmc.powerState()
        }
        #expect(seen == state, reason, sourceLocation: place)
    }

    /// Asking twice does what asking once does.
    func switchesPower() async throws {
        for action in [PowerAction.on, .off] {
            try await bmc.setPower(action)
            try await bmc.setPower(action)
            try await expect(action.outcome, "asked for \(action)")
        }
    }

    /// A reset leaves a machine in the state that it is in.
    func resets() async throws {
        try await bmc.setPower(.off)
        try await bmc.setPower(.reset)
        try await expect(.off, "a machine that is off was reset")
        try await bmc.setPower(.on)
        try await bmc.setPower(.reset)
        try await expect(.on, "a machine that is on was reset")
        try await bmc.setPower(.off)
        try await expect(.off, "it is left off")
    }

    /// Where nobody is asked, soft changes end like hard ones.
    func asksGuests() async throws {
        try await bmc.setPower(.softReboot)
        try await expect(.on, "a soft restart switches a machine on that is off")
        try await bmc.setPower(.softOff)
        try await expect(.off, "the guest was asked to shut down")
    }

    /// What was asked of the next boot is told back.
    func chooses(_ device: BootDevice, _ persistence: BootOverride.Persistence) async throws {
        try await bmc.setPower(.off)
        try await bmc.setBootOverride(BootOverride(device, persistence))
        let override = try await bmc.bootOverride()
        #expect(override?.device == device)
        #expect(override?.persistence == persistence)
        try await bmc.setBootOverride(nil)
        #expect(try await bmc.bootOverride() == nil)
    }

    /// Sensors have names of their own, in the same order each time.
    func readsSensors() async throws {
        let names = try await bmc.sensors().map(\.name)
        #expect(Set(names).count == names.count)
        #expect(try await bmc.sensors().map(\.name) == names)
    }

    /// Whose controller it is does not change.
    func tellsWhoItIs() async throws {
        let identity = try await bmc.identity()
        #expect(!identity.serialNumber.isEmpty)
        #expect(try await bmc.identity() == identity)
    }

    /// A log that was cleared has at most the entry that says so.
    func clearsLog() async throws {
        try await bmc.setPower(.on)
        try await bmc.setPower(.off)
        let log = try await bmc.eventLog()
        #expect(log.map(\.sinceEpoch) == log.map(\.sinceEpoch).sorted())
        try await bmc.clearEventLog()
        #expect(try await bmc.eventLog().count <= 1)
    }
}

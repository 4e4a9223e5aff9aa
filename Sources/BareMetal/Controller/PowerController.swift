import Hardware
import World

/// Drives one machine through a controller that may be slow, silent or forgetful.
///
/// It asks, looks whether it happened, and asks again; it believes nothing it has not seen.
struct PowerController: Sendable {
    let bmc: any BMC
    let clock: any WorldClock
    /// Whether this conductor may still act; hardware cannot tell a deposed one from a new one.
    let authority: Authority
    /// After it nothing more is begun.
    let deadline: Instant
    /// Whose controller it is to be; nil where that is not known yet.
    var owner: Owner?

    /// What tells a machine's controller from its neighbour's.
    struct Owner: Sendable {
        let address: BMCAddress
        let serial: String
    }

    func powerState() async throws(ConductorError) -> PowerState {
        try await attempt("reading the power state") { () async throws(BMCError) in
            try await bmc.powerState()
        }
    }

    /// The serial number of the machine that the controller says it belongs to; nil where it
    /// knows none.
    func serialNumber() async throws(ConductorError) -> String? {
        let identity = try await attempt("asking whose controller it is") {
            () async throws(BMCError) in
            try await bmc.identity()
        }
        return identity.serialNumber.isEmpty ? nil : identity.serialNumber
    }

    /// Switches on or off and sees it happen.
    func reach(_ target: PowerState) async throws(ConductorError) {
        if try await powerState() == target { return }
        for _ in 0..<ControllerLimits.powerAttempts {
            if target == .off { try await checkOwner() }
            try await attempt("switching the power \(target.rawValue)") {
                () async throws(BMCError) in
                try await bmc.setPower(target == .on ? .on : .off)
            }
            for _ in 0..<ControllerLimits.powerLooks {
                try await pause(ControllerLimits.powerLookInterval)
                if try await powerState() == target { return }
            }
        }
        throw .powerNotReached(target, asked: ControllerLimits.powerAttempts)
    }

    /// Switches off for good: a machine whose controller says that it is off is told so all the
    /// same, because what runs on next to its successor does more harm than one command too many.
    func switchOff() async throws(ConductorError) {
        guard try await powerState() == .off else { return try await reach(.off) }
        try await checkOwner()
        do throws(ConductorError) {
            try await attempt("switching the power off") { () async throws(BMCError) in
                try await bmc.setPower(.off)
            }
        } catch {
            // There are controllers that refuse what they take for done.
            guard case .hardware(let refusal, _) = error, refusal != .revoked else { throw error }
        }
        try await pause(ControllerLimits.powerSettling)
    }

    /// Starts a machine anew that is on. Nothing can be seen of it but that the machine is on.
    func restart(by action: PowerAction) async throws(ConductorError) {
        try await checkOwner()
        try await attempt("restarting the machine") { () async throws(BMCError) in
            try await bmc.setPower(action)
        }
        try await pause(ControllerLimits.powerSettling)
        try await reach(.on)
    }

    /// Asks who answers before something is done that the wrong machine must not suffer.
    private func checkOwner() async throws(ConductorError) {
        guard let owner else { return }
        let found = try await attempt("asking whose controller it is") {
            () async throws(BMCError) in
            try await bmc.identity()
        }
        guard found.serialNumber != owner.serial else { return }
        throw .otherController(owner.address, expected: owner.serial, found: found.serialNumber)
    }

    /// Asks the guest to shut down and sees it happen. A guest that does not is left running: who
    /// wants it off all the same says so.
    func shutDown() async throws(ConductorError) {
        if try await powerState() == .off { return }
        try await checkOwner()
        let looks = ControllerLimits.powerLooks
        for attempt in 1...ControllerLimits.shutDownAttempts {
            try await attemptSoftOff()
            for _ in 0..<looks {
                guard clock.now < deadline else { throw .powerNotReached(.off, asked: attempt) }
                try await pause(ControllerLimits.powerLookInterval)
                if try await powerState() == .off { return }
            }
        }
        throw .powerNotReached(.off, asked: ControllerLimits.shutDownAttempts)
    }

    private func attemptSoftOff() async throws(ConductorError) {
        try await attempt("asking the guest to shut down") { () async throws(BMCError) in
            try await bmc.setPower(.softOff)
        }
    }

    /// Sets a boot override and reads it back: some controllers forget.
    func setBoot(_ override: BootOverride) async throws(ConductorError) {
        try await checkOwner()
        for _ in 0..<ControllerLimits.bootAttempts {
            try await attempt("choosing the boot device") { () async throws(BMCError) in
                try await bmc.setBootOverride(override)
            }
            let seen = try await attempt("reading the boot device") { () async throws(BMCError) in
                try await bmc.bootOverride()
            }
            if seen == override { return }
            try await pause(ControllerLimits.callInterval)
        }
        throw .hardware(.busy, doing: "the controller forgets the boot device it is told")
    }

    /// Makes a call again where it fails in passing, for as long as the work may last.
    @discardableResult
    func attempt<Result: Sendable>(
        _ doing: String, _ call: () async throws(BMCError) -> Result
    ) async throws(ConductorError) -> Result {
        var last = BMCError.busy
        for _ in 0..<ControllerLimits.callAttempts {
            guard authority.isHeld else { throw .deposed }
            guard clock.now < deadline else { throw .overdue(doing: doing) }
            do throws(BMCError) { return try await call() } catch { last = error }
            guard last.isTransient else { break }
            try await pause(ControllerLimits.callInterval)
        }
        throw .hardware(last, doing: doing)
    }

    private func pause(_ duration: Duration) async throws(ConductorError) {
        do { try await clock.sleep(for: duration) } catch { throw .interrupted }
    }
}

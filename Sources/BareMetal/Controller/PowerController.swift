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

    func powerState() async throws(ConductorError) -> PowerState {
        try await attempt("reading the power state") { () async throws(BMCError) in
            try await bmc.powerState()
        }
    }

    /// Switches on or off and sees it happen.
    func reach(_ target: PowerState) async throws(ConductorError) {
        if try await powerState() == target { return }
        for _ in 0..<ControllerLimits.powerAttempts {
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

    /// Sets a boot override and reads it back: some controllers forget.
    func setBoot(_ override: BootOverride) async throws(ConductorError) {
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

    private func attempt<Result: Sendable>(
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

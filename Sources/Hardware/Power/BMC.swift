/// The baseboard management controller of one machine.
///
/// A call that returns was *accepted*; it may not have taken effect. Firmware acts seconds later
/// and sometimes forgets, so callers observe and ask again instead of assuming. Every call is
/// idempotent for that reason, and returns or throws within ``BMCLimits/call``.
public protocol BMC: PowerControl, BootControl, HealthReporting {
    /// Who this controller is: maker, model and serial number of the machine behind it.
    func identity() async throws(BMCError) -> BMCIdentity
}

/// The part of a controller that switches power.
public protocol PowerControl: Sendable {
    /// The power state the controller reports, which may lag behind the machine's.
    func powerState() async throws(BMCError) -> PowerState

    /// Asks for a change of power.
    func setPower(_ action: PowerAction) async throws(BMCError)
}

/// The part of a controller that chooses where a machine starts from.
public protocol BootControl: Sendable {
    /// The override in force, or nil where the firmware's own order decides.
    func bootOverride() async throws(BMCError) -> BootOverride?

    /// - Throws: ``BMCError/unsupported(_:)`` if the machine lacks the device.
    func setBootOverride(_ override: BootOverride?) async throws(BMCError)
}

/// The part of a controller that tells how the machine is.
public protocol HealthReporting: Sendable {
    /// The sensors' last readings; they may be stale.
    func sensors() async throws(BMCError) -> [SensorReading]

    /// The system event log, oldest first.
    func eventLog() async throws(BMCError) -> [EventLogEntry]

    func clearEventLog() async throws(BMCError)
}

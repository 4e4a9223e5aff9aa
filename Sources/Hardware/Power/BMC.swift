/// The baseboard management controller of one machine.
///
/// A call that returns was *accepted*; it may not have taken effect. Firmware acts seconds later
/// and sometimes forgets, so callers observe and ask again instead of assuming. Every call is
/// idempotent for that reason, and returns or throws within ``BMCLimits/call``; one that reads the
/// sensors or the event log, within ``BMCLimits/listing``.
public protocol BMC: PowerControl, BootControl, HealthReporting {
    /// Who this controller is: maker, model and serial number of the machine behind it.
    func identity() async throws(BMCError) -> BMCIdentity
}

/// The part of a controller that changes firmware settings.
///
/// A machine's ``BMC`` conforms to it where its settings can be changed from outside. Changes are
/// pending until the machine's next reset, when the firmware takes them over (Redfish's settings
/// resource).
public protocol BIOSControl: Sendable {
    /// The settings in force, in the order of their names.
    func biosSettings() async throws(BMCError) -> [BIOSSetting]

    /// What the next reset changes, in the order of the names; empty where nothing is pending.
    func pendingBIOSSettings() async throws(BMCError) -> [BIOSAssignment]

    /// Asks for values. Settings that are not named keep theirs; asking again replaces what is
    /// pending for the same setting.
    ///
    /// - Throws: ``BMCError/refused(_:)`` where a setting does not exist, is read-only, or does
    ///   not take its value; nothing is pending then that was not before.
    func setBIOSSettings(_ assignments: [BIOSAssignment]) async throws(BMCError)

    /// Asks for every setting's factory value.
    func resetBIOSSettings() async throws(BMCError)
}

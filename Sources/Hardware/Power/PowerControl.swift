/// The part of a controller that switches power.
public protocol PowerControl: Sendable {
    /// The power state the controller reports, which may lag behind the machine's.
    func powerState() async throws(BMCError) -> PowerState

    /// Asks for a change of power.
    func setPower(_ action: PowerAction) async throws(BMCError)
}

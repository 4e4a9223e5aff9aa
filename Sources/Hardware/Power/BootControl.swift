/// The part of a controller that chooses where a machine starts from.
public protocol BootControl: Sendable {
    /// The override in force, or nil where the firmware's own order decides.
    func bootOverride() async throws(BMCError) -> BootOverride?

    /// - Throws: ``BMCError/unsupported(_:)`` if the machine lacks the device.
    func setBootOverride(_ override: BootOverride?) async throws(BMCError)
}

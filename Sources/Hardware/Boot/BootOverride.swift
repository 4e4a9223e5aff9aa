/// A boot device asked for through the controller, before the firmware's own order.
public struct BootOverride: Sendable, Hashable, Codable {
    public enum Persistence: String, Sendable, Hashable, Codable {
        /// The next boot only; the one after uses the firmware's order again.
        case once
        case persistent
    }

    public let device: BootDevice
    public let persistence: Persistence
    public let mode: BootMode

    public init(_ device: BootDevice, _ persistence: Persistence, mode: BootMode = .uefi) {
        self.device = device
        self.persistence = persistence
        self.mode = mode
    }
}

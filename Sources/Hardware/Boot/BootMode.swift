/// The firmware's flavour.
public enum BootMode: String, Sendable, Hashable, Codable, CaseIterable {
    case bios, uefi
}

/// How a disk is told to erase itself.
public enum SecureErase: String, Sendable, Hashable, CaseIterable {
    case ata = "security erase"
    case ataEnhanced = "enhanced security erase"
    case nvmeUserData = "format with user data erase"
    case nvmeCrypto = "format with cryptographic erase"

    public var isATA: Bool { self == .ata || self == .ataEnhanced }
}

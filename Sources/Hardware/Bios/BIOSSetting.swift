/// One setting of a machine's firmware: its value, and what values it takes (the BIOS registry's
/// entry for it, as Ironic's BIOS API shows it).
public struct BIOSSetting: Sendable, Hashable, Codable {
    /// What a setting can be set to.
    public enum Domain: Sendable, Hashable, Codable {
        /// One of these words (Redfish's `Enumeration`).
        case enumeration([String])
        /// A text of so many characters (`String`).
        case string(ClosedRange<Int>)
        /// A whole number (`Integer`).
        case integer(ClosedRange<Int>)
        /// `true` or `false` (`Boolean`).
        case boolean

        /// Whether a value belongs to it.
        public func contains(_ value: String) -> Bool {
            switch self {
            case .enumeration(let words): words.contains(value)
            case .string(let lengths): lengths.contains(value.unicodeScalars.count)
            case .integer(let bounds): Int(value).map(bounds.contains) ?? false
            case .boolean: value.lowercased() == "true" || value.lowercased() == "false"
            }
        }
    }

    public let name: BIOSSettingName
    /// The value in force.
    public let value: String
    public let domain: Domain
    /// Whether nobody can set it.
    public let isReadOnly: Bool
    /// Whether no two machines may share a value, so that it is not copied from one to another.
    public let isUnique: Bool

    public init(
        _ name: BIOSSettingName, _ value: String, in domain: Domain, isReadOnly: Bool = false,
        isUnique: Bool = false
    ) {
        self.name = name
        self.value = value
        self.domain = domain
        self.isReadOnly = isReadOnly
        self.isUnique = isUnique
    }
}

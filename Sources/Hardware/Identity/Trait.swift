/// Something a node can do, by the name that requests ask for it by: one of the standard traits,
/// or an operator's own, such as `CUSTOM_RAID_10`.
public struct Trait: Name {
    /// What operators' own traits begin with.
    public static let customPrefix = "CUSTOM_"
    /// Characters in a trait, at most.
    public static let longest = 255

    public let text: String
    public init(_ text: String) { self.text = text }

    /// Whether it is one of the standard traits, or a custom one of capital letters, digits and
    /// underscores.
    public var isValid: Bool { isCustom || StandardTraits.all.contains(self) }

    private var isCustom: Bool {
        guard text.hasPrefix(Self.customPrefix), text.utf8.count <= Self.longest else {
            return false
        }
        let rest = text.utf8.dropFirst(Self.customPrefix.utf8.count)
        return !rest.isEmpty && rest.allSatisfy(Self.isCharacter)
    }

    private static func isCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "_"):
            true
        default: false
        }
    }
}

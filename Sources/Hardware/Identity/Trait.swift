/// Something a node can do, by the name that requests ask for it by: one of the standard traits,
/// or an operator's own, such as `CUSTOM_RAID_10`.
public struct Trait: Name {
    public let text: String
    public init(_ text: String) { self.text = text }
}

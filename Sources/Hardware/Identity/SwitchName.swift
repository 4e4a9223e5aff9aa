/// A switch: a rack's own has the rack's name, and the one above them is the core.
public struct SwitchName: Name {
    public let text: String
    public init(_ text: String) { self.text = text }

    /// The one that joins the racks' switches. No rack has its name.
    public static let core: SwitchName = "core"
}

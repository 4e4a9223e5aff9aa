/// Which conductors may manage a node (Ironic's `conductor_group`); the empty name is the default
/// group. Case does not tell groups apart.
public struct ConductorGroup: Name {
    public static let standard: ConductorGroup = ""

    public let text: String
    public init(_ text: String) { self.text = text.lowercased() }
}

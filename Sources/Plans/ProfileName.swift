public import Hardware

/// What a group of like machines is tagged with, so that a flavor can ask for it (Ironic's
/// `profile` capability).
public struct ProfileName: Name {
    public let text: String
    public init(_ text: String) { self.text = text }
}

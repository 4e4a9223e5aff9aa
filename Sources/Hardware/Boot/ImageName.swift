/// What an image is called in the image store.
public struct ImageName: Name {
    public let text: String
    public init(_ text: String) { self.text = text }
}

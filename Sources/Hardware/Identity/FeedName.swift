/// One of the paths by which current reaches the racks, such as A or B.
public struct FeedName: Name {
    public let text: String
    public init(_ text: String) { self.text = text }
}

/// A rack's power distribution unit: the rack's name and its feed's, such as `rack-1/A`.
public struct PDUName: Name {
    public let text: String
    public init(_ text: String) { self.text = text }
}

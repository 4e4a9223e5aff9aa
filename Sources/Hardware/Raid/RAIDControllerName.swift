/// A RAID controller, by the name its machine's management gives it: `RAID.Integrated.1-1`.
public struct RAIDControllerName: Name {
    public let text: String
    public init(_ text: String) { self.text = text }
}

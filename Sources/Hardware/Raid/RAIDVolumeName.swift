/// A volume of a RAID controller, by the controller's name for it.
public struct RAIDVolumeName: Name {
    public let text: String
    public init(_ text: String) { self.text = text }
}

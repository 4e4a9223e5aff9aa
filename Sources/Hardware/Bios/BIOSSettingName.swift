/// A BIOS setting, by the vendor's name for it: `ProcVirtualization`.
public struct BIOSSettingName: Name {
    public let text: String
    public init(_ text: String) { self.text = text }
}

/// A value that a BIOS setting is to have.
public struct BIOSAssignment: Sendable, Hashable, Codable {
    public let name: BIOSSettingName
    public let value: String

    public init(_ name: BIOSSettingName, _ value: String) {
        self.name = name
        self.value = value
    }
}

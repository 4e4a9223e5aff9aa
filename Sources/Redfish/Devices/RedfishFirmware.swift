/// One piece of firmware that the update service knows.
public struct RedfishFirmware: Sendable, Hashable {
    public let id: String
    public let name: String
    public var version: String

    public init(id: String, name: String, version: String) {
        self.id = id
        self.name = name
        self.version = version
    }

    public static let usual = [
        RedfishFirmware(id: "BMC", name: "Baseboard Management Controller", version: "2.10"),
        RedfishFirmware(id: "BIOS", name: "System BIOS", version: "2.10.2"),
    ]
}

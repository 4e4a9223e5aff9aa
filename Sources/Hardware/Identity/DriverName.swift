/// How a controller is spoken to: `ipmi`, `redfish`, `simulated`.
public struct DriverName: Name {
    public let text: String
    public init(_ text: String) { self.text = text }
}

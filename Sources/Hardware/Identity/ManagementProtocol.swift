/// What a machine's controller speaks on the wire.
public enum ManagementProtocol: String, Sendable, Hashable, Codable, CaseIterable {
    case ipmi, redfish
}

public import Hardware

/// A starting machine's broadcast of whose offer it takes (RFC 2131, section 3.1, step 3).
///
/// All servers hear it, so one whose offer was not taken learns whose was.
public struct DHCPChoice: NetworkRequest {
    public static let name = "dhcp-choice"

    public let address: MACAddress
    /// The server identifier of the offer taken.
    public let server: String

    public init(address: MACAddress, server: String) {
        self.address = address
        self.server = server
    }

    public struct Reply: Codable, Sendable {
        public init() {}
    }
}

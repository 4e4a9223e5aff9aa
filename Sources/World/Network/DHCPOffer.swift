public import Hardware

/// An address, and what to load from where.
public struct DHCPOffer: Codable, Sendable, Hashable {
    /// The IPv4 address lent to the machine, in dotted form.
    public let leased: String
    /// Who serves the files.
    public let server: HostAddress
    public let files: BootFiles

    public init(leased: String, server: HostAddress, files: BootFiles) {
        self.leased = leased
        self.server = server
        self.files = files
    }
}

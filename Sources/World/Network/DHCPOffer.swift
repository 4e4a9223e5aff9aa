public import Hardware

/// An address, and what to start from where.
public struct DHCPOffer: Codable, Sendable, Hashable {
    /// What the network boot loader is told to do.
    public enum Boot: Codable, Sendable, Hashable {
        /// To load these files and start them.
        case ramdisk(BootFiles)
        /// To start what is on a volume (iPXE's `sanboot`).
        case volume(SANTarget)
    }

    /// The IPv4 address lent to the machine, in dotted form.
    public let leased: String
    /// Who serves the loader, and the files.
    public let server: HostAddress
    public let boot: Boot

    public init(leased: String, server: HostAddress, boot: Boot) {
        self.leased = leased
        self.server = server
        self.boot = boot
    }

    public init(leased: String, server: HostAddress, files: BootFiles) {
        self.init(leased: leased, server: server, boot: .ramdisk(files))
    }

    /// What is to be loaded; nil where a volume is started.
    public var files: BootFiles? {
        if case .ramdisk(let files) = boot { return files }
        return nil
    }
}

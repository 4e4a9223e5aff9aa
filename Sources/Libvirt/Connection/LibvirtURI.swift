/// Where a hypervisor is, in libvirt's way of writing: `qemu:///system`, `test:///default`,
/// `qemu+ssh://user@host/session?socket=/run/x` (libvirt.org, "Connection URIs").
public struct LibvirtURI: Sendable, Hashable {
    /// Why a text is none.
    public enum Problem: Error, Hashable {
        case notURI(String)
        case unknownHypervisor(String)
        case unknownTransport(String)

        /// The same words stay wrong.
        public var isTransient: Bool { false }
    }

    /// As it was written.
    public let text: String
    /// The hypervisor's driver, such as `qemu`.
    public let hypervisor: String
    /// How the other host is reached; nil where libvirt decides.
    public let transport: String?
    /// The other host; nil for this one.
    public let host: String?
    public let path: String
    /// After the question mark; empty where there is none.
    public let query: String

    /// The drivers that libvirt has (libvirt.org, "Internal drivers").
    static let hypervisors: Set<String> = [
        "bhyve", "ch", "esx", "gsx", "hyperv", "lxc", "openvz", "qemu", "test", "vbox",
        "virtuozzo", "vmwarefusion", "vmwareplayer", "vmwarews", "vpx", "vz", "xen",
    ]
    static let transports: Set<String> = ["ext", "libssh", "libssh2", "ssh", "tcp", "tls", "unix"]

    public init(_ text: String) throws(Problem) {
        guard let colon = text.firstRange(of: "://"), !text.contains(where: \.isWhitespace) else {
            throw .notURI(text)
        }
        let scheme = text[..<colon.lowerBound].split(
            separator: "+", maxSplits: 1, omittingEmptySubsequences: false)
        guard let hypervisor = scheme.first.map(String.init), !hypervisor.isEmpty else {
            throw .notURI(text)
        }
        guard Self.hypervisors.contains(hypervisor) else { throw .unknownHypervisor(hypervisor) }
        transport = scheme.count > 1 ? String(scheme[1]) : nil
        if let transport, !Self.transports.contains(transport) {
            throw .unknownTransport(transport)
        }
        let rest = text[colon.upperBound...]
        let place = rest.prefix { $0 != "?" }
        let authority = place.prefix { $0 != "/" }
        self.text = text
        self.hypervisor = hypervisor
        host = authority.isEmpty ? nil : String(authority)
        path = String(place[authority.endIndex...])
        query = String(rest[place.endIndex...].dropFirst())
    }

    /// Whether the hypervisor's files are files of this host.
    public var isLocal: Bool { host == nil }

    /// The same for a program without a person at its terminal: ssh is to fail where it would ask
    /// for a password (libvirt.org, "Remote support": `no_tty`).
    var unattended: String {
        guard transport == "ssh", !query.split(separator: "&").contains(where: isTerminalChoice)
        else { return text }
        return text + (query.isEmpty ? "?" : "&") + "no_tty=1"
    }

    private func isTerminalChoice(_ part: Substring) -> Bool { part.hasPrefix("no_tty=") }
}

extension LibvirtURI: CustomStringConvertible {
    public var description: String { text }
}

extension LibvirtURI.Problem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notURI(let text):
            "'\(text)' is no URI of libvirt's, such as qemu:///system or qemu+ssh://host/system."
        case .unknownHypervisor(let name):
            "libvirt knows no hypervisor '\(name)'; it knows "
                + LibvirtURI.hypervisors.sorted().joined(separator: ", ") + "."
        case .unknownTransport(let name):
            "libvirt reaches no host by '\(name)'; it has "
                + LibvirtURI.transports.sorted().joined(separator: ", ") + "."
        }
    }
}

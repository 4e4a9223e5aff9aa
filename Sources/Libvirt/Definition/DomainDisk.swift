public import Hardware

/// A disk of a domain that is to be defined: a file on the hypervisor's host.
public struct DomainDisk: Sendable, Hashable {
    public enum Format: String, Sendable, Hashable, CaseIterable {
        case raw, qcow2
    }

    /// The file's absolute path.
    public let path: String
    public let format: Format
    public let size: ByteCount
    /// What guests know it by (`/dev/disk/by-id`); nil for none. QEMU takes 20 characters.
    public let serial: String?

    public init(path: String, format: Format, size: ByteCount, serial: String? = nil) {
        self.path = path
        self.format = format
        self.size = size
        self.serial = serial
    }
}

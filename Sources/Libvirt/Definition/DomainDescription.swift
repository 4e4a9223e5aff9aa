public import Hardware

/// A virtual machine that is to be defined, as one would describe a server.
public struct DomainDescription: Sendable, Hashable {
    public let name: DomainName
    /// Nil for one that libvirt makes up.
    public var uuid: String?
    /// What runs it, as libvirt calls it: `kvm`, `qemu` (without the processor's help), `test`.
    public var type: String
    public let processors: Int
    public let architecture: Architecture
    public let memory: ByteCount
    public var firmware = BootMode.bios
    public var disks: [DomainDisk] = []
    public var interfaces: [DomainInterface] = []
    /// What it starts from, the first that works.
    public var bootOrder: [BootDevice] = [.network, .disk]
    /// The absolute path of a file on the hypervisor's host to which all that the serial console
    /// shows is written; nil for none.
    public var consoleLog: String?
    /// What guests find in their tables (SMBIOS); nil for the hypervisor's own.
    public var identity: BMCIdentity?

    /// - Parameters:
    ///   - processors: at least one.
    ///   - memory: at least 1 MiB.
    public init(
        _ name: DomainName, type: String, processors: Int, architecture: Architecture = "x86_64",
        memory: ByteCount
    ) {
        precondition(processors > 0, "A machine has a processor.")
        precondition(memory >= .mebibytes(1), "A machine has memory.")
        self.name = name
        self.type = type
        self.processors = processors
        self.architecture = architecture
        self.memory = memory
    }
}

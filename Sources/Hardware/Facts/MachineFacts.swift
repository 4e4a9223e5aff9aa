/// What a ramdisk finds out about the machine it runs on (ironic-python-agent's inventory).
public struct MachineFacts: Sendable, Hashable, Codable {
    public let identity: BMCIdentity
    public let processor: ProcessorFacts
    /// Memory fitted, not what the kernel leaves over.
    public let memory: ByteCount
    public let disks: [DiskFacts]
    public let interfaces: [InterfaceFacts]
    /// Where the machine believes its controller is; nil where it cannot tell.
    public let bmcHost: String?
    public let bootMode: BootMode
    /// The interface the machine started from, if it started from the network.
    public let bootInterface: MACAddress?

    public init(
        identity: BMCIdentity, processor: ProcessorFacts, memory: ByteCount, disks: [DiskFacts],
        interfaces: [InterfaceFacts], bmcHost: String?, bootMode: BootMode,
        bootInterface: MACAddress?
    ) {
        self.identity = identity
        self.processor = processor
        self.memory = memory
        self.disks = disks
        self.interfaces = interfaces
        self.bmcHost = bmcHost
        self.bootMode = bootMode
        self.bootInterface = bootInterface
    }
}

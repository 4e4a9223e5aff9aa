import BareMetal
public import Hardware

/// One machine of a farm: who it is, and where its controller is to answer.
public struct ServedMachine: Sendable, Hashable {
    public let name: MachineName
    public let driver: DriverName
    /// An address of this host, or a name for one.
    public let host: String
    /// Zero for any port that is free.
    public var port: UInt16
    /// Who may log in beside the accounts of the farm, and what is printed of them.
    public let credentials: BMCCredentials
    public let interfaces: [MACAddress]
    public let processors: Int
    public let memory: ByteCount
    public let disk: ByteCount
    public let architecture: Architecture
    /// Where in the inventory the machine stands; nil for one that is made up.
    public let line: Int?

    /// What machines have of which nobody says more: those of a small two-socket server.
    static let usualProcessors = 16
    static let usualMemory = ByteCount.gibibytes(64)
    static let usualDisk = ByteCount.gibibytes(480)

    /// One that is there already, with what is known of it.
    public init(
        _ name: MachineName, host: String, port: UInt16, _ credentials: BMCCredentials,
        interfaces: [MACAddress], processors: Int, memory: ByteCount, architecture: Architecture
    ) {
        self.name = name
        driver = "ipmi"
        self.host = host
        self.port = port
        self.credentials = credentials
        self.interfaces = interfaces
        self.processors = processors
        self.memory = memory
        disk = Self.usualDisk
        self.architecture = architecture
        line = nil
    }

    /// - Parameter number: from zero; names, addresses and serial numbers follow from it.
    init(number: Int, host: String, port: UInt16, _ credentials: BMCCredentials) {
        name = MachineName("node-\(number)")
        driver = "ipmi"
        self.host = host
        self.port = port
        self.credentials = credentials
        // Locally administered, as QEMU's.
        interfaces = [MACAddress(rawValue: 0x5254_0000_0000 + UInt64(number + 1))]
        processors = Self.usualProcessors
        memory = Self.usualMemory
        disk = Self.usualDisk
        architecture = "x86_64"
        line = nil
    }

    init(_ node: NodeDescription, host: String, port: UInt16) {
        name = MachineName(node.name.text)
        driver = node.driver
        self.host = host
        self.port = port
        credentials = node.credentials
        interfaces = node.ports.map(\.address)
        processors = node.processors ?? Self.usualProcessors
        memory = node.memory ?? Self.usualMemory
        disk = node.disk ?? Self.usualDisk
        architecture = node.architecture ?? "x86_64"
        line = node.line
    }

    /// An address that no other machine of the plan has, also where the system is still to give
    /// out the ports.
    public func address(unique index: Int) -> BMCAddress {
        port == 0 ? BMCAddress(host: host, system: "\(index)") : address
    }

    public var address: BMCAddress { BMCAddress(host: host, port: Int(port)) }
}

public import Hardware

/// One machine as its operator describes it, before anybody has looked at the machine itself.
///
/// What is nil was not told; introspection finds it out.
public struct NodeDescription: Sendable, Hashable {
    public internal(set) var name: NodeName
    /// Whether the name is the operator's own; where it is not, it says nothing about the node.
    public internal(set) var isNameChosen: Bool
    /// The identifier the operator wants the node to have, in lower case.
    public let uuid: String?
    /// The hardware type; deprecated driver names are replaced by their successors, as in TripleO.
    public let driver: DriverName
    public let bmc: BMCAddress
    public let credentials: BMCCredentials
    /// At least one, but in Ironic's own files. Those of the old `mac` form come after those of
    /// `ports`.
    public let ports: [PortDescription]
    public let processors: Int?
    public let memory: ByteCount?
    public let disk: ByteCount?
    public let architecture: Architecture?
    /// By name; a `profile` of the file is among them.
    public let capabilities: [Capability]
    public let rootDevice: RootDeviceHints?
    public let resourceClass: String?
    public let conductorGroup: ConductorGroup?
    /// What the node has that servers may ask for.
    public let traits: [Trait]
    /// How its disks are to be laid into volumes; nil where the operator says nothing.
    public let targetRAID: RAIDConfiguration?
    /// What is left alone on its machine; nil for nothing.
    public let skippedDevices: SkippedDevices?
    /// Whether its machine may be switched off; nil where the operator says nothing.
    public let offSwitch: OffSwitch?
    /// Nil where the operator chose nothing.
    public let settings: DriverSettings?
    /// Where in its file the description starts.
    public let line: Int

    public init(
        name: NodeName,
        uuid: String? = nil,
        driver: DriverName,
        bmc: BMCAddress,
        credentials: BMCCredentials,
        ports: [PortDescription],
        processors: Int? = nil,
        memory: ByteCount? = nil,
        disk: ByteCount? = nil,
        architecture: Architecture? = nil,
        capabilities: [Capability] = [],
        rootDevice: RootDeviceHints? = nil,
        resourceClass: String? = nil,
        line: Int = 1,
        isNameChosen: Bool = true,
        conductorGroup: ConductorGroup? = nil,
        settings: DriverSettings? = nil,
        traits: [Trait] = [],
        targetRAID: RAIDConfiguration? = nil,
        skippedDevices: SkippedDevices? = nil,
        offSwitch: OffSwitch? = nil
    ) {
        self.name = name
        self.uuid = uuid
        self.driver = driver
        self.bmc = bmc
        self.credentials = credentials
        self.ports = ports
        self.processors = processors
        self.memory = memory
        self.disk = disk
        self.architecture = architecture
        self.capabilities = capabilities
        self.rootDevice = rootDevice
        self.resourceClass = resourceClass
        self.line = line
        self.isNameChosen = isNameChosen
        self.conductorGroup = conductorGroup
        self.settings = settings
        self.traits = traits
        self.targetRAID = targetRAID
        self.skippedDevices = skippedDevices
        self.offSwitch = offSwitch
    }

    /// The firmware's way that the operator chose for the node; nil where nothing is said of it.
    public var bootMode: BootMode? {
        capabilities.first { $0.name == Capability.bootModeName }
            .flatMap { BootMode(rawValue: $0.value) }
    }

    /// The profile the operator chose for the node, which a flavor may ask for.
    public var profile: String? { capabilities.first { $0.name == Capability.profileName }?.value }
}

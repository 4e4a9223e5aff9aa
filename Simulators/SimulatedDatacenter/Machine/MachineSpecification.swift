public import Hardware

/// One machine as it was bought and cabled.
public struct MachineSpecification: Sendable, Hashable {
    public let name: MachineName
    public let rack: RackName
    /// Nil for a machine without a controller, such as a seed on somebody's laptop.
    public let controller: ControllerSpecification?
    public let identity: BMCIdentity
    public let processor: ProcessorFacts
    public let memory: ByteCount
    /// In the order in which the firmware tries them.
    public let disks: [DiskFacts]
    /// Their volumes come after ``disks``.
    public let raidControllers: [RAIDControllerSpecification]
    /// In the order in which the firmware tries them; the first with a carrier is the machine's
    /// link to its rack's switch.
    public let interfaces: [InterfaceFacts]
    public let bootMode: BootMode
    /// What the firmware tries where no override says otherwise.
    public let bootOrder: [BootDevice]
    public let speed: SpeedClass
    public let model: MachineModel
    public let installed: [InstalledImage]
    /// The feeds its power supplies are plugged into, through the PDUs of its rack.
    public let supplies: [FeedName]
    public let rating: PowerRating
    /// What it does when its supply comes back, and within which time: servers can be told to wait
    /// for a random moment, so that not all of them start at once.
    public let restorePolicy: PowerRestorePolicy
    public let restoreDelay: ClosedRange<Duration>

    public init(
        name: MachineName,
        rack: RackName,
        controller: ControllerSpecification?,
        identity: BMCIdentity,
        processor: ProcessorFacts,
        memory: ByteCount,
        disks: [DiskFacts],
        raidControllers: [RAIDControllerSpecification] = [],
        interfaces: [InterfaceFacts],
        bootMode: BootMode = .uefi,
        bootOrder: [BootDevice] = [.network, .disk],
        speed: SpeedClass = .drawn,
        model: MachineModel = .standard,
        installed: [InstalledImage] = [],
        supplies: [FeedName] = ["A", "B"],
        rating: PowerRating = PowerRating(),
        restorePolicy: PowerRestorePolicy = .last,
        restoreDelay: ClosedRange<Duration> = .zero...(.zero)
    ) {
        precondition(Set(disks.map(\.name)).count == disks.count, "Disks have different names.")
        self.name = name
        self.rack = rack
        self.controller = controller
        self.identity = identity
        self.processor = processor
        self.memory = memory
        self.disks = disks
        self.raidControllers = raidControllers
        self.interfaces = interfaces
        self.bootMode = bootMode
        self.bootOrder = bootOrder
        self.speed = speed
        self.model = model
        self.installed = installed
        self.supplies = supplies
        let traits = ModelTraits(of: model)
        self.rating = traits.rating ?? rating
        self.restorePolicy = traits.restorePolicy ?? restorePolicy
        self.restoreDelay = restoreDelay
    }

    /// The speed of the machine's link to its switch.
    var linkSpeed: Bandwidth {
        (interfaces.first(where: \.hasCarrier) ?? interfaces.first)?.speed ?? .gigabits(1)
    }
}

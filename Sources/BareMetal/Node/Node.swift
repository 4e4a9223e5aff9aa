public import Hardware
public import NodeAgent
public import World

/// The bare-metal service's record of one machine (Ironic's node).
///
/// Whoever changes it holds ``reservation``, except to take it.
public struct Node: StoredDocument, Hashable {
    public static let kind: DocumentKind = "node"
    public static let version = 1

    public let name: NodeName
    public let uuid: Identifier
    public var driver: DriverName
    public var bmc: BMCAddress
    public var credentials: BMCCredentials
    /// The addresses it may start from the network with; ``Port`` documents point back.
    public var addresses: [MACAddress]
    public var properties: NodeProperties
    public var rootDevice: RootDeviceHints?
    public var resourceClass: ResourceClass?
    public var traits: [Trait] = []
    public var conductorGroup = ConductorGroup.standard
    /// What its operator chose of how it is driven; nil where nothing.
    public var driverSettings: DriverSettings?
    /// The enclosure it is in; nil where nobody said.
    public var chassis: Identifier?

    public var provisionState: ProvisionState = .enroll
    /// When ``provisionState`` changed last, as the conductor's host has the date.
    public var provisionUpdated: WallTime?
    /// Why the last thing that failed failed, in words; nil after a success.
    public var lastError: String?
    public var reservation: Reservation?
    /// The serial number that the controller told when it was verified; nil where it tells none.
    public var controllerSerial: String?
    /// What the controller said last; nil until it was first asked.
    public var powerState: PowerState?
    /// Where a change of power that is under way is to end (Ironic's `target_power_state`).
    public var targetPower: PowerState?
    public var maintenance: Maintenance?
    public var protection: Protection?
    public var retirement: Retirement?
    /// Whose machine this is. One at most.
    public var instance: Instance?
    /// The ``Allocation`` that has the node, by its identifier.
    public var allocation: Identifier?
    /// Whose hardware it is, and who may use it besides; nil where only operators may.
    public var owner: ProjectID?
    public var lessee: ProjectID?
    /// Lets its owner into the rescue ramdisk; nil but for a rescue.
    public var rescuePassword: RescuePassword?
    /// Where a deployment or cleaning stands.
    public var step: StepProgress?
    /// The steps an operator asked for; nil where the plan is the service's own.
    public var requestedSteps: [RequestedStep]?
    /// Whether the node is cleaned without being asked; nil where the service's option decides.
    public var automatedCleaning: StepOptions.AutomatedCleaning?
    /// What was asked for and is under way.
    public var intent: Intent?
    /// Whether introspection has filled ``properties``.
    public var inspection: InspectionState = .pending
    /// Failures since the last success.
    public var failures = 0
    /// How many entries its history has had; the newest ones are kept.
    public var historyCount = 0
    /// Its newest answered intents, oldest first; the documents of older ones are gone.
    public var answered: [Identifier] = []

    public init(
        name: NodeName, uuid: Identifier, driver: DriverName, bmc: BMCAddress,
        credentials: BMCCredentials, addresses: [MACAddress], properties: NodeProperties,
        rootDevice: RootDeviceHints?
    ) {
        self.name = name
        self.uuid = uuid
        self.driver = driver
        self.bmc = bmc
        self.credentials = credentials
        self.addresses = addresses
        self.properties = properties
        self.rootDevice = rootDevice
    }

    public var id: String { name.text }
}

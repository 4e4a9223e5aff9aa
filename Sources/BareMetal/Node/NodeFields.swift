import Hardware
import NodeAgent
import World

/// What there is to say of a node, as ``Node`` tells it.
struct NodeFields: Sendable, Hashable, Codable {
    let name: NodeName
    let uuid: Identifier
    var driver: DriverName
    var bmc: BMCAddress
    var credentials: BMCCredentials
    var addresses: [MACAddress]
    var properties: NodeProperties
    var rootDevice: RootDeviceHints?
    var skippedDevices: SkippedDevices?
    var resourceClass: ResourceClass?
    var traits: [Trait] = []
    var conductorGroup: ConductorGroup = ConductorGroup.standard
    var driverSettings: DriverSettings?
    var chassis: Identifier?
    var particulars: NodeParticulars?
    var provisionState: ProvisionState = .enroll
    var provisionUpdated: WallTime?
    var lastError: String?
    var reservation: Reservation?
    var controllerSerial: String?
    var powerState: PowerState?
    var targetPower: PowerState?
    var maintenance: Maintenance?
    var protection: Protection?
    var retirement: Retirement?
    var instance: Instance?
    var allocation: Identifier?
    var owner: ProjectID?
    var lessee: ProjectID?
    var rescuePassword: RescuePassword?
    var step: StepProgress?
    var requestedSteps: [RequestedStep]?
    var raid: NodeRAID?
    var automatedCleaning: StepOptions.AutomatedCleaning?
    var custody: Custody?
    var intent: Intent?
    var inspection: InspectionState = .pending
    var fitness: NodeFitness?
    var failures: Int = 0
    var historyCount: Int = 0
    var answered: [Identifier] = []

    init(
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
}

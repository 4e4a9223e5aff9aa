public import Hardware
public import NodeAgent
public import World

/// The bare-metal service's record of one machine (Ironic's node).
///
/// Whoever changes it holds ``reservation``, except to take it. There are ten thousand of them and
/// everybody who looks at them copies them, so that a copy is one reference to what they all share.
public struct Node: StoredDocument, Hashable {
    public static let kind: DocumentKind = "node"
    public static let version = 1

    private var box: Box

    public var name: NodeName { box.fields.name }
    public var uuid: Identifier { box.fields.uuid }
    public var driver: DriverName {
        get { box.fields.driver }
        set { fields.driver = newValue }
    }
    public var bmc: BMCAddress {
        get { box.fields.bmc }
        set { fields.bmc = newValue }
    }
    public var credentials: BMCCredentials {
        get { box.fields.credentials }
        set { fields.credentials = newValue }
    }
    /// The addresses it may start from the network with; ``Port`` documents point back.
    public var addresses: [MACAddress] {
        get { box.fields.addresses }
        set { fields.addresses = newValue }
    }
    public var properties: NodeProperties {
        get { box.fields.properties }
        set { fields.properties = newValue }
    }
    public var rootDevice: RootDeviceHints? {
        get { box.fields.rootDevice }
        set { fields.rootDevice = newValue }
    }
    /// What is left alone on its machine whatever is done to the disks; nil for nothing.
    public var skippedDevices: SkippedDevices? {
        get { box.fields.skippedDevices }
        set { fields.skippedDevices = newValue }
    }
    public var resourceClass: ResourceClass? {
        get { box.fields.resourceClass }
        set { fields.resourceClass = newValue }
    }
    public var traits: [Trait] {
        get { box.fields.traits }
        set { fields.traits = newValue }
    }
    public var conductorGroup: ConductorGroup {
        get { box.fields.conductorGroup }
        set { fields.conductorGroup = newValue }
    }
    /// What its operator chose of how it is driven; nil where nothing.
    public var driverSettings: DriverSettings? {
        get { box.fields.driverSettings }
        set { fields.driverSettings = newValue }
    }
    /// The enclosure it is in; nil where nobody said.
    public var chassis: Identifier? {
        get { box.fields.chassis }
        set { fields.chassis = newValue }
    }

    /// What its record says besides; nil where nothing.
    public var particulars: NodeParticulars? {
        get { box.fields.particulars }
        set { fields.particulars = newValue }
    }

    public var provisionState: ProvisionState {
        get { box.fields.provisionState }
        set { fields.provisionState = newValue }
    }
    /// When ``provisionState`` changed last, as the conductor's host has the date.
    public var provisionUpdated: WallTime? {
        get { box.fields.provisionUpdated }
        set { fields.provisionUpdated = newValue }
    }
    /// Why the last thing that failed failed, in words; nil after a success.
    public var lastError: String? {
        get { box.fields.lastError }
        set { fields.lastError = newValue }
    }
    public var reservation: Reservation? {
        get { box.fields.reservation }
        set { fields.reservation = newValue }
    }
    /// The serial number that the controller told when it was verified; nil where it tells none.
    public var controllerSerial: String? {
        get { box.fields.controllerSerial }
        set { fields.controllerSerial = newValue }
    }
    /// What the controller said last; nil until it was first asked.
    public var powerState: PowerState? {
        get { box.fields.powerState }
        set { fields.powerState = newValue }
    }
    /// Where a change of power that is under way is to end (Ironic's `target_power_state`).
    public var targetPower: PowerState? {
        get { box.fields.targetPower }
        set { fields.targetPower = newValue }
    }
    public var maintenance: Maintenance? {
        get { box.fields.maintenance }
        set { fields.maintenance = newValue }
    }
    public var protection: Protection? {
        get { box.fields.protection }
        set { fields.protection = newValue }
    }
    public var retirement: Retirement? {
        get { box.fields.retirement }
        set { fields.retirement = newValue }
    }
    /// Whose machine this is. One at most.
    public var instance: Instance? {
        get { box.fields.instance }
        set { fields.instance = newValue }
    }
    /// The ``Allocation`` that has the node, by its identifier.
    public var allocation: Identifier? {
        get { box.fields.allocation }
        set { fields.allocation = newValue }
    }
    /// Whose hardware it is, and who may use it besides; nil where only operators may.
    public var owner: ProjectID? {
        get { box.fields.owner }
        set { fields.owner = newValue }
    }
    public var lessee: ProjectID? {
        get { box.fields.lessee }
        set { fields.lessee = newValue }
    }
    /// Lets its owner into the rescue ramdisk; nil but for a rescue.
    public var rescuePassword: RescuePassword? {
        get { box.fields.rescuePassword }
        set { fields.rescuePassword = newValue }
    }
    /// Where a deployment or cleaning stands.
    public var step: StepProgress? {
        get { box.fields.step }
        set { fields.step = newValue }
    }
    /// The steps an operator asked for; nil where the plan is the service's own.
    public var requestedSteps: [RequestedStep]? {
        get { box.fields.requestedSteps }
        set { fields.requestedSteps = newValue }
    }
    /// What is wanted and known of its RAID; nil where nobody asked.
    public var raid: NodeRAID? {
        get { box.fields.raid }
        set { fields.raid = newValue }
    }
    /// Whether the node is cleaned without being asked; nil where the service's option decides.
    public var automatedCleaning: StepOptions.AutomatedCleaning? {
        get { box.fields.automatedCleaning }
        set { fields.automatedCleaning = newValue }
    }
    /// In whose hands it is; nil where the service brings it into the pool by itself.
    public var custody: Custody? {
        get { box.fields.custody }
        set { fields.custody = newValue }
    }
    /// What was asked for and is under way.
    public var intent: Intent? {
        get { box.fields.intent }
        set { fields.intent = newValue }
    }
    /// Whether introspection has filled ``properties``.
    public var inspection: InspectionState {
        get { box.fields.inspection }
        set { fields.inspection = newValue }
    }
    /// What speaks against using its machine, by benchmarks; nil where nothing does.
    public var fitness: NodeFitness? {
        get { box.fields.fitness }
        set { fields.fitness = newValue }
    }
    /// Failures since the last success.
    public var failures: Int {
        get { box.fields.failures }
        set { fields.failures = newValue }
    }
    /// How many entries its history has had; the newest ones are kept.
    public var historyCount: Int {
        get { box.fields.historyCount }
        set { fields.historyCount = newValue }
    }
    /// Its newest answered intents, oldest first; the documents of older ones are gone.
    public var answered: [Identifier] {
        get { box.fields.answered }
        set { fields.answered = newValue }
    }

    public init(
        name: NodeName, uuid: Identifier, driver: DriverName, bmc: BMCAddress,
        credentials: BMCCredentials, addresses: [MACAddress], properties: NodeProperties,
        rootDevice: RootDeviceHints?
    ) {
        box = Box(
            NodeFields(
                name: name, uuid: uuid, driver: driver, bmc: bmc, credentials: credentials,
                addresses: addresses, properties: properties, rootDevice: rootDevice))
    }

    public var id: String { name.text }

    /// What several copies share. It never changes; a node that does gets another one.
    private final class Box: Sendable {
        let fields: NodeFields

        init(_ fields: NodeFields) { self.fields = fields }
    }

    private var fields: NodeFields {
        get { box.fields }
        set { box = Box(newValue) }
    }

    public static func == (left: Node, right: Node) -> Bool {
        left.box === right.box || left.fields == right.fields
    }

    public func hash(into hasher: inout Hasher) { box.fields.hash(into: &hasher) }

    public init(from decoder: any Decoder) throws { box = Box(try NodeFields(from: decoder)) }

    public func encode(to encoder: any Encoder) throws { try box.fields.encode(to: encoder) }
}

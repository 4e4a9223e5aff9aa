/// Every kind of resource, by its address below `/redfish/v1`; a star stands for a name.
enum ResourceKind: String, Sendable, Hashable, CaseIterable {
    case root = ""
    case odata = "odata"
    case metadata = "$metadata"
    case sessionService = "SessionService"
    case sessions = "SessionService/Sessions"
    case session = "SessionService/Sessions/*"
    case accountService = "AccountService"
    case accounts = "AccountService/Accounts"
    case account = "AccountService/Accounts/*"
    case roles = "AccountService/Roles"
    case role = "AccountService/Roles/*"
    case taskService = "TaskService"
    case tasks = "TaskService/Tasks"
    case task = "TaskService/Tasks/*"
    case taskMonitor = "TaskService/TaskMonitors/*"
    case updateService = "UpdateService"
    case firmwareInventory = "UpdateService/FirmwareInventory"
    case firmware = "UpdateService/FirmwareInventory/*"
    case simpleUpdate = "UpdateService/Actions/UpdateService.SimpleUpdate"
    case eventService = "EventService"
    case subscriptions = "EventService/Subscriptions"
    case subscription = "EventService/Subscriptions/*"
    case submitTestEvent = "EventService/Actions/EventService.SubmitTestEvent"
    case registries = "Registries"
    case registryFile = "Registries/*"
    case registry = "Registries/*/Registry"
    case schemas = "JsonSchemas"
    case schemaFile = "JsonSchemas/*"
    case systems = "Systems"
    case system = "Systems/*"
    case systemReset = "Systems/*/Actions/ComputerSystem.Reset"
    case bios = "Systems/*/Bios"
    case biosSettings = "Systems/*/Bios/Settings"
    case biosReset = "Systems/*/Bios/Actions/Bios.ResetBios"
    case secureBoot = "Systems/*/SecureBoot"
    case secureBootReset = "Systems/*/SecureBoot/Actions/SecureBoot.ResetKeys"
    case memories = "Systems/*/Memory"
    case memory = "Systems/*/Memory/*"
    case processors = "Systems/*/Processors"
    case processor = "Systems/*/Processors/*"
    case interfaces = "Systems/*/EthernetInterfaces"
    case interface = "Systems/*/EthernetInterfaces/*"
    case pcieDevice = "Systems/*/PCIeDevices/*"
    case pcieFunctions = "Systems/*/PCIeDevices/*/PCIeFunctions"
    case pcieFunction = "Systems/*/PCIeDevices/*/PCIeFunctions/*"
    case simpleStorages = "Systems/*/SimpleStorage"
    case simpleStorage = "Systems/*/SimpleStorage/*"
    case storages = "Systems/*/Storage"
    case storage = "Systems/*/Storage/*"
    case drive = "Systems/*/Storage/*/Drives/*"
    case volumes = "Systems/*/Storage/*/Volumes"
    case volume = "Systems/*/Storage/*/Volumes/*"
    case logServices = "Systems/*/LogServices"
    case log = "Systems/*/LogServices/SEL"
    case logEntries = "Systems/*/LogServices/SEL/Entries"
    case logEntry = "Systems/*/LogServices/SEL/Entries/*"
    case clearLog = "Systems/*/LogServices/SEL/Actions/LogService.ClearLog"
    case managers = "Managers"
    case manager = "Managers/*"
    case managerReset = "Managers/*/Actions/Manager.Reset"
    case managerInterfaces = "Managers/*/EthernetInterfaces"
    case managerInterface = "Managers/*/EthernetInterfaces/*"
    case mediaList = "Managers/*/VirtualMedia"
    case media = "Managers/*/VirtualMedia/*"
    case insertMedia = "Managers/*/VirtualMedia/*/Actions/VirtualMedia.InsertMedia"
    case ejectMedia = "Managers/*/VirtualMedia/*/Actions/VirtualMedia.EjectMedia"
    case chassisList = "Chassis"
    case chassis = "Chassis/*"
    case power = "Chassis/*/Power"
    case thermal = "Chassis/*/Thermal"
    case sensors = "Chassis/*/Sensors"
    case sensor = "Chassis/*/Sensors/*"
    case thermalSubsystem = "Chassis/*/ThermalSubsystem"
    case thermalMetrics = "Chassis/*/ThermalSubsystem/ThermalMetrics"
    case fans = "Chassis/*/ThermalSubsystem/Fans"
    case fan = "Chassis/*/ThermalSubsystem/Fans/*"
    case powerSubsystem = "Chassis/*/PowerSubsystem"
    case adapters = "Chassis/*/NetworkAdapters"
    case adapter = "Chassis/*/NetworkAdapters/*"
    case adapterPorts = "Chassis/*/NetworkAdapters/*/Ports"
    case adapterPort = "Chassis/*/NetworkAdapters/*/Ports/*"
    case adapterFunctions = "Chassis/*/NetworkAdapters/*/NetworkDeviceFunctions"
    case adapterFunction = "Chassis/*/NetworkAdapters/*/NetworkDeviceFunctions/*"

    /// What it does beside GET, HEAD and OPTIONS.
    private var changes: [HTTPMethod] {
        switch self {
        case .sessions, .accounts, .volumes, .subscriptions: [.post]
        case .session, .volume: [.delete]
        case .account, .subscription: [.patch, .delete]
        case .task: [.delete]
        case .sessionService, .system, .chassis, .manager, .biosSettings, .secureBoot: [.patch]
        default: []
        }
    }

    /// Whether it is an action, which takes POST alone.
    var isAction: Bool { rawValue.contains("/Actions/") }

    /// Whether it is one machine's, whose name then comes first.
    var isOfMachine: Bool {
        ["Systems/*", "Managers/*", "Chassis/*"].contains { rawValue.hasPrefix($0) }
    }

    /// What it takes, in the order of `Allow`.
    var methods: [HTTPMethod] {
        isAction ? [.options, .post] : [.get, .head, .options] + changes
    }

    /// Whether it is seen without a log-in (DSP0266, section on authentication).
    func isOpen(to method: HTTPMethod) -> Bool {
        switch self {
        case .root, .odata, .metadata: true
        case .sessions: method == .post
        default: false
        }
    }

    /// One of these is needed (the privilege registry DSP8011 gives for the resource).
    func privileges(for method: HTTPMethod) -> [RedfishPrivilege] {
        guard !method.isSafe else { return [.login] }
        return switch self {
        case .session: [.configureManager, .configureSelf]
        case .accounts: [.configureUsers]
        case .account:
            method == .patch ? [.configureUsers, .configureSelf] : [.configureUsers]
        case .sessionService, .task, .manager, .managerReset, .clearLog, .insertMedia,
            .ejectMedia, .chassis, .subscriptions, .subscription, .submitTestEvent:
            [.configureManager]
        default: [.configureComponents]
        }
    }

    /// The parts of the address.
    private static let parts: [(kind: ResourceKind, parts: [Substring])] = allCases.map {
        ($0, $0.rawValue.split(separator: "/"))
    }

    /// Found by the count of their parts.
    private static let byCount: [[(kind: ResourceKind, parts: [Substring])]] =
        (0...HTTPLimits.pathDepth).map { count in parts.filter { $0.parts.count == count } }

    /// The kind at an address, and the names in it; nil where there is none.
    static func find(_ path: ArraySlice<String>) -> (kind: ResourceKind, names: [String])? {
        guard path.count < byCount.count else { return nil }
        for (kind, parts) in byCount[path.count]
        where zip(parts, path).allSatisfy({ $0 == "*" || $0 == $1 }) {
            return (kind, zip(parts, path).filter { $0.0 == "*" }.map(\.1))
        }
        return nil
    }
}

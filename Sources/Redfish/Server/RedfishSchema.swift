/// A schema of DMTF's that resources follow, by its name and version (DSP8010).
struct RedfishSchema: Sendable, Hashable {
    /// Without its version.
    let name: String
    /// With it; those of collections have none.
    let versioned: String

    /// - Parameter type: as `@odata.type` names it. Nil for what is no such name.
    init?(type: String) {
        guard type.hasPrefix("#") else { return nil }
        self.init(type.dropFirst().split(separator: ".").dropLast().joined(separator: "."))
    }

    private init?(_ versioned: String) {
        guard let name = versioned.split(separator: ".").first else { return nil }
        self.name = String(name)
        self.versioned = versioned
    }

    private static let base = "http://redfish.dmtf.org/schemas/v1/"

    /// Where its JSON form is, less the ending.
    var address: String { Self.base + versioned }
    /// Where its form in OData's language is.
    var document: String { Self.base + name + "_v1.xml" }

    static let root = named("ServiceRoot.v1_15_0")

    private static func named(_ versioned: String) -> RedfishSchema {
        guard let schema = RedfishSchema(versioned) else {
            preconditionFailure("The schemas in use have names.")
        }
        return schema
    }

    /// Those of all resources there are.
    static let all =
        [root]
        + [
            "AccountService.v1_10_0", "Bios.v1_2_0", "Chassis.v1_21_0", "ChassisCollection",
            "ComputerSystem.v1_20_0", "ComputerSystemCollection", "Drive.v1_11_0",
            "EthernetInterface.v1_4_0", "EthernetInterfaceCollection", "Event.v1_7_0",
            "EventDestination.v1_11_0", "EventDestinationCollection", "EventService.v1_7_0",
            "Fan.v1_3_0", "FanCollection",
            "JsonSchemaFile.v1_1_4", "JsonSchemaFileCollection",
            "LogEntry.v1_11_0", "LogEntryCollection", "LogService.v1_3_1", "LogServiceCollection",
            "Manager.v1_11_0", "ManagerCollection", "ManagerAccount.v1_8_0",
            "ManagerAccountCollection", "Memory.v1_7_0", "MemoryCollection", "Message.v1_1_2",
            "MessageRegistry.v1_6_0", "MessageRegistryFile.v1_1_3",
            "MessageRegistryFileCollection",
            "NetworkAdapter.v1_9_0", "NetworkAdapterCollection", "NetworkDeviceFunction.v1_9_0",
            "NetworkDeviceFunctionCollection", "PCIeDevice.v1_9_0", "PCIeFunction.v1_3_0",
            "PCIeFunctionCollection", "Port.v1_7_0", "PortCollection",
            "Power.v1_7_1", "PowerSubsystem.v1_1_0", "Processor.v1_3_0", "ProcessorCollection",
            "Role.v1_3_1", "RoleCollection", "SecureBoot.v1_1_0", "Sensor.v1_6_0",
            "SensorCollection",
            "Session.v1_3_0", "SessionCollection", "SessionService.v1_1_8", "Settings.v1_3_5",
            "SimpleStorage.v1_2_0", "SimpleStorageCollection", "SoftwareInventory.v1_4_0",
            "SoftwareInventoryCollection", "Storage.v1_8_0", "StorageCollection", "Task.v1_4_3",
            "TaskCollection", "TaskService.v1_2_0", "Thermal.v1_7_1", "ThermalMetrics.v1_0_1",
            "ThermalSubsystem.v1_0_0", "UpdateService.v1_11_0", "VirtualMedia.v1_4_0",
            "VirtualMediaCollection", "Volume.v1_6_2", "VolumeCollection",
        ].map(named)
}

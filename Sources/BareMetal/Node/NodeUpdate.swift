public import Hardware
public import World

/// A change of a node's record that an operator asks for (one patch of Ironic's `PATCH /nodes`).
public enum NodeUpdate: Sendable, Hashable, Codable {
    /// Leaves the node alone from now on.
    case maintenance(reason: String)
    /// Ends maintenance, whatever set it.
    case endOfMaintenance
    /// What benchmarks say against its machine.
    case fitness(NodeFitness?)
    case protection(Protection?)
    case retirement(Retirement?)
    case resourceClass(ResourceClass?)
    case traits([Trait])
    case conductorGroup(ConductorGroup)
    case properties(NodeProperties)
    case rootDevice(RootDeviceHints?)
    case skippedDevices(SkippedDevices?)
    /// How the machine is reached.
    case controller(DriverName, BMCAddress, BMCCredentials)
    /// How it is driven, its interfaces among it.
    case driverSettings(DriverSettings?)
    case chassis(Identifier?)
    case owner(ProjectID?)
    case lessee(ProjectID?)
    case automatedCleaning(StepOptions.AutomatedCleaning?)
    case particulars(NodeParticulars?)
    /// How the next steps that build volumes lay the disks into them; nil for none.
    case targetRAID(RAIDConfiguration?)
    /// Gives the node to an instance without touching the machine.
    case association(Instance)
    /// Takes the node from its instance without touching the machine.
    case dissociation

    /// The record's field, as Ironic names it.
    public var field: String {
        switch self {
        case .maintenance, .endOfMaintenance: "maintenance"
        case .fitness: "fitness"
        case .protection: "protected"
        case .retirement: "retired"
        case .resourceClass: "resource_class"
        case .traits: "traits"
        case .conductorGroup: "conductor_group"
        case .properties: "properties"
        case .rootDevice: "properties/root_device"
        case .skippedDevices: "properties/skip_block_devices"
        case .controller: "driver_info"
        case .driverSettings: "driver_info"
        case .chassis: "chassis_uuid"
        case .owner: "owner"
        case .lessee: "lessee"
        case .automatedCleaning: "automated_clean"
        case .particulars: "extra"
        case .targetRAID: "target_raid_config"
        case .association, .dissociation: "instance_uuid"
        }
    }
}

public import Hardware

/// A change of a node's record that an operator asks for (one patch of Ironic's `PATCH /nodes`).
public enum NodeUpdate: Sendable, Hashable, Codable {
    /// Leaves the node alone from now on.
    case maintenance(reason: String)
    /// Ends maintenance, whatever set it.
    case endOfMaintenance
    case protection(Protection?)
    case retirement(Retirement?)
    case resourceClass(ResourceClass?)
    case traits([Trait])
    case conductorGroup(ConductorGroup)
    case properties(NodeProperties)
    case rootDevice(RootDeviceHints?)
    /// How the machine is driven.
    case controller(DriverName, BMCAddress, BMCCredentials)
    /// Takes the node from its instance without touching the machine.
    case dissociation

    /// The record's field, as Ironic names it.
    public var field: String {
        switch self {
        case .maintenance, .endOfMaintenance: "maintenance"
        case .protection: "protected"
        case .retirement: "retired"
        case .resourceClass: "resource_class"
        case .traits: "traits"
        case .conductorGroup: "conductor_group"
        case .properties: "properties"
        case .rootDevice: "properties/root_device"
        case .controller: "driver_info"
        case .dissociation: "instance_uuid"
        }
    }
}

public import Hardware

/// How the controllers of an inventory's machines are reached, as scenarios write it.
public enum InventoryManagement: String, Sendable, Hashable, CaseIterable {
    /// Calls reach them as they are, whatever their driver.
    case direct
    /// The real client and the real server of the protocol that each machine's driver speaks lie
    /// between; where a driver's protocol has no client here, calls reach them as they are.
    case wire

    /// What is spoken to a controller of this driver.
    public func wire(for driver: DriverName) -> ManagementProtocol? {
        guard self == .wire else { return nil }
        switch driver.text {
        case "ipmi", "intel-ipmi": return .ipmi
        case "redfish", "idrac": return .redfish
        default: return nil
        }
    }
}

import Hardware

/// How the controllers of a group of machines are reached, as scenarios write it.
enum GroupManagement: String, CaseIterable {
    /// Calls reach them as they are.
    case direct
    /// The real client and the real server of the protocol lie between.
    case ipmi, redfish

    var wire: ManagementProtocol? {
        switch self {
        case .direct: nil
        case .ipmi: .ipmi
        case .redfish: .redfish
        }
    }
}

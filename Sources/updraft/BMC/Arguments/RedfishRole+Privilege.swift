import IPMI
import Redfish

extension RedfishRole {
    /// What Redfish calls the privilege of an account list.
    init(_ privilege: PrivilegeLevel) {
        self =
            switch privilege {
            case .administrator, .oem: .administrator
            case .operator: .operator
            case .user, .callback: .readOnly
            }
    }
}

/// What an account may do (DSP0266, the roles that every service has).
public enum RedfishRole: String, Sendable, Hashable, CaseIterable {
    case administrator = "Administrator"
    case `operator` = "Operator"
    case readOnly = "ReadOnly"

    var privileges: [RedfishPrivilege] {
        switch self {
        case .administrator: RedfishPrivilege.allCases
        case .operator: [.login, .configureComponents, .configureSelf]
        case .readOnly: [.login, .configureSelf]
        }
    }
}

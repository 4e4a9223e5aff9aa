/// The privileges that the specification knows (DSP0266, privilege model).
enum RedfishPrivilege: String, Sendable, Hashable, CaseIterable {
    case login = "Login"
    case configureManager = "ConfigureManager"
    case configureUsers = "ConfigureUsers"
    case configureComponents = "ConfigureComponents"
    case configureSelf = "ConfigureSelf"
}

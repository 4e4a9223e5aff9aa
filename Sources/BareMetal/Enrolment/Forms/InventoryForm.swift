/// The forms in which operators hand machines over.
public enum InventoryForm: String, Sendable, Hashable, CaseIterable {
    /// TripleO's `instackenv.json`, and the same in YAML.
    case instackenv
    /// TripleO's rows of `pm_type,pm_addr,pm_user,pm_password,mac`, with a header or without.
    case instackenvCSV = "instackenv-csv"
    /// Tuskar's rows of driver, address, user, password, MAC addresses, architecture, processors,
    /// memory and disk.
    case tuskarCSV = "tuskar-csv"
    /// Ironic's own, as `openstack baremetal create` takes it.
    case ironic
    /// Bifrost's hosts by name, in JSON or YAML.
    case bifrost
    /// Bifrost's older rows, which begin with a MAC address.
    case bifrostCSV = "bifrost-csv"

    /// Whether a system behind an address must be named: Ironic itself takes the only one there is.
    var requiresSystem: Bool {
        switch self {
        case .instackenv, .instackenvCSV, .tuskarCSV: true
        case .ironic, .bifrost, .bifrostCSV: false
        }
    }

    /// Whether several machines may have one controller, as virtual ones behind their host have in
    /// bifrost's own sample. TripleO takes two of one controller for the same machine.
    var sharesControllers: Bool { self == .bifrost || self == .bifrostCSV }

    var isRows: Bool {
        switch self {
        case .instackenvCSV, .tuskarCSV, .bifrostCSV: true
        case .instackenv, .ironic, .bifrost: false
        }
    }
}

import Hardware

/// What TripleO knows of one family of controllers: which `pm_type`s mean it and which `pm_` keys
/// it takes (tripleo-common's driver handlers).
struct ControllerKind: Sendable, Hashable {
    let driver: DriverName
    /// How the driver names end that older files use for it.
    let formerEndings: [String]
    /// Keys that start with one of them are passed to the driver as they are.
    let prefixes: [String]
    /// Keys besides `pm_addr`, `pm_user` and `pm_password`, which all kinds take.
    let furtherKeys: [String]
    /// The key that tells apart the systems behind one address.
    let systemKey: SystemKey?
    /// The port that need not be written.
    let usualPort: Int?

    enum SystemKey: Sendable, Hashable {
        case required(String)
        case optional(String)

        var name: String {
            switch self {
            case .required(let name), .optional(let name): name
            }
        }
    }

    private init(
        _ driver: DriverName,
        formerEndings: [String] = [],
        prefixes: [String],
        furtherKeys: [String] = [],
        systemKey: SystemKey? = nil,
        usualPort: Int? = nil
    ) {
        self.driver = driver
        self.formerEndings = formerEndings
        self.prefixes = prefixes
        self.furtherKeys = furtherKeys
        self.systemKey = systemKey
        self.usualPort = usualPort
    }

    static let all: [ControllerKind] = [
        ControllerKind(
            "ipmi", formerEndings: ["_ipmitool"], prefixes: ["ipmi_"], furtherKeys: ["pm_port"],
            usualPort: 623),
        ControllerKind(
            "redfish", prefixes: ["redfish_"], furtherKeys: ["pm_port", "pm_system_id"],
            systemKey: .required("pm_system_id"), usualPort: 443),
        // Today's iDRAC is spoken to over Redfish, too.
        ControllerKind(
            "idrac", formerEndings: ["_drac"], prefixes: ["drac_", "redfish_"],
            furtherKeys: ["pm_port", "pm_system_id"], systemKey: .optional("pm_system_id")),
        ControllerKind(
            "ilo", formerEndings: ["_ilo"], prefixes: ["ilo_"], furtherKeys: ["pm_port"]),
        ControllerKind("ilo5", prefixes: ["ilo_"], furtherKeys: ["pm_port"]),
        ControllerKind(
            "irmc", formerEndings: ["_irmc"], prefixes: ["irmc_"], furtherKeys: ["pm_port"]),
        ControllerKind("xclarity", prefixes: ["xclarity_"], furtherKeys: ["pm_port"]),
        ControllerKind(
            "intel-ipmi", prefixes: ["ipmi_"], furtherKeys: ["pm_port"], usualPort: 623),
        ControllerKind(
            "staging-ovirt", prefixes: ["ovirt_"], furtherKeys: ["pm_vm_name"],
            systemKey: .required("pm_vm_name")),
        ControllerKind(
            "staging-iboot", formerEndings: ["_iboot"], prefixes: ["iboot_"],
            furtherKeys: ["pm_port", "pm_relay_id"], systemKey: .optional("pm_relay_id")),
        ControllerKind("staging-amt", formerEndings: ["_amt"], prefixes: ["amt_"]),
        ControllerKind("simulated", prefixes: ["simulated_"], furtherKeys: ["pm_port"]),
    ]

    /// Why a driver that upstream knows, or once knew, is of no use here; nil for any other name.
    static func objection(to name: String) -> String? {
        switch name {
        case "manual-management", "fake_pxe", "fake_agent", "fake", "fake-hardware",
            "staging-wol":
            "which cannot switch a machine on and off"
        case _ where name.hasSuffix("wol"): "which cannot switch a machine off"
        case _ where name.hasSuffix("_ssh"):
            "which drove virtual machines over SSH and is gone; a virtual BMC takes its place"
        default: nil
        }
    }

    static func named(_ name: String) -> ControllerKind? {
        all.first { kind in
            kind.driver.text == name || kind.formerEndings.contains { name.hasSuffix($0) }
        }
    }

    func takes(_ key: String) -> Bool {
        ["pm_type", "pm_addr", "pm_user", "pm_password"].contains(key)
            || furtherKeys.contains(key) || isParameter(key)
    }

    /// Whether the driver is passed a key as it is.
    func isParameter(_ key: String) -> Bool { prefixes.contains { key.hasPrefix($0) } }

    var keys: [String] { ["pm_type", "pm_addr", "pm_user", "pm_password"] + furtherKeys }

    /// The `pm_` key that says the same as an entry of Ironic's `driver_info`; nil for an entry
    /// that has none.
    func key(for entry: String) -> String? {
        guard let prefix = prefixes.first(where: { entry.hasPrefix($0) }) else { return nil }
        switch entry.dropFirst(prefix.count) {
        case "address", "host": return "pm_addr"
        case "username": return "pm_user"
        case "password": return "pm_password"
        case "port": return furtherKeys.contains("pm_port") ? "pm_port" : nil
        case let rest: return furtherKeys.contains("pm_\(rest)") ? "pm_\(rest)" : nil
        }
    }

    /// Ironic's name for what a `pm_` key says.
    func entry(for key: String) -> String {
        switch key {
        case "pm_addr": prefixes[0] + "address"
        case "pm_user": prefixes[0] + "username"
        default: prefixes[0] + key.dropFirst(3)
        }
    }
}

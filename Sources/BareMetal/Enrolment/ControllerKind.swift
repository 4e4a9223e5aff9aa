import Hardware

/// What TripleO knows of one family of controllers: which `pm_type`s mean it and which `pm_` keys
/// it takes (tripleo-common's driver handlers).
struct ControllerKind: Sendable, Hashable {
    let driver: DriverName
    /// How the driver names end that older files use for it.
    let formerEndings: [String]
    /// Keys that start so are passed to the driver as they are.
    let prefix: String
    /// Keys besides `pm_addr`, `pm_user` and `pm_password`, which all kinds take.
    let furtherKeys: [String]
    /// The key that tells apart the systems behind one address.
    let systemKey: String?
    /// The port that need not be written.
    let usualPort: Int?

    private init(
        _ driver: DriverName,
        formerEndings: [String] = [],
        prefix: String,
        furtherKeys: [String] = [],
        systemKey: String? = nil,
        usualPort: Int? = nil
    ) {
        self.driver = driver
        self.formerEndings = formerEndings
        self.prefix = prefix
        self.furtherKeys = furtherKeys
        self.systemKey = systemKey
        self.usualPort = usualPort
    }

    static let all: [ControllerKind] = [
        ControllerKind(
            "ipmi",
            formerEndings: ["_ipmitool"],
            prefix: "ipmi_",
            furtherKeys: ["pm_port"],
            usualPort: 623
        ),
        ControllerKind(
            "redfish",
            prefix: "redfish_",
            furtherKeys: ["pm_port", "pm_system_id"],
            systemKey: "pm_system_id",
            usualPort: 443
        ),
        ControllerKind(
            "idrac",
            formerEndings: ["_drac"],
            prefix: "drac_",
            furtherKeys: ["pm_port"]
        ),
        ControllerKind("ilo", formerEndings: ["_ilo"], prefix: "ilo_", furtherKeys: ["pm_port"]),
        ControllerKind("irmc", formerEndings: ["_irmc"], prefix: "irmc_", furtherKeys: ["pm_port"]),
        ControllerKind("xclarity", prefix: "xclarity_", furtherKeys: ["pm_port"]),
        ControllerKind(
            "staging-ovirt",
            prefix: "ovirt_",
            furtherKeys: ["pm_vm_name"],
            systemKey: "pm_vm_name"
        ),
        ControllerKind(
            "staging-iboot",
            formerEndings: ["_iboot"],
            prefix: "iboot_",
            furtherKeys: ["pm_port", "pm_relay_id"]
        ),
        ControllerKind("staging-amt", formerEndings: ["_amt"], prefix: "amt_"),
        ControllerKind("simulated", prefix: "simulated_", furtherKeys: ["pm_port"]),
    ]

    /// Names of TripleO's for machines that nobody can switch on and off remotely.
    static let withoutController = [
        "manual-management", "fake_pxe", "fake_agent", "fake", "fake-hardware", "staging-wol",
    ]

    static func named(_ name: String) -> ControllerKind? {
        all.first { kind in
            kind.driver.text == name || kind.formerEndings.contains { name.hasSuffix($0) }
        }
    }

    func takes(_ key: String) -> Bool {
        ["pm_type", "pm_addr", "pm_user", "pm_password"].contains(key)
            || furtherKeys.contains(key) || key.hasPrefix(prefix)
    }

    var keys: [String] { ["pm_type", "pm_addr", "pm_user", "pm_password"] + furtherKeys }
}

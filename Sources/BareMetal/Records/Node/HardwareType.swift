public import Hardware

/// A family of machines, and what may drive each part of them (Ironic's hardware types).
///
/// Which implementations a hardware type works with, and which of them it prefers, is Ironic 39's;
/// which of them a service has switched on is Ironic's default configuration.
public struct HardwareType: Sendable, Hashable {
    public let driver: DriverName
    /// By interface, the most preferred implementation first.
    private let supported: [String: [String]]

    /// Nil for a driver that is no hardware type of Ironic's, about whose interfaces nothing is
    /// known: those that came before hardware types, and those from elsewhere.
    public static func named(_ driver: DriverName) -> HardwareType? {
        all.first { $0.driver == driver }
    }

    /// The implementations that a node of this type has: those chosen for it, and the preferred one
    /// of those switched on for each other interface.
    ///
    /// - Parameter chosen: by Ironic's names, such as `deploy_interface`.
    /// - Throws: ``RecordRefusal/invalid(_:)`` for a choice that does not fit the type.
    public func interfaces(
        choosing chosen: [String: String] = [:]
    ) throws(RecordRefusal) -> [String: String] {
        try check(chosen)
        var interfaces = chosen
        for key in DriverSettings.interfaceKeys where chosen[key] == nil {
            interfaces[key] = standard(key)
        }
        return interfaces
    }

    /// Whether implementations fit the type.
    func check(_ chosen: [String: String]) throws(RecordRefusal) {
        for (key, name) in chosen.sorted(by: { $0.key < $1.key }) {
            let fit = supported[key] ?? []
            guard !fit.contains(name) else { continue }
            throw .invalid(
                "'\(name)' is no \(key) of hardware type '\(driver)', which has: "
                    + fit.joined(separator: ", "))
        }
    }

    private func standard(_ key: String) -> String? {
        if key == "storage_interface" { return "noop" }
        let fit = supported[key] ?? []
        guard let enabled = Self.enabled[key] else { return fit.first }
        return fit.first(where: enabled.contains) ?? fit.first
    }

    /// What Ironic's defaults switch on; for `management` and `power` whatever the types need.
    private static let enabled: [String: [String]] = [
        "bios_interface": ["no-bios", "redfish"],
        "boot_interface": ["ipxe", "pxe", "redfish-virtual-media"],
        "console_interface": ["no-console"],
        "deploy_interface": ["autodetect", "direct", "ramdisk", "bootc"],
        "firmware_interface": ["no-firmware"], "inspect_interface": ["no-inspect", "redfish"],
        "network_interface": ["flat", "noop"], "raid_interface": ["agent", "no-raid", "redfish"],
        "rescue_interface": ["no-rescue"], "storage_interface": ["cinder", "noop"],
        "vendor_interface": ["ipmitool", "redfish", "no-vendor"],
    ]
}

extension HardwareType {
    /// What a type has where it says nothing else (Ironic's generic hardware).
    private static let generic: [String: [String]] = [
        "bios_interface": ["no-bios"], "boot_interface": ["ipxe", "pxe", "http-ipxe", "http"],
        "console_interface": ["no-console", "fake-graphical"],
        "deploy_interface": [
            "autodetect", "direct", "ansible", "ramdisk", "anaconda", "bootc", "custom-agent",
        ],
        "firmware_interface": ["no-firmware"], "inspect_interface": ["agent", "no-inspect"],
        "network_interface": ["flat", "neutron", "ironic-networking", "noop"],
        "raid_interface": ["no-raid", "agent"], "rescue_interface": ["no-rescue", "agent"],
        "storage_interface": ["noop", "cinder", "external"], "vendor_interface": ["no-vendor"],
    ]

    private init(_ driver: DriverName, _ own: [String: [String]]) {
        self.driver = driver
        supported = Self.generic.merging(own) { $1 }
    }

    static let all: [HardwareType] = [
        HardwareType(
            "ipmi",
            [
                "console_interface": ["ipmitool-socat", "no-console", "fake-graphical"],
                "management_interface": ["ipmitool", "noop"], "power_interface": ["ipmitool"],
                "vendor_interface": ["ipmitool", "no-vendor"],
            ]),
        HardwareType(
            "intel-ipmi",
            [
                "console_interface": ["ipmitool-socat", "no-console", "fake-graphical"],
                "management_interface": ["intel-ipmitool"], "power_interface": ["ipmitool"],
                "vendor_interface": ["ipmitool", "no-vendor"],
            ]),
        HardwareType("redfish", redfish),
        HardwareType("idrac", redfish.merging(idrac) { $1 }),
        HardwareType("fake-hardware", fake),
        HardwareType(
            "manual-management",
            [
                "deploy_interface": (generic["deploy_interface"] ?? []) + ["noop"],
                "management_interface": ["noop", "fake"], "power_interface": ["agent", "fake"],
            ]),
    ]

    private static let redfish: [String: [String]] = [
        "bios_interface": ["redfish", "no-bios"],
        "boot_interface": [
            "ipxe", "pxe", "http-ipxe", "http", "redfish-virtual-media", "redfish-https",
        ],
        "console_interface": [
            "redfish-graphical", "ipmitool-socat", "no-console", "fake-graphical",
        ],
        "firmware_interface": ["redfish", "no-firmware"],
        "inspect_interface": ["redfish", "agent", "no-inspect"],
        "management_interface": ["redfish", "noop"], "power_interface": ["redfish"],
        "raid_interface": ["redfish", "no-raid", "agent"],
        "vendor_interface": ["redfish", "no-vendor"],
    ]

    private static let idrac: [String: [String]] = [
        "bios_interface": ["idrac-redfish", "redfish", "no-bios"],
        "boot_interface": [
            "ipxe", "pxe", "http-ipxe", "http", "idrac-redfish-virtual-media", "redfish-https",
        ],
        "inspect_interface": ["idrac-redfish", "agent", "no-inspect"],
        "management_interface": ["idrac-redfish"],
        "power_interface": ["idrac-redfish", "redfish"],
        "raid_interface": ["idrac-redfish", "no-raid", "agent"],
        "vendor_interface": ["idrac-redfish", "redfish", "no-vendor"],
    ]

    private static let fake: [String: [String]] = [
        "bios_interface": ["fake", "no-bios"],
        "boot_interface": ["fake", "ipxe", "pxe", "http-ipxe", "http"],
        "console_interface": ["fake", "no-console", "fake-graphical"],
        "deploy_interface": [
            "fake", "autodetect", "direct", "ansible", "ramdisk", "anaconda", "bootc",
            "custom-agent",
        ],
        "firmware_interface": ["fake", "no-firmware"],
        "inspect_interface": ["fake", "agent", "no-inspect"], "management_interface": ["fake"],
        "power_interface": ["fake"], "raid_interface": ["fake", "no-raid", "agent"],
        "rescue_interface": ["fake", "no-rescue", "agent"],
        "storage_interface": ["fake", "noop", "cinder", "external"],
        "vendor_interface": ["fake", "FakeVendorA", "no-vendor"],
    ]
}

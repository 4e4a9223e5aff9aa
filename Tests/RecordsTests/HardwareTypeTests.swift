import BareMetal
import Hardware
import Testing
import World

@Suite("A hardware type")
struct HardwareTypeTests {
    private static func make(_ body: JSONValue) throws -> Node {
        try NodeRecordTests.make(body)
    }

    @Test("gives a node the preferred interfaces of those that are switched on")
    func defaults() throws {
        let ipmi = try #require(HardwareType.named("ipmi")).interfaces()
        #expect(
            ipmi == [
                "bios_interface": "no-bios", "boot_interface": "ipxe",
                "console_interface": "no-console", "deploy_interface": "autodetect",
                "firmware_interface": "no-firmware", "inspect_interface": "no-inspect",
                "management_interface": "ipmitool", "network_interface": "flat",
                "power_interface": "ipmitool", "raid_interface": "no-raid",
                "rescue_interface": "no-rescue", "storage_interface": "noop",
                "vendor_interface": "ipmitool",
            ])
        let redfish = try #require(HardwareType.named("redfish")).interfaces(
            choosing: ["deploy_interface": "ansible"])
        #expect(redfish["inspect_interface"] == "redfish")
        #expect(redfish["raid_interface"] == "redfish")
        #expect(redfish["deploy_interface"] == "ansible")
        for name in ["idrac", "intel-ipmi", "fake-hardware", "manual-management"] {
            let type = try #require(HardwareType.named(DriverName(name)))
            #expect(try type.interfaces().count == 13)
        }
        #expect(HardwareType.named("agent_ipmitool") == nil)
    }

    @Test("takes no interface of another type's")
    func misfits() throws {
        #expect(throws: RecordRefusal.self) {
            try Self.make(["driver": "ipmi", "power_interface": "redfish"])
        }
        #expect(throws: RecordRefusal.self) {
            try Self.make(["driver": "redfish", "boot_interface": "idrac-redfish-virtual-media"])
        }
        _ = try Self.make(["driver": "fake-hardware", "power_interface": "fake"])
        _ = try Self.make(["driver": "manual-management", "deploy_interface": "noop"])
        // Nothing is known of what came from elsewhere.
        _ = try Self.make(["driver": "simulated", "power_interface": "wires"])
    }

    @Test("is told with the interfaces that nobody chose, and a patch chooses none of them")
    func told() throws {
        let node = try Self.make(["driver": "ipmi"])
        #expect(node.body(nodes: NodeIndex([]))["power_interface"] == "ipmitool")
        let new = try NodeRecordTests.patched(
            node, ["op": "add", "path": "/description", "value": "x"])
        #expect(new.driverSettings == nil)
    }
}

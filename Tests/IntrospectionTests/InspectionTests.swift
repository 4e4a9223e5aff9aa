import Documents
import Introspection
import OrderedCollections
import Testing

@Suite struct InspectionTests {
    static let em1 = "11:11:11:11:11:11"
    static let em2 = "22:22:22:22:22:22"

    static func data(_ changes: OrderedDictionary<String, DocumentValue> = [:]) -> DocumentValue {
        let inventory: OrderedDictionary<String, DocumentValue> = [
            "interfaces": [
                ["name": "lo", "mac_address": "24:24:24:24:24:24", "ipv4_address": "127.0.0.1"],
                ["name": "em1", "mac_address": "11:11:11:11:11:11", "ipv4_address": "1.1.1.1"],
                [
                    "name": "em2", "mac_address": "22:22:22:22:22:22", "client_id": "cid",
                    "ipv6_address": "fd00::5%em2",
                    "lldp": [[1, "04112233aabbcc"], [2, "07373334"]],
                ],
                ["name": "em3", "mac_address": "not valid", "ipv4_address": "1.1.1.3"],
                ["name": "em4", "mac_address": "44:44:44:44:44:44"],
            ],
            "cpu": ["count": 4, "architecture": "x86_64", "flags": ["vmx", "mmx"]],
            "memory": ["physical_mb": 8192],
            "disks": [
                ["name": "/dev/sda", "size": 1_000_204_886_016, "serial": "S1"],
                ["name": "/dev/sdb", "size": 500, "serial": "S2"],
            ],
            "boot": ["current_boot_mode": "uefi", "pxe_interface": "01-11-11-11-11-11-11"],
            "bmc_address": "192.0.2.1",
        ]
        return ["inventory": .map(inventory.merging(changes) { _, new in new })]
    }

    static let node: DocumentValue = ["properties": [:], "driver_info": [:]]

    static func addresses(
        _ adding: PortAddition, _ keeping: PortRetention = .all, state: String = "manageable",
        boot: DocumentValue = ["pxe_interface": "01-11-11-11-11-11-11"]
    ) throws -> [String] {
        var options = InspectionOptions()
        (options.adding, options.keeping) = (adding, keeping)
        let node: DocumentValue = ["properties": [:], "provision_state": .string(state)]
        let old: [DocumentValue] = [
            ["address": "44:44:44:44:44:44", "uuid": "p4"],
            ["address": "55:55:55:55:55:55", "uuid": "p5"],
        ]
        return try Inspection(data(["boot": boot]), node: node, ports: old, options: options)
            .ports.compactMap { $0["address"]?.string }.map { String($0.prefix(2)) }.sorted()
    }

    @Test(arguments: [
        (PortAddition.pxe, PortRetention.all, ["11", "44", "55"]),
        (.active, .all, ["11", "22", "44", "55"]), (.all, .all, ["11", "22", "44", "55"]),
        (.disabled, .all, ["44", "55"]), (.pxe, .present, ["11", "44"]),
        (.pxe, .added, ["11"]), (.all, .added, ["11", "22", "44"]),
    ]) func `ports are added and kept as the policies say`(
        adding: PortAddition, keeping: PortRetention, expected: [String]
    ) throws {
        #expect(try Self.addresses(adding, keeping) == expected)
    }

    @Test func `without a boot interface all with an address become ports`() throws {
        #expect(try Self.addresses(.pxe, boot: [:]) == ["11", "22", "44", "55"])
    }

    @Test func `ports of a node in use are not taken away`() throws {
        #expect(try Self.addresses(.pxe, .added, state: "active") == ["11", "44", "55"])
    }

    @Test func `properties and capabilities are what the inventory says`() throws {
        let data = Self.data().map.map { DocumentValue.map($0) } ?? [:]
        var raw = data.map ?? [:]
        raw["root_disk"] = ["name": "/dev/sda", "size": 1_000_204_886_016]
        let inspection = try Inspection(.map(raw), node: Self.node, ports: [])
        #expect(inspection.node["properties"]?["cpus"] == 4)
        #expect(inspection.node["properties"]?["memory_mb"] == 8192)
        #expect(inspection.node["properties"]?["local_gb"] == 930)
        #expect(
            inspection.node["properties"]?["capabilities"] == "boot_mode:uefi,cpu_vt:true")
        let port = try #require(inspection.ports.first)
        #expect(port["pxe_enabled"] == true)
    }

    @Test func `hints choose the root disk, and none that fits is a failure`() throws {
        let tiny: DocumentValue = ["properties": ["root_device": ["serial": "S2"]]]
        let inspection = try Inspection(Self.data(), node: tiny, ports: [])
        #expect(inspection.data["root_disk"]?["name"] == "/dev/sdb")
        #expect(inspection.node["properties"]?["local_gb"] == 0)
        let wrong: DocumentValue = ["properties": ["root_device": ["serial": "S9"]]]
        #expect(throws: InspectionFault.self) {
            _ = try Inspection(Self.data(), node: wrong, ports: [])
        }
    }

    @Test(
        arguments: [
            (["error": "no disks"], "Ramdisk reported error: no disks"),
            ([:], "the ramdisk sent no inventory"),
            (["inventory": [:]], "no interfaces present in inventory"),
            (["inventory": ["interfaces": []]], "no valid network interfaces"),
        ] as [(DocumentValue, String)])
    func `data that was cut short is refused`(data: DocumentValue, message: String) {
        let fault = #expect(throws: InspectionFault.self) {
            _ = try Inspection(data, node: Self.node, ports: [])
        }
        #expect(fault?.message == message)
    }

    @Test func `ports are bound to what they hear, unless somebody said otherwise`() throws {
        var options = InspectionOptions()
        options.adding = .active
        options.physicalNetworks = ["1.1.1.0/24": "ctlplane", "fd00::/8": "storage"]
        let old: [DocumentValue] = [
            ["address": "22:22:22:22:22:22", "local_link_connection": ["port_id": "mine"]]
        ]
        let inspection = try Inspection(
            Self.data(), node: Self.node, ports: old, options: options)
        let link = inspection.ports[0]["local_link_connection"]
        #expect(link == ["port_id": "mine", "switch_id": "11:22:33:aa:bb:cc"])
        #expect(inspection.ports.map { $0["physical_network"] } == ["storage", "ctlplane"])
        #expect(inspection.data["parsed_lldp"]?["em2"]?["switch_port_id"] == "734")
        #expect(inspection.data["inventory"] == Self.data()["inventory"])
    }

    @Test func `extra hardware becomes maps, and one new disk the root device`() throws {
        var raw = Self.data().map ?? [:]
        raw["data"] = [["disk", "sda", "size", "10"], ["cpu", "logical", "flags", "a b"], []]
        let before = Self.data([
            "disks": [["name": "/dev/sda", "size": 1, "serial": "S1"]]
        ])
        let inspection = try Inspection(
            .map(raw), node: Self.node, ports: [], previous: before)
        #expect(inspection.data["extra"]?["disk"]?["sda"]?["size"] == 10)
        #expect(inspection.data["data"] == nil)
        #expect(inspection.node["properties"]?["root_device"] == ["serial": "S2"])
    }

    @Test func `devices are counted, and accelerators told`() throws {
        var raw = Self.data().map ?? [:]
        raw["pci_devices"] = [
            ["vendor_id": "10de", "product_id": "1eb8", "bus": "0000:01:00.0"],
            ["vendor_id": "10de", "product_id": "1eb8", "bus": "0000:02:00.0"],
        ]
        var options = InspectionOptions()
        options.deviceAliases = [["vendor_id": "10de", "product_id": "1eb8", "name": "gpu"]]
        options.knownAccelerators = [
            ["vendor_id": "10de", "device_id": "1eb8", "type": "GPU", "device_info": "T4"]
        ]
        let inspection = try Inspection(
            .map(raw), node: Self.node, ports: [], options: options)
        #expect(inspection.node["properties"]?["capabilities"]?.string?.contains("gpu:2") == true)
        let accelerators = inspection.node["properties"]?["accelerators"]?.list
        #expect(accelerators?.map { $0["pci_address"] } == ["0000:01:00.0", "0000:02:00.0"])
    }

    @Test func `a ramdisk's node is found by its controller or one interface`() {
        let controllers: [String?] = ["192.0.2.9", "192.0.2.1", nil]
        let none: [[String]] = [[], [], []]
        #expect(
            NodeLookup.node(for: Self.data(), controllers: controllers, interfaces: none)
                == .found(1))
        let ports = [[], [], ["22:22:22:22:22:22"]]
        #expect(
            NodeLookup.node(for: Self.data(), controllers: controllers, interfaces: ports)
                == .ambiguous([1, 2]))
        #expect(
            NodeLookup.node(for: Self.data(), controllers: [nil], interfaces: [[]]) == .unknown)
        let enrolled = NodeLookup.enrolled(for: Self.data())
        #expect(enrolled["driver_info"]?["ipmi_address"] == "192.0.2.1")
    }
}

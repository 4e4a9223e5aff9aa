import BareMetal
import Hardware
import Testing
import World

@Suite("A node in Ironic's JSON")
struct NodeRecordTests {
    private static let nodes = NodeIndex([
        ("host-1", Identifier(text: "6d85703a-565d-469a-96ce-30b6de53079d"))
    ])

    static func make(_ body: JSONValue) throws -> Node {
        try Node(creating: body, uuid: Sample.id(1), nodes: nodes)
    }

    static func patched(_ node: Node, _ steps: JSONValue...) throws -> Node {
        try node.patched(by: try JSONPatch(.list(steps)), nodes: nodes)
    }

    private static func body(_ node: Node) -> [String: JSONValue] { node.body(nodes: nodes) }

    @Test("keeps of a request what there is a place for, and answers with all of it")
    func creation() throws {
        let request: JSONValue = [
            "name": "node-1", "driver": "redfish", "resource_class": "gold", "owner": "p1",
            "driver_info": [
                "redfish_address": "https://192.0.2.1:8443/", "redfish_username": "admin",
                "redfish_password": "secret", "redfish_system_id": "/redfish/v1/Systems/1",
                "deploy_kernel": "http://i/k", "redfish_verify_ca": false,
            ],
            "properties": [
                "cpus": "8", "memory_mb": 16384, "local_gb": 100, "cpu_arch": "x86_64",
                "capabilities": "boot_mode:uefi,profile:control", "vendor": "x",
                "root_device": ["wwn": "0x5000"],
                "skip_block_devices": [["size": "> 500"], ["volume_name": "data"]],
            ],
            "extra": ["rack": 7], "description": "the first", "lessee": "p2", "shard": "s1",
            "conductor_group": "North", "parent_node": "host-1", "automated_clean": "no",
            "boot_interface": "redfish-virtual-media", "disable_power_off": true,
        ]
        let node = try Self.make(request)
        let bmc = BMCAddress(host: "192.0.2.1", port: 8443, system: "redfish/v1/Systems/1")
        #expect(node.bmc == bmc)
        #expect(node.credentials == BMCCredentials(user: "admin", password: "secret"))
        #expect(node.properties.processors == 8)
        #expect(node.properties.capabilities == ["boot_mode": "uefi", "profile": "control"])
        #expect(node.rootDevice != nil)
        #expect(node.skippedDevices?.disks.count == 1)
        #expect(node.skippedDevices?.volumes == ["data"])
        #expect(node.conductorGroup == "north")
        #expect(node.automatedCleaning == .disabled)
        #expect(node.particulars?.offSwitch == .disabled)
        #expect(node.provisionState == .enroll)
        var expected = try #require(request.object)
        expected["conductor_group"] = "north"
        expected["automated_clean"] = false
        expected["parent_node"] = "6d85703a-565d-469a-96ce-30b6de53079d"
        var info = try #require(expected["driver_info"]?.object)
        info["redfish_password"] = "******"
        expected["driver_info"] = .object(info)
        let body = Self.body(node)
        for (key, value) in expected { #expect(body[key] == value, "\(key)") }
    }

    @Test("needs a driver and nothing else, and is called by its UUID where it has no name")
    func nameless() throws {
        let node = try Self.make(["driver": "ipmi"])
        #expect(node.name.text == node.uuid.text)
        #expect(Self.body(node)["name"] == .null)
        #expect(throws: RecordRefusal.self) { try Self.make(["name": "a"]) }
    }

    @Test(
        "refuses what Ironic's schema refuses",
        arguments: [
            ["driver": 7], ["driver": .null], ["driver": "ipmi", "name": "a b"],
            ["driver": "ipmi", "name": "9f1d3e1a-0000-4000-8000-000000000000"],
            ["driver": "ipmi", "name": "states"], ["driver": "ipmi", "foo": 1],
            ["driver": "ipmi", "driver_info": "x"], ["driver": "ipmi", "properties": []],
            ["driver": "ipmi", "uuid": "no-uuid"], ["driver": "ipmi", "instance_uuid": "x"],
            ["driver": "ipmi", "maintenance": "perhaps"], ["driver": "ipmi", "protected": true],
            ["driver": "ipmi", "traits": ["CUSTOM_A"]], ["driver": "ipmi", "provision_state": "a"],
            ["driver": "ipmi", "resource_class": .text(String(repeating: "a", count: 81))],
            ["driver": "ipmi", "description": .text(String(repeating: "a", count: 4097))],
            ["driver": "ipmi", "instance_name": ""], ["driver": "ipmi", "parent_node": "nobody"],
            ["driver": "ipmi", "network_data": ["links": []]],
            ["driver": "ipmi", "instance_info": ["traits": "CUSTOM_A"]],
        ] as [JSONValue])
    func refused(_ body: JSONValue) {
        let error = #expect(throws: RecordRefusal.self, "\(body)") { try Self.make(body) }
        #expect(error?.status == 400)
    }

    @Test("is changed by a patch in any of its parts, and keeps what the patch does not name")
    func patches() throws {
        let node = try Self.make([
            "driver": "ipmi",
            "driver_info": ["ipmi_address": "192.0.2.1", "ipmi_username": "u", "odd": ["x": 1]],
            "properties": ["cpus": 4, "vendor": "acme"],
        ])
        let new = try Self.patched(
            node, ["op": "replace", "path": "/driver_info/ipmi_username", "value": "v"],
            ["op": "add", "path": "/properties/local_gb", "value": "50"],
            ["op": "remove", "path": "/properties/cpus"],
            ["op": "add", "path": "/extra/a", "value": ["b"]],
            ["op": "replace", "path": "/network_interface", "value": "flat"])
        #expect(new.credentials.user == "v")
        #expect(new.bmc == node.bmc)
        #expect(new.properties.processors == nil)
        #expect(new.properties.localDisk == .gibibytes(50))
        let body = Self.body(new)
        #expect(body["driver_info"]?["odd"] == ["x": 1])
        #expect(body["properties"] == ["vendor": "acme", "local_gb": "50"])
        #expect(body["extra"] == ["a": ["b"]])
        #expect(new.driverSettings?.interfaces == ["network_interface": "flat"])
    }

    @Test("keeps its secrets through a patch, though no answer shows them")
    func secrets() throws {
        let node = try Self.make([
            "driver": "ipmi",
            "driver_info": ["ipmi_password": "s3", "snmp_priv_key": "k", "x": ["my_secret": "y"]],
            "instance_info": ["configdrive": ["user_data": "x"], "image_url": "http://t"],
        ])
        let new = try Self.patched(
            node, ["op": "add", "path": "/description", "value": "x"])
        #expect(new.credentials.password == "s3")
        let body = Self.body(new)
        #expect(
            body["driver_info"] == [
                "ipmi_password": "******", "snmp_priv_key": "******",
                "x": ["my_secret": "******"],
            ])
        #expect(body["instance_info"] == ["configdrive": "******", "image_url": "******"])
    }

    @Test(
        "refuses patches that Ironic refuses",
        arguments: [
            ["op": "replace", "path": "/uuid", "value": "x"],
            ["op": "replace", "path": "/provision_state", "value": "active"],
            ["op": "replace", "path": "/reservation", "value": "x"],
            ["op": "add", "path": "/traits/-", "value": "CUSTOM_A"],
            ["op": "replace", "path": "/maintenance_reason", "value": "x"],
            ["op": "remove", "path": "/driver"], ["op": "remove", "path": "/extra/none"],
            ["op": "replace", "path": "/driver_info", "value": "x"],
            ["op": "replace", "path": "/protected_reason", "value": "x"],
            ["op": "replace", "path": "/retired_reason", "value": "x"],
            ["op": "replace", "path": "/name", "value": "other"],
            ["op": "add", "path": "/foo", "value": "bar"],
        ] as [JSONValue])
    func refusedPatch(_ step: JSONValue) throws {
        let node = try Self.make(["driver": "ipmi", "name": "node-1"])
        #expect(throws: RecordRefusal.self, "\(step)") { try Self.patched(node, step) }
    }

    @Test("loses the reason of its protection with it")
    func protection() throws {
        var node = try Self.make(["driver": "ipmi"])
        node.protection = Protection(reason: "it is mine")
        let free = try Self.patched(
            node, ["op": "replace", "path": "/protected", "value": false])
        #expect(free.protection == nil)
        let still = try Self.patched(
            node, ["op": "replace", "path": "/protected_reason", "value": "ours"])
        #expect(still.protection?.reason == "ours")
    }

    @Test("takes an instance with the image that was written down for it, and gives it back")
    func instances() throws {
        let uuid = "9f1d3e1a-0000-4000-8000-000000000000"
        let node = try Self.make([
            "driver": "ipmi",
            "instance_info": ["image_source": "http://i/a.img", "traits": ["CUSTOM_A"]],
        ])
        let taken = try Self.patched(
            node, ["op": "add", "path": "/instance_uuid", "value": .text(uuid)])
        #expect(taken.instance?.id.text == uuid)
        #expect(taken.instance?.image.name == "http://i/a.img")
        #expect(taken.instance?.traits == ["CUSTOM_A"])
        let given = try Self.patched(taken, ["op": "remove", "path": "/instance_uuid"])
        #expect(given.instance == nil)
    }

    @Test("tells a claim that is not yet deployed as the instance it is for")
    func claimed() throws {
        var node = try Self.make(["driver": "ipmi"])
        node.allocation = Sample.id(9)
        #expect(Self.body(node)["instance_uuid"] == .text(Sample.id(9).text))
        let same = try Self.patched(
            node, ["op": "add", "path": "/description", "value": "x"])
        #expect(same.allocation == Sample.id(9))
        #expect(same.instance == nil)
        let free = try Self.patched(node, ["op": "remove", "path": "/instance_uuid"])
        #expect(free.allocation == nil)
    }

    @Test("tells its work: the step under way, its volumes and when its state changed")
    func work() throws {
        var node = try Self.make(["driver": "ipmi"])
        node.provisionState = .cleaning
        node.provisionUpdated = WallTime(sinceEpoch: .seconds(1_471_559_329) + .milliseconds(5))
        let target = try RAIDConfiguration([
            "logical_disks": [["raid_level": "1+0", "size_gb": "MAX", "is_root_volume": true]]
        ])
        node.raid = NodeRAID(target: target)
        node.raid?.volumes = [
            RAIDVolume(
                name: "v", controller: "c", level: .mirror, size: .gibibytes(5), disks: ["d"],
                wwn: "0x5")
        ]
        let body = Self.body(node)
        #expect(body["target_provision_state"] == "available")
        #expect(body["provision_updated_at"] == "2016-08-18T22:28:49.005000+00:00")
        #expect(
            body["target_raid_config"] == [
                "logical_disks": [["raid_level": "1+0", "size_gb": "MAX", "is_root_volume": true]]
            ])
        #expect(body["raid_config"]?["logical_disks"]?.list?.first?["size_gb"] == 5)
    }

    @Test("is read from a report with all of its work and written as the same")
    func echo() throws {
        var report = try #require(
            Self.make(["driver": "ipmi", "name": "node-1"])
                .response(nodes: Self.nodes, at: "http://a").object)
        report["provision_state"] = "clean failed"
        report["target_provision_state"] = "manageable"
        report["power_state"] = "power on"
        report["maintenance"] = true
        report["maintenance_reason"] = "it failed"
        report["fault"] = "clean failure"
        report["last_error"] = "broken"
        report["reservation"] = "conductor-1"
        report["retired"] = true
        report["retired_reason"] = "old"
        report["traits"] = ["CUSTOM_A"]
        report["clean_step"] = ["step": "erase_devices"]
        report["raid_config"] = ["logical_disks": [["size_gb": 5]]]
        report["target_raid_config"] = ["logical_disks": [["raid_level": "1", "size_gb": 5]]]
        let node = try Node(reported: .object(report), nodes: Self.nodes)
        #expect(node.maintenance == Maintenance(reason: "it failed", fault: .cleanFailure))
        let echoed = try #require(node.response(nodes: Self.nodes, at: "http://a").object)
        for (key, value) in report { #expect(echoed[key] == value, "\(key)") }
        report["provision_state"] = "lost"
        #expect(throws: RecordRefusal.self) {
            try Node(reported: .object(report), nodes: Self.nodes)
        }
    }
}

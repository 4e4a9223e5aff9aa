import BareMetal
import Hardware
import Testing

@Suite("The body of a request about a node")
struct RequestBodyTests {
    private static func refuses(_ body: JSONValue) -> Bool {
        do {
            _ = try ProvisionBody(body)
            return false
        } catch { return true }
    }

    @Test("names the target by its verb or by the state that it leads to")
    func targets() throws {
        let verbs: [(String, ProvisionVerb)] = [
            ("active", .deploy), ("deploy", .deploy), ("rebuild", .rebuild),
            ("deleted", .undeploy), ("undeploy", .undeploy), ("manage", .manage),
            ("provide", .provide), ("inspect", .inspect), ("abort", .abort), ("adopt", .adopt),
            ("unrescue", .unrescue), ("unhold", .unhold),
        ]
        for (target, verb) in verbs {
            #expect(try ProvisionBody(["target": .text(target)]).verb == verb)
        }
        for target in ["available", "", "reboot", "on"] as [JSONValue] {
            #expect(Self.refuses(["target": target]))
        }
        #expect(Self.refuses(["target": "manage", "reason": "x"]))
        #expect(Self.refuses([:]))
    }

    @Test("takes a rescue password with rescue, always and only")
    func rescue() throws {
        let body = try ProvisionBody(["target": "rescue", "rescue_password": "pw"])
        #expect(body.rescuePassword == "pw")
        for password in ["", "  ", .null, 7] as [JSONValue] {
            #expect(Self.refuses(["target": "rescue", "rescue_password": password]))
        }
        #expect(Self.refuses(["target": "rescue"]))
        #expect(Self.refuses(["target": "manage", "rescue_password": "pw"]))
    }

    @Test("takes a config drive with a deployment or a rebuild only")
    func configDrive() throws {
        for drive in [
            "http://i/drive", "SGVsbG8=", ["user_data": ["a"], "meta_data": ["b": "c"]],
        ] as [JSONValue] {
            #expect(
                try ProvisionBody(["target": "active", "configdrive": drive]).configDrive == drive)
            #expect(
                try ProvisionBody(["target": "rebuild", "configdrive": drive]).configDrive == drive)
            #expect(Self.refuses(["target": "deleted", "configdrive": drive]))
        }
        for drive in ["{not base64}", ["other": 1], ["meta_data": "x"], 7] as [JSONValue] {
            #expect(Self.refuses(["target": "active", "configdrive": drive]))
        }
        #expect(try ProvisionBody(["target": "active", "configdrive": .null]).configDrive == nil)
    }

    @Test("has steps with the work that takes them, and nowhere else")
    func steps() throws {
        let step: JSONValue = ["interface": "deploy", "step": "erase_devices"]
        let cleaning = try ProvisionBody(["target": "clean", "clean_steps": [step]])
        #expect(cleaning.steps?.kind == .clean)
        let service = try ProvisionBody([
            "target": "service", "service_steps": [step], "disable_ramdisk": true,
        ])
        #expect(service.steps?.ramdisk == .disabled)
        #expect(Self.refuses(["target": "clean"]))
        #expect(Self.refuses(["target": "service", "service_steps": []]))
        #expect(Self.refuses(["target": "manage", "clean_steps": [step]]))
        #expect(Self.refuses(["target": "provide", "runbook": "CUSTOM_A"]))
        #expect(Self.refuses(["target": "active", "clean_steps": [step]]))
        #expect(Self.refuses(["target": "active", "disable_ramdisk": true]))
    }

    @Test("of power has a target and a timeout of a second at least")
    func power() throws {
        let soft = try PowerBody(["target": "soft power off", "timeout": 300])
        #expect(soft.request == .softOff)
        #expect(soft.limit == .seconds(300))
        #expect(try PowerBody(["target": "rebooting"]).limit == nil)
        for body in [
            ["target": "off"], ["target": "power off", "timeout": 0], [:],
            ["target": "power on", "timeout": "soon"], ["target": "power on", "force": true],
        ] as [JSONValue] {
            #expect(throws: RecordRefusal.self, "\(body)") { try PowerBody(body) }
        }
    }

    @Test("of RAID takes the target away where it is empty, and keeps to the schema else")
    func raid() throws {
        #expect(try NodeUpdate.targetRAID(body: [:]) == .targetRAID(nil))
        for body in [
            ["logical_disks": []], ["disks": []], ["logical_disks": [["raid_level": "1"]]],
            ["logical_disks": [["raid_level": "7", "size_gb": 5]]],
            ["logical_disks": [["raid_level": "1", "size_gb": -5]]],
            ["logical_disks": [["raid_level": "1", "size_gb": 5, "colour": "red"]]],
            ["logical_disks": [["raid_level": "1", "size_gb": 5, "physical_disks": ["a", "b"]]]],
            [
                "logical_disks": [
                    ["raid_level": "1", "size_gb": 5, "is_root_volume": true],
                    ["raid_level": "1", "size_gb": 5, "is_root_volume": true],
                ]
            ],
        ] as [JSONValue] {
            #expect(throws: RAIDRefusal.self, "\(body)") { try NodeUpdate.targetRAID(body: body) }
        }
        // The rules of software RAID are the agent's, which knows the disks.
        let stripe: JSONValue = [
            "logical_disks": [
                [
                    "raid_level": "0", "size_gb": "MAX", "controller": "software",
                    "physical_disks": [["size": "> 100"], ["size": "> 100"]],
                ]
            ]
        ]
        #expect(try NodeUpdate.targetRAID(body: stripe) == .targetRAID(RAIDConfiguration(stripe)))
    }

    @Test("of traits has a list of known ones, fifty at most")
    func traits() throws {
        #expect(
            try NodeUpdate.traits(body: ["traits": ["CUSTOM_B", "CUSTOM_A", "CUSTOM_B"]])
                == .traits(["CUSTOM_A", "CUSTOM_B"]))
        let many = (0...50).map { JSONValue.text("CUSTOM_\($0)") }
        for body in [
            [:], ["traits": "CUSTOM_A"], ["traits": ["custom"]], ["traits": [1]],
            ["traits": [], "trait": "CUSTOM_A"], ["traits": .list(many)],
        ] as [JSONValue] {
            #expect(throws: RecordRefusal.self, "\(body)") { try NodeUpdate.traits(body: body) }
        }
    }

    @Test("of maintenance has a reason at most")
    func maintenance() throws {
        #expect(try NodeUpdate.maintenance(body: [:]) == .maintenance(reason: ""))
        for body in [["reason": 7], ["fault": "x"], []] as [JSONValue] {
            #expect(throws: RecordRefusal.self) { try NodeUpdate.maintenance(body: body) }
        }
    }
}

import Hardware
import Testing

@testable import Redfish

/// DMTF's schemas (DSP0268) and what the specification says of every resource (DSP0266).
@Suite("Resources follow their schemas")
struct SchemaTests {
    /// What a property holds.
    private enum Kind {
        case text, whole, figure, truth, list, object, link
        case oneOf([String])

        func accepts(_ value: JSON) -> Bool {
            switch self {
            case .text: value.text != nil
            case .whole: value.integer != nil
            case .figure: value.number != nil
            case .truth: value.truth != nil
            case .list: value.list != nil
            case .object: value.object != nil
            case .link: value["@odata.id"]?.text != nil
            case .oneOf(let values): value.text.map(values.contains) ?? false
            }
        }
    }

    private static let power: Kind = .oneOf(["On", "Off", "PoweringOn", "PoweringOff", "Paused"])

    /// Properties that clients build on, by schema; each of them is there and of its type. Those
    /// that a schema requires are among them.
    private static let properties: [String: [(name: String, kind: Kind)]] = [
        "ServiceRoot": [
            ("RedfishVersion", .text), ("UUID", .text), ("Links", .object), ("Systems", .link),
            ("Chassis", .link), ("Managers", .link), ("SessionService", .link),
        ],
        "ComputerSystem": [
            ("PowerState", power), ("SystemType", .oneOf(["Physical", "Virtual"])),
            ("UUID", .text), ("Boot", .object), ("Status", .object), ("Actions", .object),
            ("Links", .object), ("MemorySummary", .object), ("ProcessorSummary", .object),
        ],
        "Chassis": [
            ("ChassisType", .oneOf(["RackMount", "Blade", "Enclosure", "StandAlone"])),
            ("Status", .object), ("PowerState", power),
        ],
        "Manager": [
            ("ManagerType", .oneOf(["BMC", "ManagementController", "EnclosureManager"])),
            ("FirmwareVersion", .text), ("DateTime", .text), ("Status", .object),
        ],
        "LogService": [
            ("OverWritePolicy", .oneOf(["Unknown", "WrapsWhenFull", "NeverOverWrites"])),
            ("MaxNumberOfRecords", .whole), ("Entries", .link), ("DateTime", .text),
            ("ServiceEnabled", .truth),
        ],
        "LogEntry": [
            ("EntryType", .oneOf(["Event", "SEL", "Multiple", "Oem"])), ("Created", .text),
            ("Severity", .oneOf(["OK", "Warning", "Critical"])), ("Message", .text),
        ],
        "ManagerAccount": [
            ("UserName", .text), ("RoleId", .text), ("Enabled", .truth), ("Locked", .truth),
            ("AccountTypes", .list), ("Links", .object),
        ],
        "Role": [("RoleId", .text), ("IsPredefined", .truth), ("AssignedPrivileges", .list)],
        "SessionService": [("SessionTimeout", .whole), ("ServiceEnabled", .truth)],
        "Sensor": [
            ("Reading", .figure), ("ReadingUnits", .text), ("ReadingType", .text),
            ("Status", .object),
        ],
        "Drive": [
            ("CapacityBytes", .whole), ("MediaType", .oneOf(["HDD", "SSD", "SMR"])),
            ("Status", .object),
        ],
        "Volume": [("CapacityBytes", .whole), ("RAIDType", .text)],
        "Processor": [
            ("ProcessorType", .oneOf(["CPU", "GPU", "FPGA", "DSP", "Accelerator", "Core"])),
            ("TotalThreads", .whole), ("Status", .object),
        ],
        "EthernetInterface": [("MACAddress", .text), ("SpeedMbps", .whole), ("Status", .object)],
        "VirtualMedia": [
            ("MediaTypes", .list), ("Inserted", .truth), ("WriteProtected", .truth),
            (
                "ConnectedVia",
                .oneOf(["NotConnected", "URI", "Applet", "Oem"])
            ), ("Actions", .object),
        ],
        "SecureBoot": [
            ("SecureBootEnable", .truth), ("SecureBootMode", .text),
            ("SecureBootCurrentBoot", .oneOf(["Enabled", "Disabled"])),
        ],
        "PCIeDevice": [
            ("DeviceType", .oneOf(["SingleFunction", "MultiFunction", "Simulated"])),
            ("PCIeFunctions", .link), ("Status", .object), ("Links", .object),
        ],
        "PCIeFunction": [
            ("FunctionId", .whole), ("FunctionType", .oneOf(["Physical", "Virtual"])),
            ("DeviceClass", .text), ("Links", .object),
        ],
        "NetworkAdapter": [
            ("Ports", .link), ("NetworkDeviceFunctions", .link), ("Controllers", .list),
        ],
        "Port": [
            ("LinkStatus", .oneOf(["LinkUp", "Starting", "Training", "LinkDown", "NoLink"])),
            ("CurrentSpeedGbps", .figure), ("PortId", .text),
        ],
        "NetworkDeviceFunction": [
            ("NetDevFuncType", .oneOf(["Disabled", "Ethernet", "FibreChannel", "iSCSI"])),
            ("Ethernet", .object), ("DeviceEnabled", .truth),
        ],
        "Task": [("TaskState", .text), ("TaskStatus", .oneOf(["OK", "Warning", "Critical"]))],
        "SoftwareInventory": [("Version", .text), ("Updateable", .truth)],
        "UpdateService": [("ServiceEnabled", .truth), ("Actions", .object)],
    ]

    private static let states = [
        "Enabled", "Disabled", "StandbyOffline", "StandbySpare", "InTest", "Starting", "Absent",
        "UnavailableOffline", "Deferring", "Quiesced", "Updating", "Qualified", "Degraded",
    ]

    /// Every resource that links lead to, by its address.
    private static func walk(_ test: inout TestService) -> [(path: String, body: JSON)] {
        var (open, seen) = (["/redfish/v1/"], Set<String>())
        var found: [(path: String, body: JSON)] = []
        while let path = open.popLast() {
            guard !path.contains("#"), seen.insert(path).inserted else { continue }
            let body = test.read(path)
            found.append((path, body))
            collect(body, into: &open)
        }
        return found
    }

    private static func collect(_ value: JSON, into links: inout [String]) {
        for member in value.object?.members ?? [] {
            if member.name == "@odata.id", let text = member.value.text { links.append(text) }
            collect(member.value, into: &links)
        }
        for element in value.list ?? [] { collect(element, into: &links) }
    }

    private static func service() -> TestService {
        var test = TestService(RedfishProfile(raid: TestService.raid, taskDuration: .seconds(60)))
        _ = test.ask(.post, "Systems/node-0/Actions/ComputerSystem.Reset", ["ResetType": "On"])
        _ = test.ask(
            .post, "SessionService/Sessions", ["UserName": "admin", "Password": "secret"])
        test.service.append(.warning, "fan slow", toLogOf: 0, at: .zero)
        _ = test.ask(
            .post, "Systems/node-0/Storage/RAID.1/Volumes",
            [
                "RAIDType": "RAID1",
                "Links": [
                    "Drives": .list(
                        (0..<2).map { index in
                            let drive = "Systems/node-0/Storage/RAID.1/Drives/Disk.Bay.\(index)"
                            return ["@odata.id": .text("/redfish/v1/" + drive)]
                        })
                ],
            ])
        test.now += .seconds(61)
        return test
    }

    @Test("Every resource has the properties of its schema, each of its type")
    func propertiesAndTypes() throws {
        var test = Self.service()
        var checked: Set<String> = []
        for (path, body) in Self.walk(&test) {
            let schema = try #require(
                body["@odata.type"]?.text.flatMap(RedfishSchema.init), "\(path)")
            for (name, kind) in Self.properties[schema.name] ?? [] {
                let value = body[name]
                #expect(
                    value.map(kind.accepts) == true,
                    "\(path): \(name) is \(value?.description ?? "missing")")
            }
            if let state = body["Status"]?["State"]?.text {
                #expect(Self.states.contains(state), "\(path): \(state)")
            }
            checked.insert(schema.name)
        }
        #expect(Self.properties.keys.filter { !checked.contains($0) }.isEmpty)
    }

    @Test("The metadata document names the schema of every resource, and none twice")
    func metadata() throws {
        var test = Self.service()
        let document = test.send(RedfishRequest(.get, "/redfish/v1/$metadata"))
        let text = String(decoding: document.body, as: UTF8.self)
        for (path, body) in Self.walk(&test) {
            let type = try #require(body["@odata.type"]?.text, "\(path)")
            let schema = try #require(RedfishSchema(type: type))
            #expect(text.contains("\"\(schema.versioned)\""), "\(path) is a \(type)")
        }
        #expect(Set(RedfishSchema.all).count == RedfishSchema.all.count)
    }

    @Test("Every answer to GET and HEAD says what else may be asked, and which schema it follows")
    func headers() throws {
        var test = Self.service()
        for path in ["", "Systems", "Systems/node-0", "AccountService/Accounts/op"] {
            for method in [HTTPMethod.get, .head] {
                let answer = test.ask(method, path)
                #expect(answer.fields["Allow"]?.hasPrefix("GET, HEAD") == true)
                #expect(answer.fields["Link"]?.hasSuffix("rel=describedby") == true)
            }
            let answer = test.ask(.get, path)
            #expect(answer.json?["@odata.etag"]?.text == answer.fields["ETag"])
        }
    }

    @Test("Annotations that come back with a change are passed over, and alone change nothing")
    func annotations() {
        var test = TestService()
        let etag: JSON = ["@odata.etag": "x", "@odata.id": "y"]
        #expect(test.ask(.patch, "Systems/node-0", etag).messageKey == "NoOperation")
        let change: JSON = ["@odata.etag": "x", "AssetTag": "rack 7"]
        #expect(test.ask(.patch, "Systems/node-0", change).status == 200)
        #expect(test.read("Systems/node-0")["AssetTag"] == "rack 7")
    }

    @Test("What is posted to a collection's members is posted to the collection")
    func members() {
        var test = TestService()
        let new: JSON = ["UserName": "new", "Password": "secret", "RoleId": "ReadOnly"]
        #expect(test.ask(.post, "AccountService/Accounts/Members", new).status == 201)
        #expect(test.ask(.get, "AccountService/Accounts/Members").status == 404)
        #expect(test.ask(.post, "Systems/Members", new).status == 405)
    }

    @Test("The parameter 'only' takes no value, and PUT is refused with what is allowed")
    func refusals() {
        var test = TestService()
        #expect(test.ask(.get, "Systems?only=foo").status == 400)
        let put = test.ask(.put, "Systems/node-0", ["AssetTag": "x"])
        #expect(put.status == 405)
        #expect(put.fields["Allow"] == "GET, HEAD, OPTIONS, PATCH")
    }
}

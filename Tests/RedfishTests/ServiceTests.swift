import FoundationEssentials
import Hardware
import Testing

@testable import Redfish

/// DSP0266, protocol details.
@Suite("The service")
struct ServiceTests {
    @Test("The service root and the list of versions are seen without a log-in")
    func openResources() {
        var test = TestService()
        #expect(test.send(RedfishRequest(.get, "/redfish")).json == ["v1": "/redfish/v1/"])
        let root = test.send(RedfishRequest(.get, "/redfish/v1"))
        #expect(root.status == 200)
        #expect(root.json?["@odata.id"] == "/redfish/v1/")
        #expect(root.fields["OData-Version"] == "4.0")
        #expect(test.send(RedfishRequest(.get, "/redfish/v1/odata")).status == 200)
        let metadata = test.send(RedfishRequest(.get, "/redfish/v1/$metadata"))
        #expect(metadata.fields["Content-Type"]?.hasPrefix("application/xml") == true)
    }

    @Test("Everything else asks for a log-in, also what is not there")
    func closedResources() {
        var test = TestService()
        for path in ["Systems", "Systems/node-0", "nothing", "Managers/../Systems"] {
            let answer = test.send(RedfishRequest(.get, "/redfish/v1/" + path))
            #expect([400, 401].contains(answer.status))
        }
        let answer = test.send(RedfishRequest(.get, "/redfish/v1/Systems"))
        #expect(answer.fields["WWW-Authenticate"]?.hasPrefix("Basic") == true)
        #expect(answer.messageKey == "ResourceAtUriUnauthorized")
    }

    @Test("Every link of every resource leads to a resource that calls itself so")
    func tree() {
        var test = TestService(RedfishProfile(raid: TestService.raid, taskDuration: .zero))
        _ = test.ask(.post, "Systems/node-0/Storage/RAID.1/Volumes", Self.mirror)
        _ = test.ask(.post, "Systems/node-0/Actions/ComputerSystem.Reset", ["ResetType": "On"])
        var (open, seen) = (["/redfish/v1/"], [String]())
        while let path = open.popLast() {
            guard !seen.contains(path), !path.contains("#") else { continue }
            seen.append(path)
            let answer = test.ask(.get, path)
            #expect(answer.status == 200, "\(path)")
            let body = answer.json ?? .null
            #expect(body["@odata.id"]?.text == path)
            #expect(body["@odata.type"]?.text?.hasPrefix("#") == true, "\(path)")
            #expect(body["Name"]?.text != nil, "\(path)")
            if body["Members"] == nil { #expect(body["Id"]?.text != nil, "\(path)") }
            collect(body, into: &open)
        }
        #expect(seen.count > 50)
    }

    private func collect(_ value: JSON, into links: inout [String]) {
        for member in value.object?.members ?? [] {
            if member.name == "@odata.id", let text = member.value.text { links.append(text) }
            collect(member.value, into: &links)
        }
        for entry in value.list ?? [] { collect(entry, into: &links) }
    }

    static let mirror: JSON = [
        "RAIDType": "RAID1", "Name": "root",
        "Links": [
            "Drives": [
                ["@odata.id": "/redfish/v1/Systems/node-0/Storage/RAID.1/Drives/Disk.Bay.0"],
                ["@odata.id": "/redfish/v1/Systems/node-0/Storage/RAID.1/Drives/Disk.Bay.1"],
            ]
        ],
    ]

    @Test("A method that a resource does not take is answered with those it takes")
    func methods() {
        var test = TestService()
        let answer = test.ask(.delete, "Systems/node-0")
        #expect(answer.status == 405)
        #expect(answer.fields["Allow"] == "GET, HEAD, OPTIONS, PATCH")
        #expect(test.ask(.get, "Systems/node-0/Actions/ComputerSystem.Reset").status == 405)
        #expect(test.ask(.options, "Systems").fields["Allow"] == "GET, HEAD, OPTIONS")
        #expect(test.ask(HTTPMethod("BREW"), "Systems").status == 501)
    }

    @Test("HEAD answers as GET does, without the body")
    func head() {
        var test = TestService()
        let (get, head) = (test.ask(.get, "Systems"), test.ask(.head, "Systems"))
        #expect(head.status == 200)
        #expect(head.body.isEmpty)
        #expect(head.fields["ETag"] == get.fields["ETag"])
    }

    @Test("A change that rests on another state is refused")
    func precondition() {
        var test = TestService()
        let tag = test.ask(.get, "Systems/node-0").fields["ETag"] ?? ""
        let change: JSON = ["AssetTag": "A1"]
        #expect(test.ask(.patch, "Systems/node-0", change, fields: ["If-Match": tag]).status == 200)
        let second = test.ask(.patch, "Systems/node-0", change, fields: ["If-Match": tag])
        #expect(second.status == 412)
        #expect(second.messageKey == "PreconditionFailed")
        #expect(test.ask(.patch, "Systems/node-0", change, fields: ["If-Match": "*"]).status == 200)
    }

    @Test("What the asker has already is not sent again")
    func notModified() {
        var test = TestService()
        let tag = test.ask(.get, "Systems/node-0").fields["ETag"] ?? ""
        let again = test.ask(.get, "Systems/node-0", fields: ["If-None-Match": tag])
        #expect(again.status == 304)
        #expect(again.body.isEmpty)
    }

    @Test(
        "No path leads outside the tree",
        arguments: [
            "/etc/passwd", "/redfish/v1/../../etc/passwd", "/redfish/v1/%2e%2e/%2e%2e/etc",
            "/redfish/v1/Systems/..%2f..%2fetc", "/redfish/v1//Systems", "redfish/v1",
            "/redfish/v1/Systems/%00", "/redfish/v1/Systems/%zz", "/redfish/v2/",
            "/redfish/v1/Systems/a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q",
        ])
    func outside(path: String) {
        var test = TestService()
        var fields: HTTPFields = [:]
        fields.add("Authorization", "Basic " + Data("admin:secret".utf8).base64EncodedString())
        let answer = test.send(RedfishRequest(.get, path, fields: fields))
        #expect([400, 404].contains(answer.status), "\(answer.status)")
    }

    @Test("Requests beyond the bounds are refused before they are read")
    func bounds() {
        var test = TestService()
        let long = String(repeating: "a", count: HTTPLimits.target)
        #expect(test.send(RedfishRequest(.get, "/redfish/v1/" + long)).status == 414)
        let many = HTTPFields((0...HTTPLimits.fields).map { .init(name: "X-\($0)", value: "") })
        #expect(test.send(RedfishRequest(.get, "/redfish/v1/", fields: many)).status == 431)
        let large = [UInt8](repeating: 0x20, count: HTTPLimits.body + 1)
        #expect(
            test.send(RedfishRequest(.post, "/redfish/v1/SessionService/Sessions", body: large))
                .status == 413)
    }

    @Test("A body that is no JSON object, or has nothing in it, is refused with its message")
    func bodies() {
        var test = TestService()
        #expect(test.ask(.patch, "Systems/node-0", []).messageKey == "UnrecognizedRequestBody")
        #expect(test.ask(.patch, "Systems/node-0", [:]).messageKey == "EmptyJSON")
        #expect(test.ask(.patch, "Systems/node-0").messageKey == "MalformedJSON")
        #expect(
            test.ask(.patch, "Systems/node-0", ["Colour": "red"]).messageKey == "PropertyUnknown")
        #expect(
            test.ask(.patch, "Systems/node-0", ["PowerState": "On"]).messageKey
                == "PropertyNotWritable")
        #expect(
            test.ask(.patch, "Systems/node-0", ["AssetTag": 5]).messageKey
                == "PropertyValueTypeError")
    }

    @Test("Where one property is refused none is changed")
    func whole() {
        var test = TestService()
        let change: JSON = [
            "AssetTag": "A1", "IndicatorLED": "Lit", "Boot": ["BootSourceOverrideTarget": "Moon"],
        ]
        #expect(test.ask(.patch, "Systems/node-0", change).status == 400)
        #expect(test.read("Systems/node-0")["AssetTag"] == "")
        #expect(test.host.indicator == .off)
    }

    @Test("Pages, selections, expansions and filters of a collection")
    func queries() {
        var test = TestService(machines: 5)
        let page = test.read("Systems?$top=2&$skip=1")
        #expect(page["Members"]?.list?.count == 2)
        #expect(page["Members@odata.count"] == 5)
        #expect(page["Members"]?.list?.first?["@odata.id"] == "/redfish/v1/Systems/node-1")
        let expanded = test.read("Systems?$expand=.($levels=1)")
        #expect(expanded["Members"]?.list?.last?["PowerState"] == "Off")
        let selected = test.read("Systems/node-0?$select=PowerState")
        #expect(selected["PowerState"] == "Off")
        #expect(selected["Boot"] == nil)
        #expect(selected["@odata.id"] != nil)
        let named = test.read("Systems?$filter=Id%20eq%20'node-3'")
        #expect(named["Members"]?.list == [["@odata.id": "/redfish/v1/Systems/node-3"]])
        #expect(test.ask(.get, "Systems?$top=x").status == 400)
        #expect(test.ask(.get, "Systems/node-0?$top=1").status == 400)
        #expect(test.ask(.get, "Systems?$count=true").status == 501)
        #expect(test.ask(.get, "Systems?unknown=1").status == 200)
        #expect(test.read("AccountService?only")["Name"] == nil)
    }

    @Test("A service with pages leads through all of them")
    func pages() {
        var test = TestService(RedfishProfile(pageSize: 3), machines: 8)
        var (path, ids) = ("/redfish/v1/Systems" as String?, [String]())
        while let next = path {
            let page = test.read(next)
            ids += page["Members"]?.list?.compactMap { $0["@odata.id"]?.text } ?? []
            path = page["Members@odata.nextLink"]?.text
        }
        #expect(ids == (0..<8).map { "/redfish/v1/Systems/node-\($0)" })
    }

    @Test("Ten thousand systems are listed whole")
    func many() {
        var test = TestService(machines: 10_000)
        let list = test.read("Systems")
        #expect(list["Members@odata.count"] == 10_000)
        #expect(list["Members"]?.list?.count == 10_000)
    }
}

import BareMetal
import Hardware
import Testing
import World

@Suite("A request for a record")
struct RecordRefusalTests {
    private static let node = "6d85703a-565d-469a-96ce-30b6de53079d"
    private static let nodes = NodeIndex([("node-1", Identifier(text: node))])

    private func port(_ change: (inout [String: JSONValue]) -> Void) throws -> Port {
        var body: [String: JSONValue] = [
            "address": "52:54:00:CF:2D:31", "node_uuid": .text(Self.node),
        ]
        change(&body)
        return try Port(creating: .object(body), uuid: Sample.id(1), nodes: Self.nodes)
    }

    @Test("takes a node by its name or its UUID, but not by both")
    func nodeNames() throws {
        #expect(try port { _ in }.node == "node-1")
        #expect(try port { $0["node_uuid"] = "6D85703A565D469A96CE30B6DE53079D" }.node == "node-1")
        let ident = try port { ($0["node_uuid"], $0["node_ident"]) = (nil, "node-1") }
        #expect(ident.node == "node-1")
        #expect(throws: RecordRefusal.self) { try port { $0["node_ident"] = "node-1" } }
        #expect(throws: RecordRefusal.self) { try port { $0["node_uuid"] = nil } }
        #expect(throws: RecordRefusal.invalid("there is no node node-9")) {
            try port { $0["node_uuid"] = "node-9" }
        }
    }

    @Test("is refused where a field is missing, of the wrong kind, too long or unknown")
    func schema() throws {
        let wrong: [(String, JSONValue?)] = [
            ("address", nil), ("address", nil as JSONValue?), ("address", 5),
            ("address", "52:54:00:cf:2d"), ("address", "525400cf2d31"),
            ("address", "52-54-00-cf-2d-31"), ("address", .null), ("extra", "text"),
            ("extra", []), ("is_smartnic", "maybe"), ("pxe_enabled", 1), ("uuid", "no-uuid"),
            ("portgroup_uuid", "no-uuid"), ("physical_network", ""), ("physical_network", 7),
            ("vendor", .text(String(repeating: "v", count: 33))), ("colour", "blue"),
            ("local_link_connection", ["switch_id": "0a:1b:2c:3d:4e:5f"]),
            ("local_link_connection", ["port_id": "1", "switch_id": "switch"]),
            (
                "local_link_connection",
                ["port_id": "1", "switch_id": "0a:1b:2c:3d:4e:5f", "x": "y"]
            ),
            ("local_link_connection", ["network_type": "wild"]),
        ]
        for (key, value) in wrong {
            let refusal = #expect(throws: RecordRefusal.self, "\(key) \(value ?? "absent")") {
                try port { $0[key] = value }
            }
            #expect(refusal?.status == 400)
        }
    }

    @Test("takes what Ironic takes")
    func accepted() throws {
        #expect(try port { _ in }.address == MACAddress("52:54:00:cf:2d:31"))
        #expect(try !port { $0["pxe_enabled"] = "no" }.isPXEEnabled)
        #expect(try port { $0["pxe_enabled"] = .null }.isPXEEnabled)
        #expect(try port { $0["extra"] = .null }.extra.isEmpty)
        #expect(try port { $0["physical_network"] = .null }.physicalNetwork == nil)
        #expect(try port { $0["local_link_connection"] = [:] }.localLink == nil)
        let unmanaged = try port { $0["local_link_connection"] = ["network_type": "unmanaged"] }
        #expect(unmanaged.localLink?.networkType == .unmanaged)
        let datapath = try port {
            $0["local_link_connection"] = ["port_id": "1", "switch_id": "0123456789ABCDEF"]
        }
        #expect(datapath.localLink?.switchID == "0123456789abcdef")
    }

    @Test("is no patch where an operation is not one, or names what may not be changed")
    func patches() throws {
        let port = try port { $0["extra"] = ["a": ["b": 1], "list": [1, 2]] }
        func patch(_ operations: JSONValue...) throws -> Port {
            try port.patched(by: try JSONPatch(.list(operations)), nodes: Self.nodes)
        }
        let wrong: [JSONValue] = [
            ["op": "move", "path": "/extra/a", "from": "/extra/b"], ["op": "add"],
            ["path": "/extra/a"], ["op": "test", "path": "/name", "value": 1], "text",
            ["op": "replace", "path": "extra", "value": [:]],
            ["op": "replace", "path": "/", "value": [:]],
            ["op": "replace", "path": "/extra/", "value": 1],
            ["op": "replace", "path": "/uuid", "value": .text(Self.node)],
            ["op": "add", "path": "/foo", "value": "bar"],
            ["op": "remove", "path": "/internal_info"], ["op": "remove", "path": "/address"],
            ["op": "remove", "path": "/extra/zz"],
            ["op": "replace", "path": "/extra/zz", "value": 1],
            ["op": "add", "path": "/extra/zz/y", "value": 1], ["op": "add", "path": "/extra/c"],
            ["op": "add", "path": "/extra/list/5", "value": 1],
            ["op": "remove", "path": "/extra/list/2"],
            ["op": "add", "path": "/extra/list/01", "value": 1],
            ["op": "replace", "path": "/address", "value": "nonsense"],
            ["op": "replace", "path": "/node_uuid", "value": "node-9"],
        ]
        for operation in wrong {
            #expect(throws: RecordRefusal.self, "\(operation)") { try patch(operation) }
        }
        let changed = try patch(
            ["op": "add", "path": "/extra/c", "value": "d"],
            ["op": "remove", "path": "/extra/a/b"],
            ["op": "replace", "path": "/extra/list/0", "value": 9],
            ["op": "add", "path": "/extra/list/-", "value": 3],
            ["op": "add", "path": "/physical_network", "value": "physnet1"],
            ["op": "replace", "path": "/pxe_enabled", "value": false])
        #expect(changed.extra == ["a": [:], "c": "d", "list": [9, 2, 3]])
        #expect(changed.physicalNetwork == "physnet1")
        #expect(!changed.isPXEEnabled)
        #expect(try patch(["op": "remove", "path": "/extra"]).extra.isEmpty)
        #expect(try patch(["op": "remove", "path": "/pxe_enabled"]).isPXEEnabled)
    }

    @Test("of an allocation names a class, and changes nothing but its name and extra later")
    func allocation() throws {
        func make(_ body: JSONValue) throws -> Allocation {
            try Allocation(creating: body, uuid: Sample.id(1), nodes: Self.nodes)
        }
        #expect(throws: RecordRefusal.self) { try make([:]) }
        #expect(throws: RecordRefusal.self) { try make(["resource_class": "x", "name": "a b"]) }
        #expect(throws: RecordRefusal.self) { try make(["resource_class": "x", "traits": ["no"]]) }
        #expect(throws: RecordRefusal.self) {
            try make(["resource_class": "x", "candidate_nodes": ["node-9"]])
        }
        let made = try make(["resource_class": "x", "candidate_nodes": [.text(Self.node)]])
        #expect(made.candidates == ["node-1"])
        #expect(try Allocation.backfilled(by: ["node": "node-1"], nodes: Self.nodes) == "node-1")
        _ = try make(["node": "node-1"])
        for field in ["resource_class", "traits", "candidate_nodes", "state", "node"] {
            let patch = try JSONPatch([
                ["op": "replace", "path": .text("/\(field)"), "value": "y"]
            ])
            #expect(throws: RecordRefusal.self, "\(field)") {
                try made.patched(by: patch, nodes: Self.nodes)
            }
        }
        let renamed = try JSONPatch([["op": "replace", "path": "/name", "value": "web"]])
        #expect(try made.patched(by: renamed, nodes: Self.nodes).name == "web")
    }

    @Test("keeps a portgroup's mode")
    func mode() throws {
        let group = try Portgroup(
            creating: ["node_uuid": .text(Self.node)], uuid: Sample.id(1), nodes: Self.nodes)
        #expect(group.mode == "active-backup")
        #expect(group.supportsStandalonePorts)
        let patch = try JSONPatch([["op": "remove", "path": "/mode"]])
        #expect(throws: RecordRefusal.self) { try group.patched(by: patch, nodes: Self.nodes) }
    }
}

import BareMetal
import Hardware
import Testing

/// What strangers' files look like. Accepted or refused as TripleO's own import does.
@Suite("An inventory of a stranger's")
struct OddInventoryTests {
    private static let node = """
        "pm_type": "ipmi", "pm_addr": "192.0.2.1", "pm_user": "a", "pm_password": "p", \
        "mac": ["52:54:00:00:00:01"]
        """

    private static func file(_ node: String = node) -> String { "{\"nodes\": [{\(node)}]}" }

    private static func read(_ text: String, _ file: String = "n.json") throws -> NodeDescription {
        let nodes = try InventoryReader.read(Array(text.utf8), file: file).nodes
        return try #require(nodes.first)
    }

    private static func changed(_ old: String, _ new: String) throws -> NodeDescription {
        try read(file(node.replacing(old, with: new)))
    }

    private static func problems(_ text: String, _ file: String = "n.json") -> String {
        do {
            _ = try read(text, file)
            return ""
        } catch { return "\(error)" }
    }

    @Test("may begin with a byte order mark, and end its lines in two characters")
    func encodings() throws {
        let plain = try Self.read(Self.file())
        #expect(try Self.read("\u{FEFF}" + Self.file()).bmc == plain.bmc)
        #expect(try Self.read(Self.file().replacing(", ", with: ",\r\n")).ports == plain.ports)
        let yaml = "nodes:\r\n- {\(Self.node)}\r\n"
        #expect(try Self.read(yaml, "n.yaml").bmc == plain.bmc)
        #expect(Self.problems("nodes:\n\t- {}\n", "n.yaml").contains("a tab"))
    }

    @Test(
        "spells interface addresses as it likes",
        arguments: ["52-54-00-AB-CD-01", "52:54:00:AB:CD:01", "525400abcd01"])
    func addresses(_ spelling: String) throws {
        let node = try Self.changed("52:54:00:00:00:01", spelling)
        #expect(node.ports.map(\.address.description) == ["52:54:00:ab:cd:01"])
    }

    @Test("writes numbers as texts, and leaves out what it does not know")
    func numbers() throws {
        let texts = try Self.read(
            Self.file(Self.node + #", "cpu": "4", "memory": "8192", "disk": "40", "pm_port": "1""#))
        #expect(texts.processors == 4)
        #expect(texts.memory == .gibibytes(8))
        #expect(texts.disk == .gibibytes(40))
        #expect(texts.bmc.port == 1)
        let bare = try Self.read(Self.file(Self.node + #", "memory": null"#))
        #expect(bare.processors == nil)
        #expect(bare.memory == nil)
        #expect(bare.architecture == nil)
    }

    @Test("reaches controllers by IPv6, with a port and without")
    func versionSix() throws {
        #expect(try Self.changed("192.0.2.1", "fd00::1").bmc == BMCAddress(host: "fd00::1"))
        let ported = try Self.changed("192.0.2.1", "[fd00::1]:6230").bmc
        #expect(ported == BMCAddress(host: "fd00::1", port: 6230))
        #expect(ported.description == "[fd00::1]:6230")
        #expect(ported.description != BMCAddress(host: "fd00::1:6230").description)
    }

    @Test("shares values by anchors, as YAML does")
    func anchors() throws {
        let yaml = """
            nodes:
            - pm_type: &type ipmi
              pm_addr: 192.0.2.1
              pm_user: &user a
              pm_password: p
              mac: [52:54:00:00:00:01]
            - {pm_type: *type, pm_addr: 192.0.2.2, pm_user: *user, pm_password: q,
               mac: [52:54:00:00:00:02]}
            """
        let nodes = try InventoryReader.read(Array(yaml.utf8), file: "n.yaml").nodes
        #expect(nodes.map(\.driver) == ["ipmi", "ipmi"])
        #expect(nodes.map(\.credentials.user) == ["a", "a"])
    }

    @Test(
        "names every controller by what it was called once",
        arguments: [
            ("pxe_ipmitool", "ipmi"), ("agent_ipmitool", "ipmi"), ("pxe_drac", "idrac"),
            ("pxe_ilo", "ilo"), ("agent_ilo", "ilo"), ("pxe_irmc", "irmc"), ("ilo5", "ilo5"),
            ("xclarity", "xclarity"), ("intel-ipmi", "intel-ipmi"), ("idrac", "idrac"),
        ])
    func drivers(_ old: String, _ new: String) throws {
        #expect(try Self.changed("\"ipmi\"", "\"\(old)\"").driver.text == new)
    }

    @Test(
        "is told why a driver is of no use here",
        arguments: [
            ("fake-hardware", "cannot switch"), ("manual-management", "cannot switch"),
            ("fake_pxe", "cannot switch"), ("pxe_ssh", "is gone"), ("IPMI", "ipmi"),
        ])
    func useless(_ name: String, _ reason: String) {
        let text = Self.file(Self.node.replacing("\"ipmi\"", with: "\"\(name)\""))
        let told = Self.problems(text)
        #expect(told.contains("nodes[0].pm_type"))
        #expect(told.contains(reason))
    }

    @Test(
        "is refused with index and field",
        arguments: [
            (#""mac": []"#, "nodes[0].mac"), (#""mac": "52:54:00:00:00:01""#, "nodes[0].mac"),
            (#""mac": ["5254.00ab.cd01"]"#, "nodes[0].mac[0]"),
            (#""mac": ["11:22:33:44:55:66"]"#, "nodes[0].mac[0]"),
            (#""mac": ["52:54:00:00:00:01"], "cpu": 4.5"#, "nodes[0].cpu"),
            (#""mac": ["52:54:00:00:00:01"], "disk": 0"#, "nodes[0].disk"),
            (#""mac": ["52:54:00:00:00:01"], "pm_port": 70000"#, "nodes[0].pm_port"),
            (#""mac": ["52:54:00:00:00:01"], "uuid": "42""#, "nodes[0].uuid"),
            (#""mac": ["52:54:00:00:00:01"], "name": "a b""#, "nodes[0].name"),
            (#""mac": ["52:54:00:00:00:01"], "colour": "red""#, "nodes[0].colour"),
            (#""mac": ["52:54:00:00:00:01"], "name": "a", "name": "b""#, "nodes[0].name"),
            (#""mac": ["52:54:00:00:00:01"], "capabilities": ["a:b"]"#, "nodes[0].capabilities"),
            (#""mac": ["52:54:00:00:00:01"], "root_device": "sda""#, "nodes[0].root_device"),
            (
                #""mac": ["52:54:00:00:00:01"], "root_device": {"color": "red"}"#,
                "nodes[0].root_device.color"
            ),
            (#""ports": ["52:54:00:00:00:01"]"#, "nodes[0].ports[0]"),
            (#""ports": [{"physical_network": "a"}]"#, "nodes[0].ports[0]"),
            (
                #""ports": [{"address": "52:54:00:00:00:01", "#
                    + #""local_link_connection": {"switch": "x"}}]"#,
                "nodes[0].ports[0].local_link_connection.switch"
            ),
        ])
    func refused(_ change: String, _ place: String) {
        let text = Self.file(
            Self.node.replacing(#""mac": ["52:54:00:00:00:01"]"#, with: change))
        #expect(Self.problems(text).contains(place + ":"))
    }
}

import BareMetal
import Hardware
import Testing

@Suite("A wrong instackenv.json")
struct InventoryProblemTests {
    @Test("is told everything at once, by line")
    func allAtOnce() {
        let text = """
            nodes:
              - name: bad name
                pm_type: ipmii
                pm_user: admin
                mac: [nonsense, "52:54:00:00:00:01", "01:00:5e:00:00:01"]
                cpu: -2
                memory: [4]
                colour: blue
              - just a text
              - pm_type: redfish
                pm_addr: 10.0.0.9
                pm_user: admin
                pm_password: s3cret
                mac: ["52:54:00:00:00:01"]
            """
        #expect(
            InventoryText.problems(text).map(\.description) == [
                "rack.yaml:2: nodes[0]: missing key 'pm_password', "
                    + "expected the controller's password",
                "rack.yaml:2: nodes[0]: missing key 'pm_addr', "
                    + "expected the controller's host name or IP address",
                "rack.yaml:2: nodes[0].name: found 'bad name', "
                    + "expected a name of letters, digits and -._~",
                "rack.yaml:3: nodes[0].pm_type: unknown pm_type 'ipmii'; did you mean 'ipmi'?",
                "rack.yaml:5: nodes[0].mac[0]: found 'nonsense', "
                    + "expected a MAC address such as 52:54:00:ab:cd:ef",
                "rack.yaml:5: nodes[0].mac[2]: found the group address 01:00:5e:00:00:01, "
                    + "expected that of one interface",
                "rack.yaml:6: nodes[0].cpu: found the number -2, "
                    + "expected a whole number of processors above zero",
                "rack.yaml:7: nodes[0].memory: found a list, "
                    + "expected a whole number of MiB above zero",
                "rack.yaml:8: nodes[0].colour: unknown key 'colour'; known are "
                    + knownKeys,
                "rack.yaml:9: nodes[1]: found 'just a text', "
                    + "expected a mapping that describes a node",
                "rack.yaml:10: nodes[2]: missing key 'pm_system_id', "
                    + "expected the system's name behind the address",
                "rack.yaml:14: nodes[2].mac[0]: duplicate MAC address 52:54:00:00:00:01, "
                    + "already that of nodes[0].mac[1] in line 5",
            ]
        )
    }

    private let knownKeys = """
        name, uuid, mac, ports, cpu, memory, disk, arch, capabilities, profile, root_device, \
        resource_class, kernel_id, ramdisk_id, platform, conductor_group, bios_interface, \
        boot_interface, console_interface, deploy_interface, firmware_interface, \
        inspect_interface, management_interface, network_interface, power_interface, \
        raid_interface, rescue_interface, storage_interface, vendor_interface, pm_type, pm_addr
        """

    @Test(
        "names line, path and what was expected",
        arguments: [
            ("cpu: 0", 8, "nodes[0].cpu", "a whole number of processors above zero"),
            ("memory: lots", 8, "nodes[0].memory", "found 'lots', expected a whole number of MiB"),
            ("disk: 99999999999999999999", 8, "nodes[0].disk", "a whole number of GiB above zero"),
            ("memory: 1.5", 8, "nodes[0].memory", "the number 1.5"),
            ("uuid: 12", 8, "nodes[0].uuid", "expected a UUID"),
            ("pm_port: 70000", 8, "nodes[0].pm_port", "a port between 1 and 65535"),
            ("pm_adr: x", 8, "nodes[0].pm_adr", "did you mean 'pm_addr'?"),
            ("pm_system_id: x", 8, "nodes[0].pm_system_id", "unknown key 'pm_system_id'"),
            ("ports: {}", 8, "nodes[0].ports", "found a mapping, expected a list of ports"),
            ("ports: []", 8, "nodes[0].ports", "found an empty list"),
            ("ports: [{adress: x}]", 8, "nodes[0].ports[0].adress", "did you mean 'address'?"),
            ("ports: [{}]", 8, "nodes[0].ports[0]", "missing key 'address'"),
            ("capabilities: nonsense", 8, "nodes[0].capabilities", "name:value pairs"),
            ("capabilities: 'a:1,a:2'", 8, "nodes[0].capabilities", "'a' is there twice"),
            ("root_device: sda", 8, "nodes[0].root_device", "a mapping of root device hints"),
            ("root_device: {size: big}", 8, "nodes[0].root_device.size", "a whole number of GiB"),
            ("root_device: {colour: 1}", 8, "nodes[0].root_device.colour", "one of model, vendor"),
            ("platform: kvm", 8, "nodes[0].platform", "expected the key 'arch' too"),
            ("cpu: 1\n    cpu: 2", 9, "nodes[0].cpu", "'cpu' is there twice, first in line 8"),
        ]
    )
    func oneMistake(line: String, number: Int, path: String, message: String) throws {
        let problems = InventoryText.problems(InventoryText.node(line))
        let hit = problems.first { $0.path == path && $0.message.contains(message) }
        #expect(hit?.line == number, "\(problems)")
    }

    @Test("pairs of equal keys are told together with every other mistake")
    func duplicateKeysAndMore() {
        let text = """
            {"nodes": [
              {"name": "a", "name": "b", "pm_type": "ipmi", "pm_addr": "h", "pm_user": "u",
               "pm_password": "p", "cpu": 0, "mac": ["52:54:00:00:00:01"]},
              {"name": "c", "name": "d", "name": "e"}],
             "nodes": []}
            """
        let problems = InventoryText.problems(text, file: "rack.json").map {
            "\($0.line) \($0.path)"
        }
        #expect(problems.contains("2 nodes[0].name"))
        #expect(problems.contains("3 nodes[0].cpu"))
        #expect(problems.filter { $0 == "4 nodes[1].name" }.count == 2)
        #expect(problems.contains("5 nodes"))
    }

    @Test("a key that is there twice in every node is told of every node")
    func duplicateKeysEverywhere() {
        let nodes = (0..<40).map { _ in "  - {pm_type: ipmi, \"pm_type\": ipmi}" }
        let problems = InventoryText.problems("nodes:\n" + nodes.joined(separator: "\n"))
        let duplicates = problems.filter { $0.message.contains("is there twice") }
        #expect(duplicates.map(\.line) == Array(2...41))
    }

    @Test(
        "that is no inventory at all says so",
        arguments: [
            ("", 1, "found an empty file"), (" \n\n", 1, "found an empty file"),
            ("# nothing\n", 1, "found no document"), ("[]", 1, "found an empty list"),
            ("hello", 1, "found 'hello', expected a mapping"), ("{}", 1, "missing key 'nodes'"),
            ("nodes: 5", 1, "found the number 5, expected a list of nodes"),
            ("nodes: []", 1, "found an empty list, expected at least one node"),
            ("nods: []", 1, "did you mean 'nodes'?"), ("nodes:", 1, "found nothing"),
            ("nodes: *x", 1, "found undefined alias"),
            ("nodes:\n\t- a: 1", 2, "found a tab where the line is indented"),
            ("nodes: []\n---\nnodes: []", 2, "but found another document"),
            ("nodes: [\n{", 2, "cannot be read as YAML"), ("a: \u{1}", 1, "cannot be read as YAML"),
        ]
    )
    func noInventory(text: String, line: Int, message: String) {
        let problems = InventoryText.problems(text)
        #expect(
            problems.contains { $0.line == line && $0.message.contains(message) },
            "\(problems)"
        )
    }

    @Test("bytes that are not UTF-8 are found with their line")
    func notUTF8() {
        let problems = InventoryText.problems(Array("nodes:\n- ".utf8) + [0xff, 0xfe])
        #expect(
            problems.map(\.description) == [
                "rack.yaml:2: found bytes that are not UTF-8, expected a text in UTF-8"
            ]
        )
    }

    @Test(
        "in JSON is held to JSON's grammar, and read on all the same",
        arguments: [
            ("{\"nodes\": [],}", 1, "trailing commas"),
            ("{\"nodes\": [1,\n]}", 2, "trailing commas"),
            ("{'nodes': []}", 1, "single quote"),
            ("{nodes: []}", 1, "expected a key in double quotes"),
            ("{\"nodes\": [] # x\n}", 1, "comment"), ("{\"nodes\": [\"a\tb\"]}", 1, "found a tab"),
            ("{\"nodes\":\n [}", 2, "found '}', expected the end of the '['"),
            ("{\"nodes\": [\n", 2, "the file ends inside the '[' of line 1"),
            ("{\"nodes\": [01]}", 1, "found '01'"), ("{} {}", 1, "expected the end of the file"),
            ("{\"nodes\": \"\\x\"}", 1, "backslash before 'x'"),
            ("{\"nodes\" []}", 1, "expected ':'"),
            ("{\"a\": 1 \"b\": 2}", 1, "expected ',' or the end"),
            ("{\"a\": \"b\nc\"}", 1, "does not end in its line"),
            ("{\"a\": tru}", 1, "found 'tru'"),
        ]
    )
    func jsonGrammar(text: String, line: Int, message: String) {
        let problems = InventoryText.problems(text, file: "rack.json")
        #expect(
            problems.contains { $0.line == line && $0.message.contains(message) },
            "\(problems)"
        )
        #expect(!problems.contains { $0.message.contains("YAML") }, "\(problems)")
    }

    @Test(
        "in JSON takes numbers as JSON writes them",
        arguments: [
            ("0", true), ("-0", true), ("12", true), ("1.50", true), ("1e9", true),
            ("-1.5E-3", true), ("01", false), ("1.", false), (".5", false), ("+1", false),
            ("1e", false), ("0x10", false), ("--1", false), ("1.2.3", false), ("-", false),
        ]
    )
    func jsonNumbers(number: String, isJSON: Bool) {
        let problems = InventoryText.problems("{\"_a\": \(number)}", file: "rack.json")
        let refusal = "found '\(number)', expected a value"
        #expect(problems.contains { $0.message.hasPrefix(refusal) } == !isJSON, "\(problems)")
    }

    @Test("JSON may be indented with tabs")
    func tabsInJSON() {
        let text = """
            {\n\t"nodes": [\n\t\t{"pm_type": "ipmi", "pm_addr": "h",\n\t\t"pm_user": "u",
            \t\t"pm_password": "p", "mac": ["52:54:00:00:00:01"]}\n\t]\n}
            """
        #expect(InventoryText.problems(text, file: "rack.json") == [])
    }

    @Test(
        "never shows a password",
        arguments: [
            "pm_password: [s3cret]", "pm_password: {s3cret: s3cret2}", "pm_password: s3cret",
        ]
    )
    func passwords(line: String) {
        let text = InventoryText.good.replacing("pm_password: s3cret", with: line)
            .replacing("10.0.0.1", with: "https://admin:s3cret@host/")
        let problems = InventoryText.problems(text)
        #expect(!problems.isEmpty)
        #expect(!problems.contains { $0.description.contains("s3cret") }, "\(problems)")
    }

    @Test("cut off or damaged at any place is refused or read, never a crash", arguments: 1...4)
    func damaged(seed: Int) {
        let bytes = Array(InventoryText.node("root_device: {size: '> 5'}", "uuid: x").utf8)
        for end in bytes.indices { _ = InventoryText.problems(Array(bytes[..<end])) }
        var state = UInt64(seed)
        for index in bytes.indices {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            var damaged = bytes
            damaged[index] = UInt8(truncatingIfNeeded: state >> 33)
            _ = InventoryText.problems(damaged)
            _ = InventoryText.problems(damaged, file: "rack.json")
        }
    }

    @Test("nested without end is refused")
    func deepNesting() {
        for opening in ["[", "{\"a\":", "- "] {
            let text = String(repeating: opening, count: 5000)
            #expect(!InventoryText.problems(text).isEmpty)
        }
    }
}

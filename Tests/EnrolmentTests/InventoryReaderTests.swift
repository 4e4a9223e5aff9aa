import BareMetal
import Foundation
import Hardware
import Testing

@Suite("Reading an instackenv.json")
struct InventoryReaderTests {
    private static let shared = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "shared/inputs/tripleo-docs/inline")
    private static let sample = shared.appending(path: "environments__baremetal.220.json")
    private static let hasSample = FileManager.default.fileExists(atPath: sample.path)

    private func read(_ text: String, file: String = "rack.yaml") throws -> Inventory {
        try InventoryReader.read(Array(text.utf8), file: file)
    }

    @Test(
        "TripleO's documented example is read whole",
        .enabled(if: hasSample, "needs ../shared/inputs/tripleo-docs")
    )
    func documentedExample() throws {
        let bytes = [UInt8](try Data(contentsOf: Self.sample))
        let inventory = try InventoryReader.read(bytes, file: "instackenv.json")
        #expect(inventory.nodes.map(\.name) == ["node-a", "node-b", "node-n"])
        let last = try #require(inventory.nodes.last)
        #expect(last.bmc == BMCAddress(host: "10.0.0.16"))
        #expect(last.ports.map(\.address.description) == ["fa:16:3e:51:9b:68"])
        #expect(last.ports.first?.physicalNetwork == "leaf1")
        #expect(last.memory == .mebibytes(4096) && last.disk == .gibibytes(40))
        #expect(last.processors == 2 && last.architecture == "x86_64")
        #expect(last.line == 39)
    }

    @Test("the mac form, a port, capabilities as text and a root device are read")
    func quickstartForm() throws {
        let node = try #require(
            try read(
                """
                { "nodes": [ {
                  "name": "control-0", "pm_password": "password", "pm_type": "pxe_ipmitool",
                  "pm_user": "admin", "pm_addr": "192.168.24.1", "pm_port": "6230",
                  "mac": [ "00:AB:cd:00:00:01", "00-ab-cd-00-00-02" ],
                  "cpu": "2", "memory": 8192, "disk": "49", "arch": "x86_64",
                  "capabilities": "profile:control,boot_option:local,boot_mode:uefi",
                  "root_device": { "name": "/dev/vda", "size": 49 }
                } ] }
                """,
                file: "instackenv.json"
            ).nodes.first
        )
        #expect(node.driver == "ipmi")
        #expect(node.bmc == BMCAddress(host: "192.168.24.1", port: 6230))
        #expect(node.credentials == BMCCredentials(user: "admin", password: "password"))
        #expect(
            node.ports.map(\.address.description) == ["00:ab:cd:00:00:01", "00:ab:cd:00:00:02"]
        )
        #expect(
            node.capabilities.map(\.description) == [
                "boot_mode:uefi", "boot_option:local", "profile:control",
            ]
        )
        #expect(node.profile == "control")
        #expect(try node.rootDevice == RootDeviceHints(["name": "/dev/vda", "size": "49"]))
    }

    @Test("capabilities may be a mapping, and a profile of the node's own wins")
    func capabilityMapping() throws {
        let text = InventoryText.node(
            "capabilities: {profile: compute, boot_mode: uefi, gone: null}",
            "profile: control",
            "resource_class: baremetal",
            "_comment: rack 1",
            "_note: {any: thing}",
            "uuid: 4DC1AEC1-a9f6-4b5c-9f3c-6d7cf8a2a5f1",
            "deploy_interface: direct"
        )
        let node = try #require(try read(text).nodes.first)
        #expect(node.capabilities.map(\.description) == ["boot_mode:uefi", "profile:control"])
        #expect(node.resourceClass == "baremetal")
        #expect(node.uuid == "4dc1aec1-a9f6-4b5c-9f3c-6d7cf8a2a5f1")
    }

    @Test("a nameless node is called after its place, unless that name is taken")
    func defaultNames() throws {
        let text = """
            nodes:
              - {pm_type: ipmi, pm_addr: a, pm_user: u, pm_password: p, mac: ["520000000001"]}
              - {pm_type: ipmi, pm_addr: b, pm_user: u, pm_password: p, mac: ["520000000002"]}
              - {pm_type: ipmi, pm_addr: c, pm_user: u, pm_password: p, mac: ["520000000003"],
                 name: node-1}
            """
        #expect(try read(text).nodes.map(\.name) == ["node-0", "node-1-2", "node-1"])
    }

    @Test(
        "deprecated drivers are replaced by the hardware types that follow them",
        arguments: [
            ("pxe_ipmitool", "ipmi"), ("agent_ipmitool", "ipmi"), ("pxe_drac", "idrac"),
            ("pxe_ilo", "ilo"), ("pxe_irmc", "irmc"), ("ipmi", "ipmi"), ("xclarity", "xclarity"),
        ]
    )
    func deprecatedDrivers(former: String, driver: String) throws {
        let text = InventoryText.good.replacing("pm_type: ipmi", with: "pm_type: \(former)")
        #expect(try read(text).nodes.first?.driver.text == driver)
    }

    @Test("a Redfish address is known by host, port and system, whatever its scheme and slashes")
    func redfish() throws {
        let text = InventoryText.node("pm_system_id: /redfish/v1/Systems/1")
            .replacing("pm_type: ipmi", with: "pm_type: redfish")
            .replacing("10.0.0.1", with: "HTTPS://bmc1.example:8443/")
        #expect(
            try read(text).nodes.first?.bmc
                == BMCAddress(host: "bmc1.example", port: 8443, system: "redfish/v1/Systems/1")
        )
    }

    @Test("systems behind one Redfish address are different machines")
    func redfishSystems() throws {
        func node(_ number: Int) -> String {
            """
              - {pm_type: redfish, pm_addr: "http://h:8000", pm_user: u, pm_password: p,
                 pm_system_id: s\(number), mac: ["52:54:00:00:00:0\(number)"]}
            """
        }
        #expect(try read("nodes:\n" + node(1) + "\n" + node(2)).nodes.count == 2)
        let twice = node(1) + "\n" + node(1).replacing("0:01", with: "0:09")
        let problem = try #require(InventoryText.problems("nodes:\n" + twice).first)
        #expect(problem.message.hasPrefix("duplicate BMC address h:8000/s1"))
    }

    @Test("the usual port is the same address as no port")
    func usualPort() {
        let second = InventoryText.good.replacing("nodes:\n", with: "")
            .replacing("one", with: "two").replacing("00:01", with: "00:02")
        let text = InventoryText.good + "\n" + second + "\n    pm_port: 623"
        #expect(
            InventoryText.problems(text).map(\.description) == [
                "rack.yaml:10: nodes[1].pm_addr: duplicate BMC address 10.0.0.1, "
                    + "already that of nodes[0].pm_addr in line 4"
            ]
        )
    }

    @Test("twenty thousand nodes are read, each once")
    func manyNodes() throws {
        let nodes = (0..<20_000).map { index in
            let mac = MACAddress(rawValue: 0x5254_0000_0000 + UInt64(index))
            return """
                {"pm_type": "ipmi", "pm_addr": "bmc-\(index)", "pm_user": "u", "pm_password": "p",
                 "ports": [{"address": "\(mac)"}], "cpu": 4, "memory": 4096}
                """
        }
        let text = "{\"nodes\": [" + nodes.joined(separator: ",\n") + "]}"
        let inventory = try read(text, file: "many.json")
        #expect(Set(inventory.nodes.map(\.bmc)).count == 20_000)
    }
}

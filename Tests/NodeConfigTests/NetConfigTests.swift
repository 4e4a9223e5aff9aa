import Documents
import NodeAgent
import TestFiles
import Testing

/// Held against os-net-config 17.0.0 on a machine with four active devices and Open vSwitch.
struct NetConfigTests {
    private static let machine = NetworkDevices(
        (1...4).map { NetworkDevice(name: "em\($0)", address: "a1:b2:c3:d4:e5:0\($0 + 2)") },
        hasOpenVSwitch: true)

    private static func preview(
        _ configuration: String, _ provider: NetworkProvider
    ) throws -> [NetworkFile] {
        try NetConfig(on: MemoryNodeSystem(), machine: machine, provider: provider)
            .preview(configuration)
    }

    /// The configurations that upstream's own tests use, and some of ours.
    @Test func `every configuration gives the files that os-net-config gives, or is refused`()
        throws
    {
        let cases = try #require(try Fixture.document("net-config.json").list)
        #expect(cases.count > 200)
        for item in cases {
            let configuration = try #require(item["config"]?.string)
            let provider = try #require(
                item["provider"]?.string.flatMap(NetworkProvider.init(rawValue:)))
            let files = try? Self.preview(configuration, provider)
            let expected = item["files"]?.list?.map { $0.list?.compactMap(\.string) ?? [] }
            #expect(files?.map { [$0.path, $0.text] } == expected, "\(provider): \(configuration)")
        }
    }

    @Test(.enabled(if: SharedFiles.arePresent, "there is no ../shared beside this clone"))
    func `every sample gives the files of the reference`() throws {
        let folder = "golden/os-net-config-ifcfg"
        // The reference stopped at interfaces that its machine did not have.
        let unlike = ["sriov_pf_ovs_dpdk.json", "sriov_pf_ovs_dpdk.yaml"]
        for name in try SharedFiles.names(in: folder) where name.hasSuffix(".txt") {
            let sample = String(name.dropLast(".txt".count))
            guard !unlike.contains(sample) else { continue }
            let text = try SharedFiles.text("inputs/os-net-config/samples/\(sample)")
            let files = try Self.preview(text, .ifcfg)
            let printed = files.map { "File: \($0.path)\n\n\($0.text)\n----\n" }
            #expect(printed.joined() == Self.unrooted(try SharedFiles.text("\(folder)/\(name)")))
        }
    }

    /// The reference wrote below a folder of its own.
    private static func unrooted(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.map { line in
            guard line.hasPrefix("File: "), let path = line.firstRange(of: "/etc/") else {
                return String(line)
            }
            return "File: " + line[path.lowerBound...]
        }.joined(separator: "\n")
    }

    @Test func `names count the active devices, embedded ones first, numbers by value`() throws {
        let machine = NetworkDevices(
            [
                NetworkDevice(name: "p2p10", address: "a"),
                NetworkDevice(name: "p2p9", address: "b"),
                NetworkDevice(name: "eth1", address: "c"),
                NetworkDevice(name: "eth0", address: "d", isActive: false),
                NetworkDevice(name: "em1", address: "e", isPhysical: false),
            ], hasOpenVSwitch: false)
        let files = try NetConfig(on: MemoryNodeSystem(), machine: machine, provider: .ifcfg)
            .preview(
                """
                network_config:
                - {type: interface, name: nic1}
                - {type: interface, name: nic2}
                - {type: interface, name: nic3}
                - {type: interface, name: nic4}
                """)
        let names = files.map { $0.path.split(separator: "-").last }
        #expect(names == ["eth1", "p2p9", "p2p10", "nic4"])
    }

    @Test func `a mapping names devices by name or address, and each once`() throws {
        let net = NetConfig(on: MemoryNodeSystem(), machine: Self.machine, provider: .ifcfg)
        let mapping = try NetConfig<MemoryNodeSystem>.mapping(
            of: "interface_mapping: {nic1: em3, ctl: 'a1:b2:c3:d4:e5:03', gone: em9}")
        let files = try net.preview(
            "network_config: [{type: interface, name: nic1}, {type: interface, name: ctl.7}]",
            mapping: mapping)
        #expect(files.map(\.path).map { $0.split(separator: "-").last } == ["em3", "em1.7"])
        for wrong in ["a: em1, b: em1", "em2: em1"] {
            let mapping = try NetConfig<MemoryNodeSystem>.mapping(
                of: "interface_mapping: {\(wrong)}")
            #expect(throws: NetworkConfigError.self) {
                try net.preview("network_config: []", mapping: mapping)
            }
        }
    }

    @Test func `what is not changed is not touched, and a new MTU is set without a restart`()
        async throws
    {
        let ran: MemoryNodeSystem.Program = { _ in CommandResult(status: 0) }
        let system = MemoryNodeSystem(
            programs: ["/sbin/ifup": ran, "/sbin/ifdown": ran, "/sbin/ip": ran])
        let net = NetConfig(on: system, machine: Self.machine, provider: .ifcfg)
        let first = "network_config: [{type: interface, name: em1, mtu: 1500}]"
        #expect(try await net.apply(first).count == 1)
        #expect(
            system.commands == [
                NodeCommand("/sbin/ifdown", ["em1"]), NodeCommand("/sbin/ifup", ["em1"]),
            ])
        #expect(try await net.apply(first).isEmpty)
        #expect(system.commands.count == 2)
        let second = "network_config: [{type: interface, name: em1, mtu: 9000}]"
        #expect(try await net.apply(second).count == 1)
        #expect(
            system.commands.dropFirst(2)
                == [NodeCommand("/sbin/ip", ["link", "set", "dev", "em1", "mtu", "9000"])])
    }

    @Test func `a bridge that changes restarts what is in it`() async throws {
        let ran: MemoryNodeSystem.Program = { _ in CommandResult(status: 0) }
        let system = MemoryNodeSystem(programs: ["/sbin/ifup": ran, "/sbin/ifdown": ran])
        let net = NetConfig(on: system, machine: Self.machine, provider: .ifcfg)
        let bridge = { (mode: String) in
            """
            network_config:
            - {type: ovs_bridge, name: br-ex, ovs_fail_mode: \(mode),
               members: [{type: interface, name: em2}]}
            """
        }
        try await net.apply(bridge("standalone"), activation: .filesOnly)
        #expect(system.commands.isEmpty)
        try await net.apply(bridge("secure"))
        let ups = system.commands.filter { $0.path == "/sbin/ifup" }.map(\.arguments)
        #expect(ups == [["br-ex"], ["em2"]])
    }

    @Test func `devices that nobody knows are taken down if that is asked for`() async throws {
        let system = MemoryNodeSystem(
            [
                "/etc/sysconfig/network-scripts/ifcfg-old": "x",
                "/etc/sysconfig/network-scripts/ifcfg-lo": "x",
            ])
        let net = NetConfig(on: system, machine: Self.machine, provider: .ifcfg)
        try await net.apply("network_config: []", unknown: .removed)
        #expect(system.paths == ["/etc/sysconfig/network-scripts/ifcfg-lo"])
    }

    @Test func `routing tables keep what others put there`() async throws {
        let system = MemoryNodeSystem([
            "/etc/iproute2/rt_tables":
                "255\tlocal\n# mine\n7 seven\n9 old    # os-net-config managed table\n"
        ])
        let net = NetConfig(on: system, machine: Self.machine, provider: .ifcfg)
        try await net.apply("network_config: [{type: route_table, name: custom, table_id: 200}]")
        let text = try #require(system["/etc/iproute2/rt_tables"])
        #expect(
            text.hasSuffix(
                "#1\tinr.ruhep\n# mine\n7 seven\n200\tcustom    # os-net-config managed table\n"))
        await #expect(throws: NetworkConfigError.self) {
            try await net.apply("network_config: [{type: route_table, name: x, table_id: 254}]")
        }
    }
}

import Hardware
import Introspection
import Testing

@Suite("An introspection policy")
struct IntrospectionPolicyTests {
    static let interfaces = [
        sampleInterface("eth0", "52:54:00:00:00:01"),
        sampleInterface("eth1", "52:54:00:00:00:02", hasCarrier: false),
        sampleInterface("eth2", "52:54:00:00:00:03"),
        sampleInterface("bond0", "52:54:00:00:00:03"),
        sampleInterface("dummy0", "00:00:00:00:00:00"),
        sampleInterface("odd0", "01:00:5e:00:00:01"),
    ]
    static let node = IntrospectedNode(bmc: BMCAddress(host: "10.0.0.9"), ports: [])

    @Test(
        "makes ports of the interfaces it names, each address once and in order",
        arguments: [
            (PortAddition.pxe, ["52:54:00:00:00:03"]),
            (.active, ["52:54:00:00:00:01", "52:54:00:00:00:03"]),
            (.all, ["52:54:00:00:00:01", "52:54:00:00:00:02", "52:54:00:00:00:03"]),
            (.disabled, []),
        ]
    )
    func addition(adding: PortAddition, expected: [String]) throws {
        let facts = sampleFacts(
            interfaces: Self.interfaces,
            bootInterface: mac("52:54:00:00:00:03")
        )
        let result = try IntrospectionPolicy(adding: adding).examine(
            facts,
            rootDisk: nil,
            node: Self.node
        )
        #expect(result.ports.created == expected.map { mac($0) })
        #expect(result.ports.removed.isEmpty)
    }

    @Test("takes every interface with a link where the one started from is not known")
    func unknownBootInterface() {
        let facts = sampleFacts(interfaces: Self.interfaces)
        let ports = IntrospectionPolicy(adding: .pxe).ports(of: facts)
        #expect(ports == [mac("52:54:00:00:00:01"), mac("52:54:00:00:00:03")])
    }

    @Test(
        "keeps of the ports there were what it says, and creates none twice",
        arguments: [
            (PortRetention.all, [] as [String]),
            (.present, ["52:54:00:00:00:99"]),
            (.added, ["52:54:00:00:00:02", "52:54:00:00:00:99"]),
        ]
    )
    func retention(keeping: PortRetention, removed: [String]) throws {
        let existing = ["52:54:00:00:00:01", "52:54:00:00:00:02", "52:54:00:00:00:99"]
        let node = IntrospectedNode(
            bmc: BMCAddress(host: "10.0.0.9"),
            ports: existing.map { mac($0) }
        )
        let result = try IntrospectionPolicy(adding: .active, keeping: keeping).examine(
            sampleFacts(interfaces: Self.interfaces),
            rootDisk: nil,
            node: node
        )
        #expect(result.ports.created == [mac("52:54:00:00:00:03")])
        #expect(result.ports.removed == removed.map { mac($0) })
    }

    @Test("reports all that is wrong at once")
    func allFailures() {
        let facts = sampleFacts(
            processors: 0,
            memory: .zero,
            interfaces: [],
            bmcHost: "10.0.0.8"
        )
        let failures = #expect(throws: IntrospectionFailures.self) {
            try IntrospectionPolicy().examine(facts, rootDisk: nil, node: Self.node)
        }
        #expect(
            failures?.failures == [
                .noProcessors, .noMemory, .noUsableInterfaces(policy: .pxe, found: 0),
                .bmcAddressMismatch(enrolled: "10.0.0.9", reported: "10.0.0.8"),
            ]
        )
        #expect(failures?.isTransient == false)
    }

    @Test("calls it passing when links are down, since a link may come up")
    func downLinks() {
        let facts = sampleFacts(
            interfaces: [sampleInterface("eth0", "52:54:00:00:00:01", hasCarrier: false)])
        let failures = #expect(throws: IntrospectionFailures.self) {
            try IntrospectionPolicy(adding: .active).examine(facts, rootDisk: nil, node: Self.node)
        }
        #expect(
            failures?.description
                == "no usable interfaces: 1 reported, none fits the policy 'active'"
        )
        #expect(failures?.isTransient == true)
    }

    @Test(
        "believes a machine's word on its controller unless it contradicts the enrolment",
        arguments: [
            ("10.0.0.9", "10.0.0.9", true), ("10.0.0.9", "10.0.0.8", false),
            ("10.0.0.9", "0.0.0.0", true), ("10.0.0.9", "::", true), ("10.0.0.9", "", true),
            ("bmc-9.example.org", "10.0.0.8", true), ("10.0.0.9", "fd00::9", true),
            ("fd00::9", "[FD00:0:0::0009%eth0]", true), ("fd00::9", "fd00::8", false),
            ("bmc-1", "bmc-2", false), ("BMC-1", "bmc-1", true), ("fd00::9", "fd00:9::", false),
        ]
    )
    func bmcAddress(enrolled: String, reported: String, isBelieved: Bool) {
        let node = IntrospectedNode(bmc: BMCAddress(host: enrolled), ports: [])
        let facts = sampleFacts(bmcHost: reported)
        do throws(IntrospectionFailures) {
            _ = try IntrospectionPolicy().examine(facts, rootDisk: nil, node: node)
            #expect(isBelieved, "\(enrolled) and \(reported)")
        } catch {
            let expected = IntrospectionFailure.bmcAddressMismatch(
                enrolled: enrolled,
                reported: reported
            )
            #expect(error.failures == [expected])
            #expect(!isBelieved, "\(enrolled) and \(reported)")
        }
    }
}

import Hardware
import Introspection
import Testing

@Suite("A machine's cables")
struct CablingTests {
    private static func facts(_ port: String?, address: UInt64 = 1) -> MachineFacts {
        MachineFacts(
            identity: BMCIdentity(manufacturer: "m", product: "p", serialNumber: "s"),
            processor: ProcessorFacts(count: 4, architecture: "x86_64", model: "c"),
            memory: .gibibytes(8), disks: [],
            interfaces: [
                InterfaceFacts(
                    name: "eno1", address: MACAddress(rawValue: address), hasCarrier: true,
                    speed: .gigabits(10),
                    neighbour: port.map { LinkNeighbour(switchName: "rack-1", port: $0) })
            ],
            bmcHost: nil, bootMode: .uefi, bootInterface: nil)
    }

    @Test("are as they were where the switch says the same as at introspection")
    func same() {
        let (now, then) = (Self.facts("1"), Self.facts("1"))
        #expect(IntrospectionPolicy.cablingDoubt(about: now, known: then) == nil)
        #expect(IntrospectionPolicy.cablingDoubt(about: now, known: nil) == nil)
    }

    @Test("are told by both their ends where they were moved")
    func moved() throws {
        let doubt = IntrospectionPolicy.cablingDoubt(about: Self.facts("2"), known: Self.facts("1"))
        let text = try #require(doubt)
        #expect(text.contains("is plugged into port 2 of switch rack-1"))
        #expect(text.contains("introspection found it in port 1"))
    }

    @Test("tell nothing where one of the two was silent, or the interface is another")
    func silent() {
        let (told, silent) = (Self.facts("1"), Self.facts(nil))
        #expect(IntrospectionPolicy.cablingDoubt(about: silent, known: told) == nil)
        #expect(IntrospectionPolicy.cablingDoubt(about: told, known: silent) == nil)
        let other = Self.facts("2", address: 2)
        #expect(IntrospectionPolicy.cablingDoubt(about: other, known: told) == nil)
    }
}

import Hardware
import Testing
import World

@testable import BareMetal

@Suite("The rings of conductors")
struct HashRingsTests {
    private static func member(
        _ host: HostAddress, _ scope: ConductorScope, _ drivers: DriverSupport = .all
    ) -> ConductorMember {
        ConductorMember(host: host, scope: scope, drivers: drivers, life: 1, term: Term(number: 1))
    }

    private static func rings(_ members: [ConductorMember]) -> HashRings {
        HashRings(ConductorRing(epoch: 1, members: members, lastTerm: Term(number: 9)))
    }

    /// The conductors of Ironic's own test.
    private static let registered = [
        member("host1", .group(""), .only(["hardware-type", "driver1", "driver2"])),
        member("host2", .group(""), .only(["hardware-type", "driver1"])),
        member("host3", .group("foogroup"), .only(["hardware-type", "driver1", "driver2"])),
        member("host4", .group("foogroup"), .only(["hardware-type", "driver1"])),
        member("host5", .group("bargroup"), .only(["hardware-type", "driver1"])),
    ]

    @Test("have for each group and driver the conductors of that group with that driver")
    func groups() {
        let rings = Self.rings(Self.registered)
        let driver: DriverName = "hardware-type"
        #expect(rings.ring(driver: driver, group: "")?.hosts == ["host1", "host2"])
        #expect(rings.ring(driver: driver, group: "foogroup")?.hosts == ["host3", "host4"])
        #expect(rings.ring(driver: "driver2", group: "foogroup")?.hosts == ["host3"])
        #expect(rings.ring(driver: "driver1", group: "bargroup")?.hosts == ["host5"])
    }

    @Test("have none for a driver that no conductor has, or a group that has no conductor")
    func missing() {
        let rings = Self.rings(Self.registered)
        #expect(rings.ring(driver: "driver3", group: "") == nil)
        #expect(rings.ring(driver: "driver2", group: "bargroup") == nil)
        #expect(rings.ring(driver: "driver1", group: "other") == nil)
        #expect(rings.manager(of: Identifier(text: "a"), driver: "driver3", group: "") == nil)
        #expect(Self.rings([]).manager(of: Identifier(text: "a"), driver: "d", group: "") == nil)
    }

    @Test("take group names for the same whatever their case")
    func groupCase() {
        let rings = Self.rings([Self.member("a", .group("Rack-1"))])
        #expect(rings.ring(driver: "ipmi", group: "rack-1")?.hosts == ["a"])
    }

    @Test("count a conductor with all drivers for those that others name")
    func allDrivers() {
        let rings = Self.rings([
            Self.member("a", .group("")), Self.member("b", .group(""), .only(["ipmi"])),
        ])
        #expect(rings.ring(driver: "ipmi", group: "")?.hosts == ["a", "b"])
        #expect(rings.ring(driver: "redfish", group: "")?.hosts == ["a"])
    }

    @Test("leave to the seed what nobody else manages, and nothing else")
    func leftovers() {
        let rings = Self.rings([
            Self.member("seed", .leftovers), Self.member("a", .group("")),
        ])
        let uuid = Identifier(text: "a")
        #expect(rings.manager(of: uuid, driver: "ipmi", group: "")?.host == "a")
        #expect(rings.manager(of: uuid, driver: "ipmi", group: "rack-1")?.host == "seed")
    }

    @Test("give terms that only grow, and each host one place")
    func terms() {
        let first = ConductorRing.empty
            .admitting(ConductorRegistration(host: "b", scope: .group(""), life: 1))
            .admitting(ConductorRegistration(host: "a", scope: .group(""), life: 1))
        #expect(first.members.map(\.host) == ["a", "b"])
        #expect(first.members.map(\.term.number) == [2, 1])
        let second = first.evicting("a")
            .admitting(ConductorRegistration(host: "b", scope: .group("x"), life: 2))
        #expect(second.members.map(\.host) == ["b"])
        #expect(second.members.map(\.term.number) == [3])
        #expect(second.emptied.members.isEmpty)
        #expect(second.emptied.lastTerm == Term(number: 3))
        #expect([first, second, second.emptied].map(\.epoch) == [2, 4, 5])
        #expect(!second.isLiving(Term(number: 1)))
        #expect(second.isLiving(Term(number: 3)))
    }
}

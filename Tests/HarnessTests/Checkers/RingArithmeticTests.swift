import BareMetal
import Hardware
import Testing
import World

@testable import Harness

@Suite("The checkers' own arithmetic of rings")
struct RingArithmeticTests {
    private static let keys = (0..<200).map { Identifier(text: "node-\($0)") }

    private static func member(_ host: HostAddress, _ scope: ConductorScope) -> ConductorMember {
        ConductorMember(host: host, scope: scope, life: 1, term: Term(number: 1))
    }

    @Test("comes to what the services' rings come to", arguments: 1...7)
    func agreement(size: Int) {
        let groups: [ConductorScope] = [.group(.standard), .group("east"), .leftovers]
        let members = (0..<size).map {
            Self.member(HostAddress("machine-\($0)"), groups[$0 % groups.count])
        }
        let ring = ConductorRing(epoch: 1, members: members, lastTerm: Term(number: 1))
        let (own, theirs) = (RingArithmetic(ring), HashRings(ring))
        for group: ConductorGroup in [.standard, "east", "west"] {
            for key in Self.keys {
                #expect(
                    own.manager(of: key, driver: "any", group: group)
                        == theirs.manager(of: key, driver: "any", group: group))
            }
        }
    }

    @Test("gives each of several hosts a part")
    func parts() {
        let ring = Sample.ring(["a": 1, "b": 2, "c": 3])
        let arithmetic = RingArithmetic(ring)
        let managers = Self.keys.map {
            arithmetic.manager(of: $0, driver: "any", group: .standard)?.host
        }
        #expect(Set(managers) == ["a", "b", "c"])
    }

    @Test("knows nobody for a node whose group has no conductor")
    func nobody() {
        let arithmetic = RingArithmetic(Sample.ring(["a": 1]))
        #expect(arithmetic.manager(of: Identifier(text: "x"), driver: "any", group: "east") == nil)
    }
}

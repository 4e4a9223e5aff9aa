import Foundation
import Hardware
import Plans
import Testing

@Suite("A cloud plan")
struct CloudPlanTests {
    static let small = Flavor(
        name: "small",
        processors: 4,
        memory: .gibibytes(8),
        disk: .gibibytes(40)
    )
    static let large = Flavor(
        name: "large",
        processors: 16,
        memory: .gibibytes(64),
        disk: .gibibytes(200),
        profile: "compute",
        architecture: "x86_64"
    )

    static func plan(
        flavors: [Flavor] = [small, large],
        roles: [RolePlan] = [
            RolePlan(name: "Controller", count: 3, flavor: "small", image: "overcloud-control"),
            RolePlan(name: "compute", count: 2, flavor: "large", image: "overcloud-compute"),
        ],
        undercloud: UndercloudPlan = UndercloudPlan(
            controlNodes: 2,
            fromSeed: 1,
            flavor: "small"
        )
    ) -> CloudPlan {
        CloudPlan(mode: .scale, flavors: flavors, roles: roles, undercloud: undercloud)
    }

    @Test("numbers its servers by role, in the order of the roles")
    func servers() {
        let plan = Self.plan()
        #expect(plan.problems.isEmpty)
        #expect(
            plan.servers.map(\.name) == [
                "controller-0", "controller-1", "controller-2", "compute-0", "compute-1",
            ]
        )
        #expect(plan.servers[1].role == "Controller")
        #expect(plan.servers[1].index == 1)
        #expect(plan.servers[1].image == "overcloud-control")
        #expect(plan.flavor(named: plan.servers[4].flavor) == Self.large)
    }

    @Test("names the undercloud's control nodes apart from its servers")
    func undercloudServers() {
        let servers = Self.plan().undercloudServers
        #expect(servers.map(\.name) == ["undercloud-0", "undercloud-1"])
        #expect(servers.allSatisfy { $0.flavor == "small" && $0.image == "undercloud-full" })
    }

    @Test("survives being stored")
    func codable() throws {
        let data = try JSONEncoder().encode(Self.plan())
        #expect(try JSONDecoder().decode(CloudPlan.self, from: data) == Self.plan())
    }

    @Test("reports everything that is wrong with it at once, in words")
    func allProblems() {
        let roles = [
            RolePlan(name: "control", count: -1, flavor: "tiny", image: "i"),
            RolePlan(name: "Control", count: 1, flavor: "small", image: ""),
            RolePlan(name: "Undercloud", count: 1, flavor: "small", image: "i"),
            RolePlan(name: "9lives", count: 10_001, flavor: "small", image: "i"),
        ]
        let empty = Flavor(name: "small", processors: 0, memory: .zero, disk: .zero)
        let plan = Self.plan(
            flavors: [Self.small, empty],
            roles: roles,
            undercloud: UndercloudPlan(controlNodes: 4, fromSeed: 5, flavor: "huge", image: "")
        )
        #expect(
            plan.problems == [
                .flavorWithoutSize("small"), .duplicateFlavor("small"),
                .countOutOfBounds("control", count: -1), .unknownFlavor("control", "tiny"),
                .missingImage("Control"), .reservedRole("Undercloud"),
                .unusableRoleName("9lives"), .countOutOfBounds("9lives", count: 10_001),
                .duplicateRole("control"), .controlNodesOutOfBounds(4),
                .fromSeedOutOfBounds(5, controlNodes: 4),
                .unknownFlavor("undercloud", "huge"), .missingImage("undercloud"),
            ]
        )
        let words = plan.problems.map(\.description)
        #expect(words.contains("role 'control' asks for -1 servers; it can have 0 to 10000"))
        #expect(words.contains("role 'control' uses flavor 'tiny', which the plan does not have"))
        #expect(Set(words).count == words.count)
    }

    @Test("refuses more roles or flavors than it has bounds for")
    func bounds() {
        let flavors = (0...PlanLimits.flavors).map { index in
            Flavor(
                name: FlavorName("f\(index)"),
                processors: 1,
                memory: .gibibytes(1),
                disk: .gibibytes(1)
            )
        }
        let roles = (0...PlanLimits.roles).map { index in
            RolePlan(name: RoleName("r\(index)"), count: 1, flavor: "f0", image: "i")
        }
        let undercloud = UndercloudPlan(controlNodes: 1, fromSeed: 1, flavor: "f0")
        let plan = Self.plan(flavors: flavors, roles: roles, undercloud: undercloud)
        #expect(plan.problems == [.tooManyFlavors(101), .tooManyRoles(101)])
    }

    @Test(
        "takes role names that can start a host name, and no others",
        arguments: [
            ("compute", true), ("block-storage", true), ("", false), ("-compute", false),
            ("büro", false), ("compute node", false), ("compute.a", false),
            ("a23456789012345678901234567890123456789012345678", true),
            ("a234567890123456789012345678901234567890123456789", false),
        ]
    )
    func roleNames(name: String, isUsable: Bool) {
        let role = RolePlan(name: RoleName(name), count: 1, flavor: "small", image: "i")
        #expect(Self.plan(roles: [role]).problems.isEmpty == isUsable)
    }
}

import BareMetal
import Compute
import Hardware
import Plans
import Testing
import World

@testable import Undercloud

@Suite("Why a node in the pool is not deployed")
struct PoolExplanationTests {
    private func ask(
        _ node: Node = Samples.node(.available), servers: [Server] = [], others: [Node] = [],
        _ change: (inout Cloud) -> Void = { $0.overcloud = .deployed },
        plan: CloudPlan = Samples.plan()
    ) throws -> Explanation {
        try NodeExplanationTests.ask(
            node, servers: servers, others: others,
            cloud: Samples.cloud(.undercloud, plan: plan, change))
    }

    @Test("is that it is claimed for a server that is to be deployed")
    func claimed() throws {
        let node = Samples.node(.available) { $0.allocation = Samples.instance }
        let told = try ask(node, servers: [Samples.server(.deploying)])
        #expect(told.cause == .claimed)
        #expect(told.partner == "compute-0")
        let foreign = try ask(node)
        #expect(foreign.answer == "it is claimed by allocation instance-1")
    }

    @Test("is that no flavor fits it, each with the reason")
    func noFlavor() throws {
        let flavors = [
            Flavor(
                name: "large", processors: 64, memory: .gibibytes(4), disk: .gibibytes(4)),
            Flavor(
                name: "gold", processors: 4, memory: .gibibytes(4), disk: .gibibytes(4),
                resourceClass: "baremetal.gold"),
            Flavor(
                name: "raid", processors: 4, memory: .gibibytes(4), disk: .gibibytes(4),
                traits: ["CUSTOM_RAID", "CUSTOM_SSD"]),
        ]
        let plan = CloudPlan(
            mode: .scale, flavors: flavors,
            roles: [RolePlan(name: "compute", count: 1, flavor: "large", image: "overcloud")],
            undercloud: UndercloudPlan(controlNodes: 1, fromSeed: 1, flavor: "large"))
        let node = Samples.node(.available) { $0.traits = ["CUSTOM_SSD"] }
        let told = try ask(node, plan: plan)
        #expect(told.cause == .noFlavorFits)
        #expect(
            told.candidates.map(\.reason) == [
                "has fewer than 64 processors", "is not of resource class baremetal.gold",
                "lacks the trait CUSTOM_RAID",
            ])
    }

    @Test("is that no server needs it")
    func spare() throws {
        let told = try ask(servers: [Samples.server(.active, on: "node-2")])
        #expect(told.cause == .noServerNeedsIt)
        #expect(told.candidates.map(\.name) == ["baremetal"])
        #expect(told.candidates.map(\.reason) == [nil])
    }

    @Test("is that the overcloud is not asked for yet, or was refused")
    func notYet() throws {
        let pending = try ask(Samples.node(.available)) { $0.phase = .redundancy }
        #expect(pending.cause == .notYet)
        #expect(pending.answer.contains("redundancy"))
        let refused = try ask(Samples.node(.available)) {
            $0.overcloud = .refused(reason: "too few")
        }
        #expect(refused.cause == .refused)
        #expect(refused.answer.contains("too few"))
    }

    @Test("is that it is the next to be claimed")
    func next() throws {
        let told = try ask(servers: [Samples.server(.unplaced, on: nil)])
        #expect(told.cause == .nextLook)
        #expect(told.answer == "compute-0 needs a machine, and it is the best one")
    }

    @Test("is that it failed the server before, which tries others first")
    func barred() throws {
        let server = Samples.server(.unplaced, on: nil) { $0.failedOn = ["node-1"] }
        let told = try ask(servers: [server], others: [Samples.node(.available, "node-2")])
        #expect(told.cause == .noServerNeedsIt)
        #expect(told.answer.contains("it failed compute-0 before"))
    }

    @Test("is that nobody knows whether it is on")
    func unknownPower() throws {
        #expect(try ask(Samples.node(.available) { $0.powerState = nil }).cause == .locked)
    }
}

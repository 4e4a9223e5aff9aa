import BareMetal
import Compute
import Hardware
import Plans
import Testing
import World

@testable import Undercloud

@Suite("The placement of servers")
struct PlacementFlowTests {
    @Test("wants from a seed as many control nodes as the plan has it deploy")
    func fromSeed() {
        let cloud = Samples.cloud(plan: Samples.plan(controlNodes: 3, fromSeed: 2))
        let wanted = PlacementFlow.wanted(Samples.view(cloud))
        #expect(wanted.map(\.name.text) == ["undercloud-0", "undercloud-1"])
        let view = Samples.view(cloud, servers: [Samples.controlNode(.unplaced, on: nil)])
        #expect(PlacementFlow.wanted(view).map(\.name.text) == ["undercloud-1"])
    }

    @Test("wants from an undercloud the replicas that are missing and not on their way")
    func redundancy() {
        let cloud = Samples.cloud(.undercloud)
        let first = Samples.controlNode(.active)
        func wanted(_ members: [HostAddress], _ servers: [Server]) -> [String] {
            PlacementFlow.wanted(Samples.view(cloud, servers: servers, members: members))
                .map(\.name.text)
        }
        #expect(wanted(["node-1", "seed"], [first]) == [])
        #expect(wanted(["node-1"], [first]) == ["undercloud-1"])
        let second = Samples.controlNode(.deploying, on: "node-2", index: 1)
        #expect(wanted(["node-1"], [first, second]) == [])
    }

    @Test("wants nothing while the state is handed over")
    func handover() {
        for stage in [Cloud.Stage.handingOver, .handedOver] {
            #expect(PlacementFlow.wanted(Samples.view(Samples.cloud(stage))).isEmpty)
        }
    }

    @Test("takes only machines that are free, sound and in the pool")
    func hosts() {
        let reservation = Reservation(holder: "", term: Term(number: 1))
        let nodes = [
            Samples.node(.available, "a-locked") { $0.reservation = reservation },
            Samples.node(.available, "b-owned"),
            Samples.node(.available, "c-kept") {
                $0.maintenance = Maintenance(reason: "", fault: nil)
            },
            Samples.node(.manageable, "d-not-cleaned"),
            Samples.node(.available, "e-free"),
        ]
        let view = Samples.view(
            Samples.cloud(.undercloud), nodes: nodes,
            servers: [Samples.server(.deploying, on: "b-owned", index: 1)])
        let placed = PlacementFlow.place([Samples.server(.unplaced, on: nil)], in: view)
        #expect(placed.map { try? $0.result.get() } == ["e-free"])
    }

    private static func place(_ servers: [Server], on count: Int) -> [NodeName?] {
        let nodes = (1...count).map { Samples.node(.available, NodeName("node-\($0)")) }
        let view = Samples.view(Samples.cloud(.undercloud), nodes: nodes, servers: servers)
        let placed = PlacementFlow.place(servers, in: view)
        #expect(placed.map(\.server.name) == servers.map(\.name))
        return placed.map { try? $0.result.get() }
    }

    private static func refusal(_ server: Server, _ nodes: [Node]) throws -> Server {
        let view = Samples.view(Samples.cloud(.undercloud), nodes: nodes, servers: [server])
        let placed = PlacementFlow.place([server], in: view)
        guard case .failure(let refusal)? = placed.first?.result else {
            throw Missing.refusal
        }
        return PlacementFlow.refused(server, refusal, in: view)
    }

    private enum Missing: Error { case refusal }

    @Test("tells whoever asked for one server that there is no machine, once none is on its way")
    func refusedRequest() throws {
        let busy = Samples.node(.active) { Samples.isOwned(&$0) }
        let coming = Samples.node(.cleaning, "node-2")
        let asked = Samples.server(.unplaced, on: nil) {
            $0.terms = ServerTerms(hostname: "compute-0")
        }
        let refused = try Self.refusal(asked, [busy])
        #expect(refused.state == .error)
        #expect(refused.lastError?.hasPrefix("No valid host was found for compute-0") == true)
        #expect(try Self.refusal(asked, [busy, coming]).state == .unplaced)
        let planned = Samples.server(.unplaced, on: nil)
        #expect(try Self.refusal(planned, [busy]).state == .unplaced)
    }

    @Test("goes by the flavor as it was when a server was asked for")
    func embeddedFlavor() {
        let own = Flavor(name: "gone", processors: 1, memory: .zero, disk: .zero, profile: "none")
        let asked = Samples.server(.unplaced, on: nil) {
            $0.terms = ServerTerms(hostname: "compute-0", flavor: own)
        }
        #expect(Self.place([asked], on: 2) == [nil])
    }

    @Test("gives no machine to two servers")
    func exclusion() {
        let servers = [
            Samples.server(.unplaced, on: nil, index: 0),
            Samples.server(.unplaced, on: nil, index: 1) { $0.failedOn = ["node-2", "node-3"] },
            Samples.server(.unplaced, on: nil, index: 2) { $0.failedOn = ["node-1"] },
        ]
        let taken = Self.place(servers, on: 3).compactMap { $0 }
        #expect(taken.count == 3)
        #expect(Set(taken).count == 3)
    }

    @Test("gives a server one of the machines that failed it only where there is no other")
    func secondChance() {
        let server = Samples.server(.unplaced, on: nil) { $0.failedOn = ["node-1", "node-2"] }
        #expect(Self.place([server], on: 3) == ["node-3"])
        #expect(["node-1", "node-2"].contains(Self.place([server], on: 2)[0]))
    }

    @Test("says why there is no machine")
    func refusal() {
        let view = Samples.view(Samples.cloud(.undercloud), nodes: [Samples.node(.manageable)])
        let placed = PlacementFlow.place([Samples.server(.unplaced, on: nil)], in: view)
        guard case .failure(let refusal)? = placed.first?.result else {
            Issue.record("The server was placed.")
            return
        }
        #expect("\(refusal)".contains("manageable"), "\(refusal)")
    }
}

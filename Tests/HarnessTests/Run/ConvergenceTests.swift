import BareMetal
import Compute
import Hardware
import Testing
import Undercloud
import World

@testable import Harness

@Suite("Convergence")
struct ConvergenceTests {
    /// Ways to spoil a whole cloud, with a part of what is then missing.
    static let spoilt: [(String, @Sendable (inout CloudState) -> Void)] = [
        ("there is no record of it", { $0.cloud = nil }),
        ("it was accepted and is not deployed", { $0.cloud?.overcloud = .accepted }),
        ("the server is planned and does not exist: compute-0", { $0.servers = [] }),
        ("the server is 'evicting'", { $0.servers[0].state = .evicting }),
        ("no endpoint is registered", { $0.endpoints = [] }),
        ("nobody leads it", { $0.leadership = Sample.leadership(3, nil) }),
        ("0 of 1 control nodes keep its state", { $0.storeMembers = [] }),
        ("the node is locked: node-1", { $0.nodes[0].reservation = Sample.lock("a#1") }),
        ("the node is still 'deploying': node-1", { $0.nodes[0].provisionState = .deploying }),
        ("nothing says why", { $0.nodes[0].provisionState = .deployFailed }),
        ("'deploy' was accepted and is not answered", { $0.intents[0].outcome = .underWay }),
        ("the active node's machine runs a ramdisk", { $0.machines = [machine(.ramdisk)] }),
        ("is on and runs nothing", { $0.machines = [machine(.nothing)] }),
        (
            "runs partial d00d",
            { $0.machines = [machine(.disk(contents: "d00d", extent: .partial))] }
        ),
        (
            "runs whole bad, not overcloud-full",
            { $0.machines = [machine(.disk(contents: "bad", extent: .whole))] }
        ),
        ("no machine is behind the active node", { $0.machines = [] }),
        ("its power is recorded as 'off' and is 'on': node-1", { $0.nodes[0].powerState = .off }),
        ("its power is recorded as 'unknown'", { $0.nodes[0].powerState = nil }),
        ("the node is active without an instance", { $0.nodes[0].instance = nil }),
        ("the node is 'manageable' and nothing", { $0.nodes[0].provisionState = .manageable }),
        (
            "RAID volume root is degraded: node-1",
            { state in
                let condition = SoftwareRAIDCondition(volume: "root", .degraded)
                state.nodes[0].raid = NodeRAID()
                state.nodes[0].raid?.conditions = [condition]
                state.machines = state.machines.map {
                    MachineTruth(
                        name: $0.name, power: $0.power, running: $0.running, fitness: $0.fitness,
                        raid: [condition])
                }
            }
        ),
        (
            "what is written down of its software RAID is not so: node-1",
            { state in
                state.nodes[0].raid = NodeRAID()
                state.nodes[0].raid?.conditions = [
                    SoftwareRAIDCondition(volume: "root", .degraded)
                ]
            }
        ),
    ]

    private static func machine(_ running: MachineTruth.Running) -> MachineTruth {
        CloudState.machine(running)
    }

    @Test("misses nothing in a whole cloud")
    func whole() {
        #expect(Convergence.shortfall(of: .whole, expecting: .converged) == [])
    }

    @Test("says what is missing, for everything that can be", arguments: spoilt.indices)
    func missing(_ index: Int) {
        var state = CloudState.whole
        Self.spoilt[index].1(&state)
        let lines = Convergence.shortfall(of: state, expecting: .converged)
        #expect(lines.contains { $0.contains(Self.spoilt[index].0) }, "\(lines)")
    }

    @Test("takes a failed node that says why")
    func failedWithReason() {
        var state = CloudState.whole
        var node = Sample.node("node-2", .deployFailed)
        node.lastError = "the disk is full"
        state.nodes.append(node)
        #expect(Convergence.shortfall(of: state, expecting: .converged) == [])
    }

    @Test(
        "does not hold a recorded power state against a node in maintenance, nor a broken machine")
    func excusedPower() {
        var state = CloudState.whole
        state.nodes[0].powerState = nil
        state.nodes[0].maintenance = Maintenance(reason: "it is silent", fault: .powerFailure)
        #expect(Convergence.shortfall(of: state, expecting: .converged) == [])
        state.nodes[0].maintenance = nil
        let running = MachineTruth.Running.disk(contents: "d00d", extent: .whole)
        state.machines = [
            MachineTruth(name: "node-1", power: .on, running: running, fitness: .faultyForGood)
        ]
        #expect(Convergence.shortfall(of: state, expecting: .converged) == [])
    }

    @Test("wants a refusal with a reason and nothing half done where it is expected")
    func refused() {
        var state = CloudState.whole
        state.cloud?.overcloud = .refused(reason: "no valid host")
        #expect(Convergence.shortfall(of: state, expecting: .refused).count == 1)
        state.servers = []
        #expect(Convergence.shortfall(of: state, expecting: .refused) == [])
        #expect(!Convergence.shortfall(of: state, expecting: .converged).isEmpty)
        state.cloud?.overcloud = .refused(reason: "")
        #expect(!Convergence.shortfall(of: state, expecting: .refused).isEmpty)
    }

    @Test("puts equal complaints on one line, and names a few")
    func grouped() {
        var state = CloudState.whole
        state.nodes += (2...9).map { Sample.node(NodeName("node-\($0)"), .cleaning) }
        let lines = Convergence.shortfall(of: state, expecting: .converged)
        #expect(
            lines == [
                "the node is still 'cleaning': node-2, node-3, node-4, node-5, node-6 and 3 more"
            ])
    }
}

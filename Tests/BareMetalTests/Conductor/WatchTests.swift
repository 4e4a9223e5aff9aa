import Hardware
import NodeAgent
import SimulatedDatacenter
import Simulation
import Testing
import World

@testable import BareMetal

@Suite("A conductor that watches over nodes")
struct WatchTests {
    private static func deploying(_ bench: Bench) async throws -> Station {
        try await bench.enrol { $0.provisionState = .available }
        let station = try await bench.startStation(term: 1)
        try await bench.open(station)
        try await station.conductor.request(.deploy(NodeOperation.instance), of: "node-1")
        return station
    }

    private static func failed(_ bench: Bench, within limit: Duration) async throws -> Node {
        try await bench.wait(upTo: limit, for: "the deployment to fail") {
            bench.node.provisionState == .deployFailed
        }
        let node = bench.node
        #expect(node.reservation == nil)
        #expect(bench.intents.allSatisfy { $0.outcome != .underWay })
        return node
    }

    @Test("gives up a ramdisk that never calls, and leaves no lock")
    func silence() throws {
        let bench = Bench()
        try bench.run {
            bench.machine.onNetworkBoot { _ in nil }
            _ = try await Self.deploying(bench)
            let node = try await Self.failed(bench, within: .seconds(2400))
            #expect(node.lastError?.contains("no word from the ramdisk for 30 min") == true)
            #expect(bench.machine.power == .off)
        }
    }

    @Test("gives up an agent that reports for ever but is never done")
    func endlessStep() throws {
        let bench = Bench()
        try bench.run {
            bench.machine.writeDuration = .seconds(1_000_000)
            _ = try await Self.deploying(bench)
            let node = try await Self.failed(
                bench, within: ConductorLimits.stepLimit + .seconds(600))
            #expect(node.lastError?.contains("was not done in 90 min") == true)
        }
    }

    @Test("gives many silent ramdisks up at the same time, though their controllers are silent")
    func manySilent() throws {
        let bench = Bench(machines: 20)
        try bench.run {
            for machine in bench.machines { machine.onNetworkBoot { _ in nil } }
            try await bench.enrol { $0.provisionState = .available }
            let station = try await bench.startStation(term: 1)
            try await bench.open(station)
            for number in 1...20 {
                let instance = Instance(
                    id: Identifier(text: "i-\(number)"), owner: "s-\(number)", image: Bench.image)
                try await station.conductor.request(
                    .deploy(instance), of: NodeName("node-\(number)"))
            }
            try await bench.pause(.seconds(600))
            for machine in bench.machines { machine.manner = .silent }
            try await bench.wait(upTo: .seconds(2400), for: "all deployments to fail") {
                (1...20).allSatisfy { bench.node($0).provisionState == .deployFailed }
            }
        }
    }

    @Test("gives a step again to an agent that restarted, but no more often than it may be")
    func restarts() throws {
        let bench = Bench()
        try bench.run {
            bench.machine.writeDuration = .seconds(600)
            _ = try await Self.deploying(bench)
            for attempt in 1...ConductorLimits.stepAttempts {
                try await bench.wait(upTo: .seconds(1200), for: "attempt \(attempt)") {
                    bench.node.attempts(at: .writeImage) == attempt && bench.node.reservation == nil
                }
                bench.machine.loseAndRegainPower()
            }
            let node = try await Self.failed(bench, within: .seconds(1200))
            #expect(node.lastError?.contains("restarted 3 times") == true)
            #expect(bench.machine.writes == 0)
        }
    }

    @Test("goes on with a step after one restart, to the end")
    func oneRestart() throws {
        let bench = Bench()
        try bench.run {
            bench.machine.writeDuration = .seconds(300)
            _ = try await Self.deploying(bench)
            try await bench.wait(upTo: .seconds(600), for: "the write to begin") {
                bench.node.attempts(at: .writeImage) == 1 && bench.node.reservation == nil
            }
            bench.machine.loseAndRegainPower()
            try await bench.wait(upTo: .seconds(1800), for: "the deployment to end") {
                bench.node.provisionState == .active
            }
            #expect(bench.machine.disk == Bench.image.digest)
            #expect(bench.machine.writes == 1)
        }
    }

    @Test("lets no node work longer than its state may last, however slow its controller is")
    func workLimit() throws {
        let bench = Bench()
        try bench.run {
            // Each call succeeds at the last try, and the power never changes.
            bench.machine.manner = .slow
            let start = bench.simulator.now
            _ = try await Self.deploying(bench)
            _ = try await Self.failed(bench, within: ProvisionLimits.work)
            #expect(bench.simulator.now - start > ConductorLimits.work)
        }
    }

    @Test("fails an inspection that finds an interface of another node")
    func stolenInterface() throws {
        let bench = Bench()
        try bench.run {
            try await bench.enrol {
                $0.provisionState = .manageable
                $0.addresses = [MACAddress(rawValue: 7)]
            }
            let address = bench.machine.facts.interfaces[0].address
            var transaction = Transaction()
            transaction.put(Port(address: MACAddress(rawValue: 7), node: "node-1"))
            transaction.put(Port(address: address, node: "node-9"))
            try await bench.store.handle(for: bench.operatorProcess).commit(transaction)
            let station = try await bench.startStation(term: 1)
            try await station.conductor.request(.inspect, of: "node-1")
            try await bench.wait(upTo: .seconds(60), for: "the wait for the ramdisk") {
                bench.node.provisionState == .inspectWait
            }
            try await station.conductor.answer(
                AgentInventory(node: "node-1", facts: bench.machine.facts))
            try await bench.wait(upTo: .seconds(600), for: "inspection to fail") {
                bench.node.provisionState == .inspectFailed
            }
            #expect(bench.node.lastError?.contains("interface of node node-9") == true)
            let owner = try await station.conductor.port(address)?.node
            #expect(owner == "node-9")
        }
    }
}

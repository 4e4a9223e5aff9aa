import Hardware
import NodeAgent
import Simulation
import Testing
import World

@testable import BareMetal

@Suite("A rescue")
struct RescueTests {
    private static func running(_ bench: Bench) async throws -> Station {
        bench.machine.install(Bench.image.digest)
        bench.machine.override = BootOverride(.disk, .persistent)
        bench.machine.switchOn()
        return try await bench.found(in: .active) { $0.instance = NodeOperation.instance }
    }

    /// A rescue whose ramdisk never calls.
    private static func unheard(_ bench: Bench) async throws -> Station {
        let station = try await running(bench)
        bench.machine.onNetworkBoot { _ in nil }
        try await station.conductor.request(.rescue(NodeOperation.password), of: "node-1")
        return station
    }

    @Test("runs the ramdisk in place of the instance, lets its owner in, and goes back")
    func whole() throws {
        let bench = Bench()
        try bench.run {
            let station = try await Self.running(bench)
            try await station.conductor.request(.rescue(NodeOperation.password), of: "node-1")
            try await bench.reach(.rescue, within: .seconds(900))
            #expect(bench.machine.system == .ramdisk)
            #expect(bench.machine.rescuePassword == NodeOperation.password)
            #expect(bench.machine.disk == Bench.image.digest)
            #expect(bench.node.instance == NodeOperation.instance)
            try await station.conductor.request(.unrescue, of: "node-1")
            try await bench.reach(.active, within: .seconds(300))
            try await bench.pause(.seconds(120))
            #expect(bench.machine.system == .disk(Bench.image.digest))
            #expect(bench.node.rescuePassword == nil)
            #expect(bench.machine.writes == 0)
        }
    }

    @Test("is begun anew from rescue with another password")
    func again() throws {
        let bench = Bench()
        try bench.run {
            let station = try await Self.running(bench)
            try await station.conductor.request(.rescue(NodeOperation.password), of: "node-1")
            try await bench.reach(.rescue, within: .seconds(900))
            let other = try #require(RescuePassword(hash: "$5$other$hash"))
            try await station.conductor.request(.rescue(other), of: "node-1")
            try await bench.reach(.rescue, within: .seconds(900))
            #expect(bench.machine.rescuePassword == other)
        }
    }

    @Test("whose ramdisk never calls fails, and forgets the password")
    func silence() throws {
        let bench = Bench()
        try bench.run {
            _ = try await Self.unheard(bench)
            try await bench.reach(.rescueFailed, within: .seconds(2400))
            #expect(bench.node.rescuePassword == nil)
            #expect(bench.node.instance == NodeOperation.instance)
            #expect(bench.node.maintenance == nil)
        }
    }

    @Test("that is aborted fails at once, and nothing of it is left on the machine")
    func abort() throws {
        let bench = Bench()
        try bench.run {
            let station = try await Self.unheard(bench)
            try await bench.reach(.rescueWait, within: .seconds(120))
            try await station.conductor.request(.abort, of: "node-1")
            #expect(bench.node.provisionState == .rescueFailed)
            try await bench.reach(.rescueFailed, within: .seconds(120))
            #expect(bench.node.lastError == RequestDecision.abortReason)
            #expect(bench.node.rescuePassword == nil)
            #expect(bench.node.maintenance == nil)
            #expect(bench.machine.power == .off)
            #expect(bench.machine.override == BootOverride(.disk, .persistent))
            let outcomes = Dictionary(
                uniqueKeysWithValues: bench.intents.map { ($0.verb, $0.outcome) })
            #expect(outcomes[.abort] == .done)
            #expect(outcomes[.rescue] == .failed(reason: RequestDecision.abortReason))
            let history = try await station.conductor.history(of: "node-1")
            #expect(history.map(\.severity) == [.info])
            #expect(history.map(\.topic) == [.rescue])
        }
    }

    @Test("abort failing sets the fault 'rescue abort failure', which only a person lifts")
    func abortFailure() throws {
        let bench = Bench()
        try bench.run {
            let station = try await Self.unheard(bench)
            try await bench.reach(.rescueWait, within: .seconds(120))
            bench.machine.manner = .silent
            try await station.conductor.request(.abort, of: "node-1")
            try await bench.reach(.rescueFailed, within: .seconds(900))
            #expect(bench.node.maintenance?.fault == .rescueAbortFailure)
            bench.machine.manner = .sound
            try await bench.pause(.seconds(1200))
            #expect(bench.node.maintenance?.fault == .rescueAbortFailure)
            try await station.conductor.update("node-1", [.endOfMaintenance])
            try await station.conductor.request(.unrescue, of: "node-1")
            try await bench.reach(.active, within: .seconds(300))
        }
    }

    @Test("takes hashes for passwords, and never a plain word")
    func passwords() {
        for hash in ["$6$salt$hash", "$5$rounds=5000$salt$hash", "$y$j9T$salt$hash"] {
            #expect(RescuePassword(hash: hash)?.hash == hash)
        }
        for word in ["", "secret", "$", "$6$", "$6$salt", "$6$salt$", "$6$sa lt$hash", "$1:$a$b"] {
            #expect(RescuePassword(hash: word) == nil, "\(word)")
        }
    }
}

import Hardware
import SimulatedDatacenter
import Simulation
import Testing
import World

@testable import BareMetal

@Suite("A node's record")
struct RecordTests {
    private static func deletion(_ bench: Bench, _ station: Station) async -> ConductorError? {
        await bench.refusal { () async throws(ConductorError) in
            try await station.conductor.delete("node-1")
        }
    }

    @Test(
        "is deleted in manageable, enroll, adopt failed, available if allowed; or in maintenance",
        arguments: ProvisionState.allCases)
    func deletion(_ state: ProvisionState) {
        for permission in [ConductorOptions.Permission.allowed, .refused] {
            var options = ConductorOptions()
            options.deletingAvailableNodes = permission
            let isAllowed =
                [.manageable, .enroll, .adoptFailed].contains(state)
                || (state == .available && permission == .allowed)
            let node = RequestDecisionTests.node(state) { $0.instance = nil }
            #expect((try? NodeDeletion.check(node, under: options)) != nil || !isAllowed)
            #expect((try? NodeDeletion.check(node, under: options)) == nil || isAllowed)
            let kept = RequestDecisionTests.node(state) {
                $0.maintenance = Maintenance(reason: "r", fault: nil)
            }
            #expect((try? NodeDeletion.check(kept, under: options)) != nil)
        }
    }

    @Test("is never deleted while it has an instance or is protected")
    func associated() {
        for state in ProvisionState.allCases {
            let owned = RequestDecisionTests.node(state)
            #expect(throws: NodeRefusal.associated(NodeOperation.instance.id)) {
                try NodeDeletion.check(owned, under: ConductorOptions())
            }
            let precious = RequestDecisionTests.node(state) {
                $0.maintenance = Maintenance(reason: "r", fault: nil)
                $0.protection = Protection(reason: nil)
            }
            #expect(throws: NodeRefusal.protected(reason: nil)) {
                try NodeDeletion.check(precious, under: ConductorOptions())
            }
        }
    }

    @Test("goes with all that belongs to it, and the machine is left as it is")
    func belongings() throws {
        let bench = Bench(machines: 2)
        try bench.run {
            bench.machine.manner = .silent
            let station = try await bench.found(in: .enroll)
            for _ in 0..<2 {
                try await station.conductor.request(.manage, of: "node-1")
                try await bench.wait(upTo: .seconds(600), for: "the failure") {
                    bench.node(1).reservation == nil && bench.node(1).provisionState == .enroll
                }
            }
            let calls = bench.machine.calls
            #expect(await Self.deletion(bench, station) == nil)
            let left = bench.store.snapshot(of: Node.self).map(\.document.name)
            #expect(left == ["node-2"])
            #expect(bench.store.snapshot(of: Port.self).map(\.document.node) == ["node-2"])
            #expect(bench.store.snapshot(of: NodeHistoryEntry.self).isEmpty)
            #expect(bench.intents.allSatisfy { $0.node != "node-1" })
            #expect(bench.machine.calls == calls)
            #expect(await Self.deletion(bench, station) == .unknownNode("node-1"))
        }
    }

    @Test("is not deleted while somebody works on the node")
    func locked() throws {
        let bench = Bench()
        try bench.run {
            let station = try await bench.found(in: .manageable)
            let lock = try await station.conductor.lock("node-1", for: LockPurpose("test"))
                .reservation
            #expect(await Self.deletion(bench, station) == .locked("node-1", by: lock))
            #expect(bench.node.reservation == lock)
        }
    }

    @Test("is gone or as it was, and unlocked, though the store loses its answers")
    func lostAnswers() throws {
        for milliseconds in stride(from: 0, through: 40, by: 2) {
            let bench = Bench()
            try bench.run {
                let station = try await bench.found(in: .manageable)
                bench.simulator.schedule(at: bench.simulator.now + .milliseconds(milliseconds)) {
                    station.trouble.write { $0 = .answersLost }
                }
                bench.simulator.schedule(at: bench.simulator.now + .seconds(5)) {
                    station.trouble.write { $0 = .none }
                }
                let error = await Self.deletion(bench, station)
                try await bench.pause(.seconds(180))
                let left = bench.store.snapshot(of: Node.self).map(\.document)
                #expect(left.allSatisfy { $0.reservation == nil })
                if error == nil { #expect(left.isEmpty) }
            }
        }
    }

    @Test("is updated as a whole or not at all")
    func atomicUpdate() throws {
        let bench = Bench()
        try bench.run {
            let station = try await bench.found(in: .available)
            let before = bench.node
            let error = await bench.refusal { () async throws(ConductorError) in
                try await station.conductor.update(
                    "node-1",
                    [.traits(["CUSTOM_GOLD"]), .retirement(Retirement(reason: nil))])
            }
            guard case .forbidden("node-1", .wrongState(.available, _)) = error else {
                throw BenchFailure("\(String(describing: error))")
            }
            #expect(bench.node == before)
            try await station.conductor.update(
                "node-1", [.traits(["CUSTOM_GOLD"]), .maintenance(reason: "I look")])
            #expect(bench.node.traits == ["CUSTOM_GOLD"])
            #expect(bench.node.maintenance == Maintenance(reason: "I look", fault: nil))
            #expect(bench.node.reservation == nil)
        }
    }

    @Test("says when its state changed last")
    func provisionUpdated() throws {
        let bench = Bench()
        try bench.run {
            let station = try await bench.found(in: .enroll)
            #expect(bench.node.provisionUpdated == nil)
            try await bench.pause(.seconds(100))
            try await station.conductor.request(.manage, of: "node-1")
            let first = try #require(bench.node.provisionUpdated)
            try await bench.reach(.manageable, within: .seconds(60))
            let second = try #require(bench.node.provisionUpdated)
            #expect(second > first)
            try await station.conductor.update("node-1", [.traits(["CUSTOM_GOLD"])])
            #expect(bench.node.provisionUpdated == second)
        }
    }
}

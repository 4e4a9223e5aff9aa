import Hardware
import SimulatedDatacenter
import Simulation
import Testing
import World

@Suite("A process's world in the datacenter")
struct WorldTests {
    @Test("has a clock within 50 parts per million of true time, and no two alike")
    func clocks() {
        let lab = Lab(machines: 50)
        let before = lab.nodes.map { $0.clock.monotonic }
        lab.pass(.seconds(100_000))
        let drifts = zip(lab.nodes, before).map { node, start in
            Double(node.clock.monotonic - start) / 1e9 - 100_000
        }
        #expect(drifts.allSatisfy { abs($0) <= 5.0001 })
        #expect(Set(drifts).count == 50)
    }

    @Test("sleeps until its own clock shows the deadline", arguments: UInt64(1)...20)
    func sleeps(seed: UInt64) throws {
        let lab = Lab(seed: seed)
        lab.seed.bootAtOnce()
        let process = try #require(lab.seed.startProcess("sleeper"))
        let clock = lab.world(for: process, on: lab.seed).clock
        let deadline = clock.now + .seconds(3600)
        try lab.run(in: process) { _ in try await clock.sleep(until: deadline) }
        #expect(clock.now >= deadline)
        #expect(clock.now - deadline < .microseconds(1))
    }

    @Test("interrupts a sleep when the machine loses power")
    func interrupted() throws {
        let lab = Lab()
        lab.seed.bootAtOnce()
        let process = try #require(lab.seed.startProcess("sleeper"))
        let clock = lab.world(for: process, on: lab.seed).clock
        lab.simulator.schedule(at: .zero + .seconds(5)) {
            lab.datacenter.inject(.powerLoss, on: "seed")
        }
        #expect(throws: Interruption()) {
            try lab.run(in: process) { _ in try await clock.sleep(for: .seconds(60)) }
        }
        #expect(lab.simulator.now - .zero == .seconds(5))
    }

    @Test("journals in one order, and not what a dead process says")
    func journal() throws {
        let lab = Lab()
        lab.seed.bootAtOnce()
        let process = try #require(lab.seed.startProcess("service"))
        let world = lab.world(for: process, on: lab.seed)
        world.journal.record(StoreEvent.memberJoined("undercloud", "seed"))
        process.kill()
        world.journal.record(StoreEvent.memberLost("undercloud", "seed"))
        lab.datacenter.inject(.linkLoss, on: "seed")

        let entries = lab.journal.read { $0 }
        #expect(entries.map(\.sequence) == Array(1...Int64(entries.count)))
        #expect(
            entries.suffix(2).map { "\($0.source) \($0.event.kind)" } == [
                "seed/service store.member-joined", "datacenter fault",
            ]
        )
    }

    @Test("has chance of its own by component, and another after a restart")
    func chance() throws {
        let lab = Lab()
        lab.seed.bootAtOnce()
        func draws() throws -> [UInt64] {
            let process = try #require(lab.seed.startProcess("service"))
            defer { process.kill() }
            let random = lab.world(for: process, on: lab.seed).random
            return [
                random.branch("a").next(), random.branch("a").next(), random.branch("b").next(),
                random.next(),
            ]
        }
        let lives = try [draws(), draws()]
        #expect(Set(lives[0] + lives[1]).count == 8, "No number is drawn twice.")
    }

    @Test("ends at once on a machine on which nothing runs")
    func nothingRuns() {
        let lab = Lab()
        let process = lab.outsider()
        _ = lab.world(for: process, on: lab.node)
        #expect(!process.isAlive)
    }
}

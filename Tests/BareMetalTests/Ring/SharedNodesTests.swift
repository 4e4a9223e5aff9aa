import Hardware
import SimulatedDatacenter
import Simulation
import Testing
import World

@testable import BareMetal

@Suite("Conductors that share the nodes")
struct SharedNodesTests {
    private static func ring(
        _ hosts: KeyValuePairs<HostAddress, Int>, epoch: Int = 1
    ) -> ConductorRing {
        ConductorRing(
            epoch: epoch,
            members: hosts.map {
                ConductorMember(
                    host: $0.key, scope: .group(""), life: 1, term: Term(number: $0.value))
            }, lastTerm: Term(number: 9))
    }

    private static let both = ring(["host-1": 1, "host-2": 2])

    private static func write(_ document: some StoredDocument, on bench: Bench) async throws {
        var transaction = Transaction()
        transaction.put(document)
        try await bench.store.handle(for: bench.operatorProcess).commit(transaction)
    }

    /// Why a conductor does not lock a node; nil where it does.
    private static func refusal(
        of node: Node, by station: Station
    ) async -> ConductorError? {
        do throws(ConductorError) {
            let task = try await station.conductor.lock(
                node.id, for: LockPurpose("test"), patience: .once)
            await station.conductor.carryOut(task) { (task) throws(ConductorError) in
                try await task.release()
            }
            return nil
        } catch { return error }
    }

    private static func node(on bench: Bench, of term: Int) -> Node? {
        let rings = HashRings(both)
        return bench.store.snapshot(of: Node.self).map(\.document).first {
            rings.manager(of: $0)?.term.number == term
        }
    }

    @Test("lock those that the ring gives them, and no others", arguments: SimulatedRun.all(1...3))
    func own(_ run: SimulatedRun) throws {
        let bench = Bench(run, machines: 12)
        try bench.run {
            try await bench.enrol()
            try await Self.write(Self.both, on: bench)
            let one = try await bench.startStation(term: 1, in: .ring)
            let two = try await bench.startStation(term: 2, in: .ring)
            let rings = HashRings(Self.both)
            var shares = [0, 0]
            for node in bench.store.snapshot(of: Node.self).map(\.document) {
                let isFirst = rings.manager(of: node)?.host == "host-1"
                let (manager, other) = isFirst ? (one, two) : (two, one)
                shares[isFirst ? 0 : 1] += 1
                let refused = await Self.refusal(of: node, by: other)
                #expect(refused == .notManaged(node.name, by: isFirst ? "host-1" : "host-2"))
                #expect(await Self.refusal(of: node, by: manager) == nil)
            }
            #expect(shares.allSatisfy { $0 > 0 })
        }
    }

    @Test("have in hand what the ring gives them and what they hold, whatever changed meanwhile")
    func inHand() throws {
        let bench = Bench(SimulatedRun.all(1...1)[0], machines: 12)
        try bench.run {
            try await bench.enrol()
            try await Self.write(Self.both, on: bench)
            let station = try await bench.startStation(term: 1, in: .ring)
            func expectAll(_ ring: ConductorRing, _ held: [NodeName] = []) async throws {
                let rings = HashRings(ring)
                let nodes = bench.store.snapshot(of: Node.self)
                let mine = nodes.filter {
                    rings.manager(of: $0.document)?.term.number == 1
                        || held.contains($0.document.name)
                }
                let found = try await station.conductor.nodesInHand()
                #expect(found.map(\.document) == mine.map(\.document))
                #expect(found.map(\.revision) == mine.map(\.revision))
            }
            try await expectAll(Self.both)
            var moved = try #require(Self.node(on: bench, of: 1))
            moved.conductorGroup = "elsewhere"
            try await Self.write(moved, on: bench)
            try await expectAll(Self.both)
            moved.reservation = Reservation(holder: "test", term: Term(number: 1))
            try await Self.write(moved, on: bench)
            try await expectAll(Self.both, [moved.name])
            moved.conductorGroup = ""
            moved.reservation = nil
            try await Self.write(moved, on: bench)
            try await expectAll(Self.both)
            let alone = Self.ring(["host-1": 1], epoch: 2)
            try await Self.write(alone, on: bench)
            _ = try await station.conductor.authority.ring?.refresh()
            try await expectAll(alone)
        }
    }

    @Test("lock nothing by a ring that is no longer in force", arguments: SimulatedRun.all(1...3))
    func stale(_ run: SimulatedRun) throws {
        let bench = Bench(run, machines: 12)
        try bench.run {
            try await bench.enrol()
            try await Self.write(Self.both, on: bench)
            let station = try await bench.startStation(term: 1, in: .ring)
            let node = try #require(Self.node(on: bench, of: 1))
            #expect(await Self.refusal(of: node, by: station) == nil)
            try await Self.write(Self.ring(["host-2": 2], epoch: 2), on: bench)
            // It has not looked since, and the store refuses its lock all the same.
            guard case .store(.conflict(let key)) = await Self.refusal(of: node, by: station)
            else {
                Issue.record("A lock was taken by a ring that is over.")
                return
            }
            #expect(key.kind == ConductorRing.kind)
            let refused = await Self.refusal(of: node, by: station)
            #expect(refused == .notManaged(node.name, by: "host-2"))
        }
    }

    @Test(
        "leave a node that has become theirs to a conductor that lives and works on it",
        arguments: SimulatedRun.all(1...3))
    func living(_ run: SimulatedRun) throws {
        let bench = Bench(run, machines: 12)
        let lock = Reservation(holder: "host-1/deploy#1", term: Term(number: 1))
        try bench.run {
            try await bench.enrol {
                $0.provisionState = .deploying
                $0.reservation = lock
            }
            try await Self.write(Self.both, on: bench)
            let station = try await bench.startStation(term: 2, in: .ring)
            try await station.conductor.recover()
            let nodes = bench.store.snapshot(of: Node.self).map(\.document)
            #expect(nodes.allSatisfy { $0.reservation == lock })
            let node = try #require(Self.node(on: bench, of: 2))
            #expect(await Self.refusal(of: node, by: station) == .locked(node.name, by: lock))
        }
    }

    @Test(
        "take over what a conductor was working on that the ring counts on no more",
        arguments: SimulatedRun.all(1...3))
    func dead(_ run: SimulatedRun) throws {
        let bench = Bench(run, machines: 12)
        try bench.run {
            try await bench.enrol {
                $0.provisionState = .deploying
                $0.reservation = Reservation(holder: "x/deploy#1", term: Term(number: 7))
            }
            try await Self.write(Self.both, on: bench)
            let station = try await bench.startStation(term: 2, in: .ring)
            try await station.conductor.recover()
            let rings = HashRings(Self.both)
            for node in bench.store.snapshot(of: Node.self).map(\.document) {
                let isOwn = rings.manager(of: node)?.term.number == 2
                #expect(node.provisionState == (isOwn ? .deployFailed : .deploying))
                #expect((node.reservation == nil) == isOwn)
            }
        }
    }
}

import Hardware
import SimulatedDatacenter
import Simulation
import Testing
import World

@testable import BareMetal

@Suite("An allocator")
struct AllocatorTests {
    private static let kind: ResourceClass = "x-large"
    private static let uuid = Identifier(text: "allocation-1")

    private static func wanted(
        _ name: String? = nil, candidates: [NodeName] = []
    ) -> Allocation {
        Allocation(uuid: uuid, name: name, resourceClass: kind, candidates: candidates)
    }

    /// Nodes in the pool, and an allocator over them.
    private static func open(
        _ bench: Bench, term: Int = 2,
        _ change: @escaping @Sendable (inout Node) -> Void = { _ in }
    ) async throws -> Allocator {
        if bench.store.snapshot(of: Node.self).isEmpty {
            try await bench.enrol {
                ($0.provisionState, $0.powerState) = (.available, .off)
                $0.resourceClass = kind
                change(&$0)
            }
        }
        return try await bench.startAllocator(term: term)
    }

    private static func allocation(_ bench: Bench) -> Allocation? {
        bench.store.snapshot(of: Allocation.self).first?.document
    }

    private static func lock(_ bench: Bench, _ holder: String?) async throws {
        let handle = bench.store.handle(for: bench.operatorProcess)
        for stored in try await handle.scan(Node.self) {
            var node = stored.document
            node.reservation = holder.map { Reservation(holder: $0, term: Term(number: 2)) }
            var transaction = Transaction()
            transaction.replace(stored, with: node)
            try await handle.commit(transaction)
        }
    }

    @Test("gives a node to an allocation, each of which then names the other")
    func granted() throws {
        let bench = Bench()
        try bench.run {
            let allocator = try await Self.open(bench)
            try await allocator.create(Self.wanted())
            #expect(Self.allocation(bench)?.state == .allocating)
            let granted = try await allocator.allocate(Self.uuid)
            #expect(granted?.state == .active)
            #expect(granted?.node == "node-1")
            #expect(Self.allocation(bench) == granted)
            #expect(bench.node.allocation == Self.uuid)
            #expect(bench.node.reservation == nil)
            #expect(try await allocator.allocate(Self.uuid) == nil)
        }
    }

    @Test("gives no node to two allocations that want it at the same time", arguments: 1...8)
    func raced(seed: UInt64) throws {
        let bench = Bench(SimulatedRun(seed: seed, schedule: .shuffle), machines: 3)
        try bench.run {
            let allocator = try await Self.open(bench)
            let uuids = (1...4).map { Identifier(text: "allocation-\($0)") }
            for uuid in uuids {
                try await allocator.create(Allocation(uuid: uuid, resourceClass: Self.kind))
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for uuid in uuids {
                    group.addTask { _ = try await allocator.allocate(uuid) }
                }
                try await group.waitForAll()
            }
            let all = bench.store.snapshot(of: Allocation.self).map(\.document)
            #expect(all.filter { $0.state == .active }.count == 3)
            #expect(Set(all.compactMap(\.node)).count == 3)
            let failed = all.filter { $0.state == .error }
            #expect(failed.count == 1)
            #expect(failed.first?.lastError?.isEmpty == false)
        }
    }

    @Test("tries nodes that are locked in three passes, a second apart, then gives up")
    func locked() throws {
        let bench = Bench(machines: 2)
        try bench.run {
            let allocator = try await Self.open(bench) {
                $0.reservation = Reservation(holder: "somebody", term: Term(number: 2))
            }
            try await allocator.create(Self.wanted())
            let start = bench.simulator.now
            let failed = try await allocator.allocate(Self.uuid)
            #expect(failed?.state == .error)
            #expect(failed?.node == nil)
            #expect(failed?.lastError == "none of 2 suitable nodes could be reserved")
            let taken = bench.simulator.now.nanoseconds - start.nanoseconds
            #expect((2_000_000_000..<3_000_000_000).contains(taken))
        }
    }

    @Test("takes a node whose lock is given back between two passes")
    func unlocked() throws {
        let bench = Bench()
        try bench.run {
            let allocator = try await Self.open(bench) {
                $0.reservation = Reservation(holder: "somebody", term: Term(number: 2))
            }
            try await allocator.create(Self.wanted())
            async let granted = allocator.allocate(Self.uuid)
            try await bench.pause(.milliseconds(1500))
            try await Self.lock(bench, nil)
            #expect(try await granted?.node == "node-1")
        }
    }

    @Test("says why there is no node, and does not try again")
    func none() throws {
        let bench = Bench()
        try bench.run {
            let allocator = try await Self.open(bench) { $0.resourceClass = "x-small" }
            try await allocator.create(Self.wanted())
            let failed = try await allocator.allocate(Self.uuid)
            #expect(failed?.state == .error)
            #expect(failed?.lastError == "no available node is of the resource class x-large")
            #expect(bench.node.allocation == nil)
        }
    }

    @Test("refuses a second allocation of one name")
    func name() throws {
        let bench = Bench()
        try bench.run {
            let allocator = try await Self.open(bench)
            try await allocator.create(Self.wanted("web-1"))
            await #expect(throws: AllocationError.self) {
                try await allocator.create(
                    Allocation(
                        uuid: Identifier(text: "other"), name: "web-1", resourceClass: Self.kind))
            }
            await #expect(throws: AllocationError.self) {
                try await allocator.create(
                    Allocation(
                        uuid: Identifier(text: "other"), name: "web 1", resourceClass: Self.kind))
            }
        }
    }

    @Test("gives the node back with the allocation, but not while it is in use")
    func removal() throws {
        let bench = Bench()
        try bench.run {
            let allocator = try await Self.open(bench)
            try await allocator.create(Self.wanted())
            try await allocator.allocate(Self.uuid)
            try await allocator.remove(Self.uuid)
            #expect(bench.node.allocation == nil)
            #expect(Self.allocation(bench) == nil)
            await #expect(throws: AllocationError.self) { try await allocator.remove(Self.uuid) }
        }
        let used = Bench()
        try used.run {
            let allocator = try await Self.open(used) { $0.provisionState = .active }
            try await allocator.backfill(Self.wanted(), with: "node-1")
            #expect(used.node.allocation == Self.uuid)
            await #expect(throws: AllocationError.self) { try await allocator.remove(Self.uuid) }
            #expect(used.node.allocation == Self.uuid)
        }
    }

    @Test("writes down why a backfill failed")
    func backfill() throws {
        let bench = Bench()
        try bench.run {
            let allocator = try await Self.open(bench)
            await #expect(throws: AllocationError.self) {
                try await allocator.backfill(Self.wanted(), with: "node-1")
            }
            #expect(Self.allocation(bench)?.state == .error)
            #expect(Self.allocation(bench)?.lastError?.contains("not active") == true)
            #expect(bench.node.allocation == nil)
        }
    }

    @Test("goes on with what a dead one left behind, and leaves nothing allocating")
    func resumed() throws {
        let bench = Bench(machines: 2)
        try bench.run {
            let first = try await Self.open(bench)
            try await first.create(Self.wanted())
            let second = try await Self.open(bench, term: 3)
            await #expect(throws: AllocationError.deposed) { try await first.allocate(Self.uuid) }
            #expect(Self.allocation(bench)?.state == .allocating)
            try await second.resume()
            #expect(Self.allocation(bench)?.state == .active)
            let claimed = bench.store.snapshot(of: Node.self).filter {
                $0.document.allocation != nil
            }
            #expect(claimed.count == 1)
        }
    }
}

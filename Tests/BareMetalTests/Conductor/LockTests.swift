import Hardware
import SimulatedDatacenter
import Simulation
import Testing
import World

@testable import BareMetal

@Suite("A lock on a node")
struct LockTests {
    @Test("is asked for 3 times 1 s apart, then NodeLocked")
    func attempts() throws {
        let bench = Bench()
        try bench.run {
            let station = try await bench.found(in: .manageable)
            let held = try await station.conductor.lock("node-1", for: LockPurpose("test"))
            let start = bench.simulator.now
            let error = await bench.refusal { () async throws(ConductorError) in
                try await station.conductor.request(.provide, of: "node-1")
            }
            #expect(error == .locked("node-1", by: held.reservation))
            #expect(bench.node == held.node)
            #expect(error?.isTransient == true)
            let waited = bench.simulator.now - start
            #expect(waited >= .seconds(2) && waited < .seconds(3))
        }
    }

    @Test("that is given back in time goes to who asks for it")
    func givenBack() throws {
        let bench = Bench()
        try bench.run {
            let station = try await bench.found(in: .manageable)
            let task = try await station.conductor.lock("node-1", for: LockPurpose("test"))
            station.process.spawn {
                var task = task
                try? await bench.pause(.milliseconds(1500))
                try? await task.release()
                await station.conductor.register.end(task.reservation)
            }
            try await station.conductor.request(.provide, of: "node-1")
            #expect(bench.node.reservation?.holder.contains("provide") == true)
        }
    }

    @Test("patient locks retry for ever, and still exclude")
    func patient() throws {
        let bench = Bench()
        try bench.run {
            let station = try await bench.found(in: .manageable)
            let task = try await station.conductor.lock("node-1", for: LockPurpose("test"))
            try station.conductor.workers.take(for: .report)
            let isDone = Confined(bench.simulator, false)
            await station.conductor.finishPatiently("node-1", for: .steps) {
                (task) throws(ConductorError) in
                isDone.write { $0 = true }
                try await task.release()
            }
            try await bench.pause(.seconds(900))
            #expect(!isDone.read { $0 })
            #expect(bench.node.reservation == task.reservation)
            var held = task
            try await held.release()
            await station.conductor.register.end(task.reservation)
            try await bench.wait(upTo: .seconds(3), for: "the patient one") { isDone.read { $0 } }
            #expect(station.conductor.workers.busyCount == 0)
        }
    }

    @Test("is waited for without end by one at a time, and no longer than the authority lasts")
    func patienceEnds() throws {
        let bench = Bench()
        try bench.run {
            let station = try await bench.found(in: .manageable)
            _ = try await station.conductor.lock("node-1", for: LockPurpose("test"))
            for _ in 0..<3 {
                try station.conductor.workers.take(for: .report)
                await station.conductor.finishPatiently("node-1", for: .steps) { _ in }
            }
            #expect(station.conductor.workers.busyCount == 1)
            station.isEntitled.write { $0 = false }
            try await bench.wait(upTo: .seconds(3), for: "its end") {
                station.conductor.workers.busyCount == 0
            }
        }
    }

    @Test("shared locks do not exclude")
    func shared() throws {
        let bench = Bench()
        try bench.run {
            let station = try await bench.found(in: .manageable)
            let looks = [NodeLook(node: bench.node), NodeLook(node: bench.node)]
            try await station.conductor.request(.provide, of: "node-1")
            // What was seen is out of date now, and becomes no work.
            for look in looks {
                let task = try await look.upgrade(for: LockPurpose("test"), by: station.conductor)
                #expect(task == nil)
            }
        }
    }

    @Test("a look becomes a lock where nothing has changed since, and a change undoes it")
    func upgrade() throws {
        let bench = Bench()
        try bench.run {
            let station = try await bench.found(in: .manageable)
            let look = NodeLook(node: bench.node)
            let task = try await look.upgrade(for: LockPurpose("test"), by: station.conductor)
            var held = try #require(task)
            #expect(bench.node.reservation == held.reservation)
            try await held.release { $0.powerState = .on }
            await station.conductor.register.end(held.reservation)
            let late = try await look.upgrade(for: LockPurpose("test"), by: station.conductor)
            #expect(late == nil)
            #expect(bench.node.reservation == nil)
        }
    }

    @Test("is taken by one of many who ask at the same moment", arguments: SimulatedRun.all(1...10))
    func contest(_ run: SimulatedRun) throws {
        let bench = Bench(run)
        try bench.run {
            let station = try await bench.found(in: .manageable)
            let winners = Confined(bench.simulator, 0)
            let losers = Confined(bench.simulator, 0)
            for number in 0..<8 {
                station.process.spawn {
                    let conductor = station.conductor
                    let task = try? await conductor.lock(
                        "node-1", for: LockPurpose("contest \(number)"), patience: .once)
                    (task == nil ? losers : winners).write { $0 += 1 }
                }
            }
            try await bench.wait(upTo: .seconds(30), for: "all answers") {
                winners.read { $0 } + losers.read { $0 } == 8
            }
            #expect(winners.read { $0 } == 1)
        }
    }

    @Test("unreserved by the lock's owner only")
    func owner() throws {
        let bench = Bench()
        try bench.run {
            let first = try await bench.found(in: .manageable)
            let task = try await first.conductor.lock("node-1", for: LockPurpose("test"))
            // Somebody of a later term breaks it, as its holder is deposed.
            let second = try await bench.startStation(term: 3)
            let taken = try await second.conductor.lock("node-1", for: LockPurpose("second"))
            #expect(bench.node.reservation == taken.reservation)
            var late = task
            let error = await bench.refusal { () async throws(ConductorError) in
                try await late.release()
            }
            #expect(error != nil)
            #expect(bench.node.reservation == taken.reservation)
        }
    }

    @Test("no change of a deposed conductor reaches the node, though nobody else touched it")
    func fence() throws {
        let bench = Bench()
        try bench.run {
            let first = try await bench.found(in: .manageable)
            let task = try await first.conductor.lock("node-1", for: LockPurpose("test"))
            let before = bench.node
            _ = try await bench.startStation(term: 3)
            var late = task
            let errors = [
                await bench.refusal { () async throws(ConductorError) in try await late.release() },
                await bench.refusal { () async throws(ConductorError) in
                    try await late.finish(.event(.done), .done)
                },
                await bench.refusal { () async throws(ConductorError) in
                    try await first.conductor.update("node-1", [.maintenance(reason: "r")])
                },
            ]
            #expect(errors[0] == .deposed)
            #expect(errors.allSatisfy { $0 != nil })
            #expect(bench.node == before)
        }
    }

    @Test("a task knows a lock for its own only by its holder")
    func refresh() throws {
        let bench = Bench()
        try bench.run {
            let station = try await bench.found(in: .manageable)
            var lost = try await station.conductor.lock("node-1", for: LockPurpose("lost"))
            #expect(try await lost.refresh())
            var given = lost
            try await given.release()
            #expect(try await !lost.refresh())
            let taken = try await station.conductor.lock("node-1", for: LockPurpose("taken"))
            #expect(try await !lost.refresh())
            #expect(bench.node.reservation == taken.reservation)
        }
    }

    @Test("a new state gives its work as long as the one before had")
    func renewedDeadline() throws {
        let bench = Bench()
        try bench.run {
            let station = try await bench.found(in: .deployWait)
            var task = try await station.conductor.lock("node-1", for: LockPurpose("test"))
            try await bench.pause(ConductorLimits.work - .seconds(10))
            try await task.move(.resume)
            try await bench.pause(.seconds(60))
            try await task.reach(.on)
            #expect(bench.machine.power == .on)
            try await bench.pause(ConductorLimits.work)
            let error = await bench.refusal { () async throws(ConductorError) in
                try await task.reach(.off)
            }
            guard case .overdue = error else { throw BenchFailure("it was not overdue") }
        }
    }

    /// Who comes between the lock and the deletion.
    enum Intruder: CaseIterable {
        case successor, change
    }

    @Test(
        "nothing is deleted by a deposed conductor, nor what has changed since it was locked",
        arguments: Intruder.allCases)
    func fencedDeletion(_ intruder: Intruder) throws {
        for milliseconds in stride(from: Int64(0), through: 60, by: 2) {
            let bench = Bench()
            try bench.run {
                let first = try await bench.found(in: .manageable)
                bench.operatorProcess.spawn {
                    try? await bench.pause(.milliseconds(milliseconds))
                    switch intruder {
                    case .successor: _ = try? await bench.startStation(term: 3)
                    case .change:
                        guard var node = bench.store.snapshot(of: Node.self).first?.document
                        else { return }
                        node.traits = ["CUSTOM_NEW"]
                        var transaction = Transaction()
                        transaction.put(node)
                        _ = try? await bench.store.handle(for: bench.operatorProcess)
                            .commit(transaction)
                    }
                }
                _ = await bench.refusal { () async throws(ConductorError) in
                    try await first.conductor.delete("node-1")
                }
                try await bench.pause(.seconds(1))
                #expect(Self.lateDeletions(bench, after: intruder) == [])
            }
        }
    }

    /// Deletions that were committed after the intruder was.
    private static func lateDeletions(_ bench: Bench, after intruder: Intruder) -> [String] {
        var (hasCome, late) = (false, [String]())
        for change in bench.commits.read({ $0 }).flatMap(\.changes) {
            if change.key.kind == Node.kind, change.after == nil, hasCome {
                late.append(change.key.id)
            }
            switch intruder {
            case .successor:
                hasCome = hasCome || (change.after as? BenchFence)?.term == 3
            case .change:
                // What came before the lock was seen by it.
                let isLocked = (change.before as? Node)?.reservation != nil
                let isChange = (change.after as? Node)?.traits == ["CUSTOM_NEW"]
                hasCome = hasCome || (isLocked && isChange)
            }
        }
        return late
    }
}

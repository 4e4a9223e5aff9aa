import Hardware
import SimulatedDatacenter
import Simulation
import Testing
import World

@Suite("The durability of the simulated store")
struct StoreDurabilityTests {
    static let hosts: [HostAddress] = ["first", "second"]

    @Test(
        "keeps every acknowledged durable commit through a loss of all members",
        arguments: SimulatedRun.all(1...60)
    )
    func durableCommitsSurvive(run: SimulatedRun) {
        let world = StoreRun(run, members: Self.hosts)
        let writers = ["a", "b", "c"].map { world.startWriter($0, .durable).acknowledged }

        world.wait(world.draw("outage", upTo: .milliseconds(200)))
        for host in Self.hosts { world.store.lose(host) }
        world.wait(.seconds(5))
        let acknowledged = Set(writers.flatMap { $0.read { $0 } })
        #expect(!world.store.isUp)
        world.store.join("second")
        world.wait(.seconds(10))

        #expect(world.store.isUp)
        #expect(acknowledged.subtracting(world.ids) == [])
        // One transaction of each writer may have been under way.
        #expect(world.ids.subtracting(acknowledged).count <= writers.count)
    }

    @Test("may lose relaxed commits, but only the newest, and none that a flush covered")
    func relaxedCommitsMayBeLost() {
        var lostSomewhere = 0
        for run in SimulatedRun.all(1...5) {
            let world = StoreRun(run, members: ["only"])
            let writer = world.startWriter("a", .relaxed).acknowledged
            world.wait(.milliseconds(1200) + world.draw("outage", upTo: .milliseconds(400)))
            world.store.lose("only")
            world.wait(.seconds(1))
            let acknowledged = writer.read { $0 }
            world.store.join("only")
            world.wait(.seconds(10))

            let kept = world.ids
            let lost = acknowledged.filter { !kept.contains($0) }
            #expect(lost == acknowledged.suffix(lost.count))
            #expect(acknowledged.count > lost.count, "\(run): what is seconds old is flushed")
            lostSomewhere += lost.isEmpty ? 0 : 1
        }
        #expect(lostSomewhere > 0)
    }

    @Test("makes what came before a durable commit durable with it")
    func durableCommitCoversRelaxedOnes() {
        let world = StoreRun(SimulatedRun(seed: 3, schedule: .fifo), members: ["only"])
        let handle = world.store.handle(for: world.process("writer"))
        let writer = world.process("writer")
        writer.spawn {
            var transaction = Transaction(durability: .relaxed)
            transaction.insert(Note(id: "relaxed"))
            _ = await handle.refusal(of: transaction)
            transaction = Transaction()
            transaction.insert(Note(id: "durable"))
            _ = await handle.refusal(of: transaction)
            world.store.lose("only")
        }
        world.wait(.milliseconds(100))
        world.store.join("only")
        world.wait(.seconds(10))
        #expect(world.ids == ["relaxed", "durable"])
    }

    @Test("leaves the outcome of a commit in flight at an outage to the seed: both occur")
    func inFlightCommitsAreUncertain() {
        var survivals: [Bool: Int] = [:]
        for run in SimulatedRun.all(1...40) {
            let world = StoreRun(run, members: ["only"])
            let process = world.process("writer")
            let handle = world.store.handle(for: process)
            let error = Confined<StoreError?>(world.simulator, nil)
            process.spawn {
                var transaction = Transaction()
                transaction.insert(Note(id: "in-flight"))
                let refusal = await handle.refusal(of: transaction)
                error.write { $0 = refusal }
            }
            // Later than any request arrives, earlier than any flush ends.
            world.wait(.microseconds(650))
            world.store.lose("only")
            world.wait(.seconds(1))
            world.store.join("only")
            world.wait(.seconds(10))
            #expect(error.read { $0 }?.isTransient == true)
            survivals[world.ids.contains("in-flight"), default: 0] += 1
        }
        #expect(survivals.count == 2, "\(survivals)")
    }

    @Test("leaves the outcome of a killed process's commit to the seed: both occur")
    func killedCommitsAreUncertain() {
        var survivals: [Bool: Int] = [:]
        for run in SimulatedRun.all(1...40) {
            let world = StoreRun(run, members: Self.hosts)
            let (process, acknowledged) = world.startWriter("a", .durable)
            world.wait(.milliseconds(20) + world.draw("kill", upTo: .milliseconds(20)))
            process.kill()
            world.wait(.seconds(1))
            let seen = Set(acknowledged.read { $0 })
            #expect(seen.subtracting(world.ids) == [])
            #expect(world.ids.count <= seen.count + 1)
            survivals[world.ids.count > seen.count, default: 0] += 1
        }
        #expect(survivals.count == 2, "\(survivals)")
    }

    @Test("shows the checkers a store that acknowledges before it flushes")
    func defectLosesDurableCommits() {
        var defects = StoreDefects()
        defects.losesDurableCommits = true
        let world = StoreRun(
            SimulatedRun(seed: 1, schedule: .shuffle),
            members: ["only"],
            defects: defects
        )
        let writer = world.startWriter("a", .durable).acknowledged
        world.wait(.milliseconds(100))
        world.store.lose("only")
        world.wait(.seconds(1))
        world.store.join("only")
        world.wait(.seconds(10))
        #expect(!writer.read { $0 }.isEmpty)
        #expect(world.ids.isEmpty)
    }
}

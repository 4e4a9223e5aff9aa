import Hardware
import SimulatedDatacenter
import Simulation
import Testing
import World

@testable import Undercloud

@Suite("Leadership by a lease")
struct LeaseTests {
    private static let names: [HostAddress] = ["a", "b", "c"]

    @Test(
        "is never held by two at the same moment, whatever dies, is cut off or has a wrong date",
        arguments: SimulatedRun.all(1...25), 2...3)
    func exclusion(_ run: SimulatedRun, _ replicas: Int) {
        let names = Array(Self.names.prefix(replicas))
        let electorate = Electorate(run, hosts: names)
        var chance = electorate.simulator.random.branch("harm")
        for name in names { electorate.start(name) }
        for _ in 0..<40 {
            let name = names[Int.random(in: 0..<names.count, using: &chance)]
            switch Int.random(in: 0..<5, using: &chance) {
            case 0: electorate.kill(name)
            case 1: electorate.cutOff(name)
            case 2: electorate.reconnect(name)
            case 3:
                let step = Int64.random(in: -100_000...100_000, using: &chance)
                electorate.stepDate(of: name, by: .seconds(step))
            default: if !electorate.isRunning(name) { electorate.start(name) }
            }
            let seconds = Int64.random(in: 1...60, using: &chance)
            #expect(electorate.watch(.seconds(seconds)) == [])
        }
        let terms = electorate.grants.map(\.lease.term)
        #expect(terms == terms.sorted())
        #expect(Set(terms).count == terms.count)
        #expect(!terms.isEmpty)
    }

    @Test("passes to another soon after its holder died", arguments: SimulatedRun.all(1...10))
    func succession(_ run: SimulatedRun) throws {
        let electorate = Electorate(run, hosts: Self.names)
        for name in Self.names { electorate.start(name) }
        electorate.pass(.seconds(100))
        let first = try #require(electorate.holders.first)
        electorate.kill(first.host)
        let death = electorate.simulator.now
        electorate.pass(LeaseLimits.takeover + .seconds(15))
        let second = try #require(electorate.holders.first)
        #expect(second.host != first.host)
        #expect(second.at - death >= LeaseLimits.validity)
    }

    @Test(
        "ends by itself when its holder cannot reach the store", arguments: SimulatedRun.all(1...5))
    func isolation(_ run: SimulatedRun) throws {
        let electorate = Electorate(run, hosts: Self.names)
        for name in Self.names { electorate.start(name) }
        electorate.pass(.seconds(100))
        let first = try #require(electorate.holders.first)
        electorate.cutOff(first.host)
        electorate.pass(LeaseLimits.validity + .milliseconds(100))
        #expect(electorate.holders.isEmpty)
        #expect(electorate.watch(.seconds(60)) == [])
        #expect(electorate.holders.count == 1)
        #expect(electorate.holders.first?.host != first.host)
    }

    @Test("is taken again at once by a replica that was started again")
    func restart() throws {
        let electorate = Electorate(SimulatedRun(seed: 1, schedule: .fifo), hosts: ["a"])
        electorate.start("a")
        electorate.pass(.seconds(20))
        electorate.kill("a")
        electorate.start("a")
        electorate.pass(.seconds(2))
        #expect(electorate.holders.count == 1)
        #expect(electorate.grants.count == 2)
    }

    @Test("is not taken again at once by a replica that lost it and lives on")
    func lostInLife() throws {
        let electorate = Electorate(SimulatedRun(seed: 1, schedule: .fifo), hosts: ["a"])
        electorate.start("a")
        electorate.pass(.seconds(20))
        electorate.cutOff("a")
        electorate.pass(LeaseLimits.validity + .seconds(10))
        electorate.reconnect("a")
        let back = electorate.simulator.now
        electorate.pass(LeaseLimits.takeover + .seconds(15))
        let second = try #require(electorate.grants.last)
        #expect(electorate.grants.count == 2)
        // A command given in the last moment of the first term is over by then.
        #expect(second.at - back > BMCLimits.call)
    }

    @Test("that has run out stays out, though a late renewal succeeds")
    func lateRenewal() throws {
        let simulator = Simulator(seed: 1, schedule: .fifo)
        let process = SimulatedProcess("a", on: simulator, clock: NodeClock(simulator))
        let store = SimulatedStore(name: "shared", simulator: simulator, journal: { _ in })
        store.join("member")
        let lapses = Confined(simulator, [Bool]())
        let isOver = Confined(simulator, false)
        process.spawn {
            let clock = ProcessClock(process: process)
            let slow = SlowStore(
                store: store.handle(for: process), process: process,
                delay: LeaseLimits.validity - .seconds(2), commits: Confined(simulator, 0))
            var candidate = Candidate(host: "a", store: store.handle(for: process), clock: clock)
            guard let lease = try? await candidate.campaign() else { return }
            process.spawn {
                while !isOver.read({ $0 }), (try? await clock.sleep(for: .milliseconds(100))) != nil
                {
                    let isHeld = lease.isHeld
                    lapses.write { $0.append(isHeld) }
                }
            }
            await LeaseKeeper(lease: lease, store: slow, clock: clock).run()
            isOver.write { $0 = true }
        }
        let finding = simulator.run { isOver.read { $0 } }
        #expect(finding == nil)
        let seen = lapses.read { $0 }
        let end = try #require(seen.firstIndex(of: false), "The lease ran out.")
        #expect(seen[end...].allSatisfy { !$0 })
    }
}

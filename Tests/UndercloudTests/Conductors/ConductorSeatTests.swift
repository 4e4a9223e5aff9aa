import Compute
import Hardware
import Images
import SimulatedDatacenter
import Simulation
import Testing
import World

@testable import BareMetal
@testable import Undercloud

/// Three replicas of an undercloud without nodes, over one store.
private final class Trio: Sendable {
    static let names: [HostAddress] = ["a", "b", "c"]

    private struct Replica {
        let process: SimulatedProcess
        let seat: ConductorSeat
    }

    let hosts: Hosts
    let store: SimulatedStore
    private let replicas: Confined<[HostAddress: Replica]>
    private let cutOff: Confined<Set<HostAddress>>
    /// Moments at which a conductor held a term that the ring no longer counted on.
    let conflicts: Confined<[String]>

    init(_ run: SimulatedRun) {
        hosts = Hosts(Self.names, seed: run.seed, schedule: run.schedule)
        store = SimulatedStore(name: "undercloud", simulator: hosts.simulator, journal: { _ in })
        store.join("member")
        replicas = Confined(hosts.simulator, [:])
        cutOff = Confined(hosts.simulator, [])
        conflicts = Confined(hosts.simulator, [])
    }

    var ring: ConductorRing {
        store.snapshot(of: ConductorRing.self).first?.document ?? .empty
    }

    func begin() {
        let (process, _) = hosts.process("operator", on: "a")
        process.spawn { [store] in
            var transaction = Transaction()
            transaction.insert(
                Samples.cloud(.undercloud, plan: Samples.plan(controlNodes: 3, fromSeed: 3)))
            for (index, name) in Self.names.enumerated() {
                let server = Samples.controlNode(.active, on: NodeName(name.text), index: index)
                transaction.insert(server)
            }
            for name in [WellKnownImages.deployKernel, WellKnownImages.deployRamdisk] {
                let image = ImageReference(name: name, digest: "0", size: .mebibytes(1))
                transaction.insert(Image(reference: image, purpose: .ramdisk))
            }
            _ = try? await store.handle(for: process).commit(transaction)
        }
        hosts.pass(.seconds(5))
        for name in Self.names { start(name) }
    }

    func start(_ name: HostAddress) {
        let (process, world) = hosts.process("replica", on: name)
        let handle = store.handle(for: process) { [cutOff] in
            cutOff.read { !$0.contains(name) }
        }
        let replica = UndercloudReplica(world: world, store: handle)
        replicas.write { $0[name] = Replica(process: process, seat: replica.seat) }
        process.spawn { await replica.run() }
        process.spawn { [self] in await watch(replica.seat, of: name, world.clock) }
    }

    func kill(_ name: HostAddress) { replicas.read { $0[name] }?.process.kill() }

    func isRunning(_ name: HostAddress) -> Bool {
        replicas.read { $0[name]?.process.isAlive ?? false }
    }

    func unplug(_ name: HostAddress) {
        cutOff.write { _ = $0.insert(name) }
        store.connectivityChanged()
    }

    func plug(_ name: HostAddress) { cutOff.write { _ = $0.remove(name) } }

    private func watch(
        _ seat: ConductorSeat, of name: HostAddress, _ clock: any WorldClock
    ) async {
        while (try? await clock.sleep(for: .milliseconds(250))) != nil {
            guard let authority = await seat.conductor?.authority, authority.isHeld,
                !ring.isLiving(authority.term)
            else { continue }
            let now = hosts.simulator.now
            conflicts.write { $0.append("\(now): \(name) acts in \(authority.term)") }
        }
    }
}

@Suite("A conductor's seat")
struct ConductorSeatTests {
    @Test("is taken by every replica soon after one leads", arguments: SimulatedRun.all(1...3))
    func admission(_ run: SimulatedRun) {
        let trio = Trio(run)
        trio.begin()
        trio.hosts.pass(.seconds(30))
        #expect(trio.ring.members.map(\.host) == Trio.names)
        #expect(Set(trio.ring.members.map(\.term)).count == 3)
    }

    @Test(
        "is held by nobody whom the ring no longer counts on, whatever dies or is cut off",
        arguments: SimulatedRun.all(1...8))
    func exclusion(_ run: SimulatedRun) {
        let trio = Trio(run)
        trio.begin()
        var chance = trio.hosts.simulator.random.branch("harm")
        for _ in 0..<40 {
            let name = Trio.names[Int.random(in: 0..<3, using: &chance)]
            switch Int.random(in: 0..<4, using: &chance) {
            case 0: trio.kill(name)
            case 1: trio.unplug(name)
            case 2: trio.plug(name)
            default: if !trio.isRunning(name) { trio.start(name) }
            }
            trio.hosts.pass(.seconds(Int64.random(in: 1...60, using: &chance)))
        }
        #expect(trio.conflicts.read { $0 } == [])
        // When all is well again, all of them are conductors.
        for name in Trio.names {
            trio.plug(name)
            if !trio.isRunning(name) { trio.start(name) }
        }
        trio.hosts.pass(.seconds(180))
        #expect(trio.ring.members.map(\.host) == Trio.names)
    }

    @Test("goes to the others when its replica dies", arguments: SimulatedRun.all(1...3))
    func takeover(_ run: SimulatedRun) throws {
        let trio = Trio(run)
        trio.begin()
        trio.hosts.pass(.seconds(60))
        let leader = trio.store.snapshot(of: Leadership.self).first?.document.holder
        let victim = try #require(Trio.names.first { $0 != leader })
        trio.kill(victim)
        trio.hosts.pass(LeaseLimits.takeover - .seconds(5))
        #expect(trio.ring.member(on: victim) != nil)
        trio.hosts.pass(.seconds(25))
        #expect(trio.ring.member(on: victim) == nil)
    }

    @Test("of a leader that dies goes with the lead", arguments: SimulatedRun.all(1...3))
    func leaderDies(_ run: SimulatedRun) throws {
        let trio = Trio(run)
        trio.begin()
        trio.hosts.pass(.seconds(60))
        let leader = try #require(trio.store.snapshot(of: Leadership.self).first?.document.holder)
        trio.kill(leader)
        // Not one silence after the other.
        trio.hosts.pass(LeaseLimits.takeover + .seconds(20))
        #expect(trio.ring.members.count == 2)
        #expect(trio.ring.member(on: leader) == nil)
    }
}

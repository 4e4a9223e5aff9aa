import BareMetal
import Compute
import Hardware
import Plans
import SimulatedDatacenter
import Simulation
import Testing
import World

@testable import Undercloud

@Suite("The handover of the seed's state")
struct HandoverTests {
    /// The seed and a control node, each with a store.
    private final class Lab: Sendable {
        let hosts: Hosts
        let seed: SimulatedStore
        let undercloud: SimulatedStore

        init(_ run: SimulatedRun) {
            hosts = Hosts(["seed", "node-1"], seed: run.seed, schedule: run.schedule)
            seed = SimulatedStore(name: "seed", simulator: hosts.simulator, journal: { _ in })
            undercloud = SimulatedStore(
                name: "undercloud", simulator: hosts.simulator, journal: { _ in })
            seed.join("seed")
            undercloud.join("node-1")
        }

        /// Runs something on a host to its end.
        func run(
            on host: HostAddress,
            _ body: @escaping @Sendable (SimulatedProcess, World) async throws -> Void
        ) {
            let isDone = Confined(hosts.simulator, false)
            let (process, world) = hosts.process("test", on: host)
            process.spawn {
                do { try await body(process, world) } catch { Issue.record("\(error)") }
                isDone.write { $0 = true }
            }
            let finding = hosts.simulator.run { isDone.read { $0 } }
            #expect(finding == nil)
        }

        /// Writes the state of a seed that is done, and has it begin the handover.
        func freeze() {
            run(on: "seed") { [seed] process, world in
                let store = seed.handle(for: process)
                var transaction = Transaction()
                transaction.insert(Samples.cloud())
                transaction.insert(Samples.controlNode(.active))
                transaction.insert(Samples.node(.active) { Samples.isOwned(&$0) })
                transaction.put(Member(host: "seed", count: 7))
                let registration = ConductorRegistration(host: "seed", scope: .leftovers, life: 1)
                transaction.insert(ConductorRing.empty.admitting(registration))
                transaction.insert(registration)
                transaction.put(ConductorBeat(host: "seed", term: Term(number: 1), count: 7))
                try await store.commit(transaction)
                var candidate = Candidate(host: "seed", store: store, clock: world.clock)
                guard let lease = try await candidate.campaign(),
                    let cloud = try await store.get(Cloud.self, Cloud.onlyID)
                else { throw StoreError.unavailable("the seed does not lead") }
                try await HandoverSender.begin(cloud, lease: lease, store: store)
                #expect(!lease.isHeld)
            }
        }

        func listen() -> SimulatedProcess {
            let (process, world) = hosts.process("replica", on: "node-1")
            let receiver = HandoverReceiver(store: undercloud.handle(for: process))
            world.network.listen(for: StateTransfer.self) { (transfer) async throws(Rejection) in
                try await receiver.answer(transfer)
            }
            return process
        }

        func startSender() -> SimulatedProcess {
            let (process, world) = hosts.process("sender", on: "seed")
            let sender = HandoverSender(world: world, store: seed.handle(for: process))
            process.spawn { try? await sender.run() }
            return process
        }

        func stage(_ store: SimulatedStore) -> Cloud.Stage? {
            store.snapshot(of: Cloud.self).first?.document.stage
        }
    }

    @Test("lets the seed commit nothing more once it has begun")
    func frozen() {
        let lab = Lab(SimulatedRun(seed: 1, schedule: .fifo))
        lab.freeze()
        #expect(lab.stage(lab.seed) == .handingOver)
        let leadership = lab.seed.snapshot(of: Leadership.self).first?.document
        #expect(leadership?.holder == nil)
        #expect(leadership?.term == Term(number: 2))
        // Nobody is a conductor any more, and what one was admitted by is closed.
        #expect(lab.seed.snapshot(of: ConductorRing.self).first?.document.members == [])
        let registrations = lab.seed.snapshot(of: ConductorRegistration.self).map(\.document)
        #expect(registrations.map(\.standing) == [.closed])
    }

    @Test("brings everything but the seed's own signs of life", arguments: SimulatedRun.all(1...3))
    func whole(_ run: SimulatedRun) {
        let lab = Lab(run)
        lab.freeze()
        _ = lab.listen()
        _ = lab.startSender()
        lab.hosts.pass(.seconds(60))
        #expect(lab.stage(lab.seed) == .handedOver)
        #expect(lab.stage(lab.undercloud) == .undercloud)
        let nodes = lab.seed.snapshot(of: Node.self).map(\.document)
        #expect(lab.undercloud.snapshot(of: Node.self).map(\.document) == nodes)
        #expect(lab.undercloud.snapshot(of: Server.self).map(\.document.state) == [.active])
        #expect(lab.undercloud.snapshot(of: Member.self).isEmpty)
        #expect(lab.undercloud.snapshot(of: LeaseBeat.self).isEmpty)
        #expect(lab.undercloud.snapshot(of: ConductorBeat.self).isEmpty)
        #expect(lab.undercloud.snapshot(of: ConductorRegistration.self).isEmpty)
        let ring = lab.undercloud.snapshot(of: ConductorRing.self).first?.document
        #expect(ring?.members == [] && ring?.lastTerm == Term(number: 1))
        // Terms go on from the seed's, so that no two ever share a number.
        let leadership = lab.undercloud.snapshot(of: Leadership.self).first?.document
        #expect(leadership == Leadership(term: Term(number: 2), holder: nil))
    }

    @Test(
        "goes on where either side was killed, at any moment, and happens once",
        arguments: SimulatedRun.all(1...3))
    func restarts(_ run: SimulatedRun) {
        for milliseconds in 0..<40 {
            for isSender in [true, false] {
                let lab = Lab(run)
                lab.freeze()
                let (replica, sender) = (lab.listen(), lab.startSender())
                lab.hosts.pass(.microseconds(250 + 500 * milliseconds))
                (isSender ? sender : replica).kill()
                lab.hosts.pass(.seconds(10))
                _ = isSender ? lab.startSender() : lab.listen()
                lab.hosts.pass(.seconds(300))
                let moment = "\(isSender ? "sender" : "receiver") after \(milliseconds) half ms"
                #expect(lab.stage(lab.seed) == .handedOver, "\(moment)")
                #expect(lab.stage(lab.undercloud) == .undercloud, "\(moment)")
                #expect(lab.undercloud.snapshot(of: Handover.self).count == 1)
            }
        }
    }

    @Test("is refused, and changes nothing, where what arrives is not what was sent")
    func damaged() {
        let lab = Lab(SimulatedRun(seed: 1, schedule: .fifo))
        lab.freeze()
        lab.run(on: "node-1") { process, _ in
            let archive = try await lab.seed.handle(for: process).archive()
            // One document is lost on the way; the checksum is of them all.
            let lacking = StoreArchive(
                revision: archive.revision, documents: Array(archive.documents.dropLast()))
            let transfer = StateTransfer(archive: lacking, checksum: archive.checksum)
            let receiver = HandoverReceiver(store: lab.undercloud.handle(for: process))
            await #expect(throws: Rejection.self) { try await receiver.answer(transfer) }
            #expect(lab.stage(lab.undercloud) == nil)
            #expect(lab.undercloud.snapshot(of: Node.self).isEmpty)
        }
    }

    @Test("twice is once: what was changed in between is not written over")
    func twice() {
        let lab = Lab(SimulatedRun(seed: 1, schedule: .fifo))
        lab.freeze()
        lab.run(on: "node-1") { process, _ in
            let store = lab.undercloud.handle(for: process)
            let receiver = HandoverReceiver(store: store)
            let transfer = StateTransfer(
                archive: try await lab.seed.handle(for: process).archive())
            let first = try await receiver.answer(transfer)
            var transaction = Transaction()
            transaction.put(Samples.node(.available))
            try await store.commit(transaction)
            let second = try await receiver.answer(transfer)
            #expect(first == second)
            let states = lab.undercloud.snapshot(of: Node.self).map(\.document.provisionState)
            #expect(states == [.available])
        }
    }

    @Test("is all or nothing")
    func atomic() {
        let lab = Lab(SimulatedRun(seed: 1, schedule: .fifo))
        lab.freeze()
        lab.run(on: "node-1") { process, _ in
            let store = lab.undercloud.handle(for: process)
            // Somebody else's state is in the way of the last document.
            var transaction = Transaction()
            transaction.insert(Samples.controlNode(.error))
            try await store.commit(transaction)
            let transfer = StateTransfer(
                archive: try await lab.seed.handle(for: process).archive())
            let receiver = HandoverReceiver(store: store)
            await #expect(throws: Rejection.self) { try await receiver.answer(transfer) }
            #expect(lab.stage(lab.undercloud) == nil)
            #expect(lab.undercloud.snapshot(of: Node.self).isEmpty)
            #expect(lab.undercloud.snapshot(of: Server.self).map(\.document.state) == [.error])
        }
    }
}

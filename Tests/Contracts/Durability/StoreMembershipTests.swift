import Hardware
import SimulatedDatacenter
import Simulation
import Testing
import World

@Suite("The members of the simulated store")
struct StoreMembershipTests {
    let run = SimulatedRun(seed: 5, schedule: .shuffle)

    @Test("join by copying, and the store outlives all but the last")
    func lastMemberKeepsStoreUp() {
        let world = StoreRun(run, members: ["first", "second"])
        let (_, acknowledged) = world.startWriter("a", .durable)
        world.wait(.milliseconds(50))
        world.store.lose("first")
        let before = acknowledged.read { $0.count }
        world.wait(.milliseconds(50))
        #expect(world.store.isUp && world.store.members == ["second"])
        #expect(acknowledged.read { $0.count } > before)
        #expect(
            world.events == [
                "store.member-joined first", "store.member-joined second",
                "store.member-lost first",
            ]
        )
    }

    @Test("that went down earlier cannot bring the store back with old contents")
    func staleMemberDoesNotRecover() {
        let world = StoreRun(run, members: ["stale", "last"])
        world.store.lose("stale")
        let (_, acknowledged) = world.startWriter("a", .durable)
        world.wait(.milliseconds(50))
        world.store.lose("last")
        world.store.join("stale")
        world.wait(.seconds(3600))
        #expect(!world.store.isUp)
        world.store.join("last")
        world.wait(.seconds(60))
        #expect(world.store.members == ["last", "stale"])
        #expect(Set(acknowledged.read { $0 }).isSubset(of: world.ids))
        #expect(world.events.filter { $0 == "store.recovered" }.count == 1)
    }

    @Test("that went down together can each bring the store back")
    func eitherLastMemberRecovers() {
        for survivor: HostAddress in ["first", "second"] {
            let world = StoreRun(run, members: ["first", "second"])
            let (_, acknowledged) = world.startWriter("a", .durable)
            world.wait(.milliseconds(50))
            world.store.lose("first")
            world.store.lose("second")
            world.store.join(survivor)
            world.wait(.seconds(60))
            #expect(world.store.members == [survivor])
            #expect(Set(acknowledged.read { $0 }).isSubset(of: world.ids))
        }
    }

    @Test("whose disk was wiped cannot bring the store back")
    func erasedMemberDoesNotRecover() {
        let world = StoreRun(run, members: ["only"])
        world.store.lose("only")
        world.store.erase("only")
        world.store.join("only")
        world.wait(.seconds(3600))
        #expect(!world.store.isUp)
    }

    @Test("that lose power while they copy or recover are not members, and may try again")
    func interruptedJoinIsVoid() {
        let world = StoreRun(run, members: ["only"])
        world.store.join("copying")
        world.wait(.seconds(1))
        world.store.lose("copying")
        world.wait(.seconds(60))
        #expect(world.store.members == ["only"])
        world.store.lose("only")
        world.store.join("only")
        world.wait(.milliseconds(500))
        world.store.lose("only")
        world.wait(.seconds(60))
        #expect(!world.store.isUp)
        world.store.join("only")
        world.store.join("copying")
        world.wait(.seconds(60))
        #expect(world.store.members == ["only", "copying"])
    }

    @Test("that are all down leave reads, commits and watches unavailable")
    func outageIsUnavailable() {
        let world = StoreRun(run, members: ["only"])
        let process = world.process("reader")
        let handle = world.store.handle(for: process)
        let errors = Confined(world.simulator, [StoreError?]())
        let watch = Confined<StoreError?>(world.simulator, nil)
        process.spawn {
            let error = await failure { () async throws(StoreError) in
                _ = try await handle.changes(to: Note.self, in: .all, after: .zero)
            }
            watch.write { $0 = error }
        }
        world.wait(.seconds(1))
        world.store.lose("only")
        process.spawn {
            let found = [
                await failure { () async throws(StoreError) in
                    _ = try await handle.get(Note.self, "a")
                },
                await failure { () async throws(StoreError) in
                    _ = try await handle.scan(Note.self)
                },
                await failure { () async throws(StoreError) in _ = try await handle.archive() },
                await handle.refusal(of: Transaction(durability: .relaxed)),
                await handle.refusal(of: Transaction()),
            ]
            errors.write { $0 = found }
        }
        world.wait(.seconds(1))
        #expect(watch.read { $0 }?.isUnavailable == true)
        #expect(errors.read { $0 }.count == 5)
        #expect(errors.read { $0 }.allSatisfy { $0?.isUnavailable == true })
    }

    @Test("do not answer a host that is cut off, and its watches end")
    func cutOffHostIsUnavailable() {
        let world = StoreRun(run, members: ["only"])
        let isReachable = Confined(world.simulator, true)
        let process = world.process("far")
        let handle = world.store.handle(for: process) { isReachable.read { $0 } }
        let watch = Confined<StoreError?>(world.simulator, nil)
        let commit = Confined<StoreError?>(world.simulator, nil)
        process.spawn {
            let error = await failure { () async throws(StoreError) in
                _ = try await handle.changes(to: Note.self, in: .all, after: .zero)
            }
            watch.write { $0 = error }
            let refusal = await handle.refusal(of: Transaction())
            commit.write { $0 = refusal }
        }
        world.wait(.seconds(1))
        isReachable.write { $0 = false }
        world.store.connectivityChanged()
        world.wait(.seconds(1))
        #expect(watch.read { $0 }?.isUnavailable == true)
        #expect(commit.read { $0 }?.isUnavailable == true)
    }

    @Test("take back what was not durable in sight of watches and of compare-and-set")
    func rollbackIsSeen() {
        let world = StoreRun(run, members: ["only"])
        let process = world.process("watcher")
        let handle = world.store.handle(for: process)
        let seen = Confined<Stored<Note>?>(world.simulator, nil)
        process.spawn {
            var transaction = Transaction(durability: .relaxed)
            transaction.insert(Note(id: "a"))
            _ = await handle.refusal(of: transaction)
            let stored = try? await handle.get(Note.self, "a")
            seen.write { $0 = stored }
            world.store.lose("only")
        }
        world.wait(.seconds(1))
        world.store.join("only")
        world.wait(.seconds(60))
        guard let stale = seen.read({ $0 }) else {
            Issue.record("A relaxed commit was not seen.")
            return
        }
        let results = Confined(world.simulator, [String]())
        process.spawn {
            let changes = try? await handle.changes(
                to: Note.self,
                in: .all,
                after: stale.revision
            )
            var transaction = Transaction()
            transaction.replace(stale, with: stale.document)
            let refusal = await handle.refusal(of: transaction)
            let found = (changes ?? []).map { "\($0.id) \($0.document == nil)" }
            results.write { $0 = found + ["\(refusal == .conflict(stale.key))"] }
        }
        world.wait(.seconds(1))
        #expect(results.read { $0 } == ["a true", "true"])
    }

    @Test("are reached by a dead process no more")
    func deadProcessIsRevoked() {
        let world = StoreRun(run, members: ["only"])
        let process = world.process("dead")
        let handle = world.store.handle(for: process)
        let errors = Confined(world.simulator, [StoreError?]())
        process.spawn {
            let watch = await failure { () async throws(StoreError) in
                _ = try await handle.changes(to: Note.self, in: .all, after: .zero)
            }
            let commit = await handle.refusal(of: Transaction())
            errors.write { $0 = [watch, commit] }
        }
        world.wait(.seconds(1))
        process.kill()
        world.wait(.seconds(1))
        #expect(errors.read { $0 } == [.revoked, .revoked])
        #expect(world.store.revision == .zero)
    }

    private func failure(
        _ body: () async throws(StoreError) -> Void
    ) async -> StoreError? {
        do {
            try await body()
            return nil
        } catch {
            return error
        }
    }
}

extension StoreError {
    fileprivate var isUnavailable: Bool {
        if case .unavailable = self { true } else { false }
    }
}

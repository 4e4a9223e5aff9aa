import Hardware
import World

extension Conductor {
    /// What becomes of work whose conductor died, where it is found by its lock.
    enum Orphans {
        /// It is left to the takeover.
        case left
        case settled
    }

    /// Locks a node, and changes it in the same transaction.
    ///
    /// Only the conductor that the ring gives the node to may lock it. A lock of a term that is
    /// over is broken: its holder cannot commit any more. In the middle of work only a takeover
    /// does so, which then says that the work has failed. A lock of a conductor that the node was
    /// taken from by a change of the ring is left until it is given back.
    ///
    /// Whoever locks a node ends with ``WorkRegister/end(_:)``, which ``carryOut(_:_:)`` does for
    /// it.
    func lock(
        _ name: String, for purpose: LockPurpose, patience: LockPatience = .bounded,
        orphans: Orphans = .left,
        _ change: (inout Node) throws(ConductorError) -> Void = { _ in },
        alongside others: (Node, inout Transaction) -> Void = { _, _ in }
    ) async throws(ConductorError) -> NodeTask {
        var attempts = 0
        while true {
            let last: ConductorError
            let stored = try await read(name)
            let claim = try await claim(on: stored.document)
            let isWork = stored.document.provisionState.phase == .working
            if let holder = stored.document.reservation,
                claim.isBarred(by: holder) || (isWork && orphans == .left)
            {
                last = .locked(stored.document.name, by: holder)
            } else {
                let reservation = newReservation(for: purpose)
                await register.begin(reservation)
                var changed = stored.document
                changed.reservation = reservation
                do throws(ConductorError) {
                    try change(&changed)
                    let locked = try await commit(stored, changed) {
                        claim.rest(&$0)
                        others(changed, &$0)
                    }
                    return NodeTask(self, locked, reservation)
                } catch {
                    await register.end(reservation)
                    guard case .store(.conflict) = error else { throw error }
                    await followRing(after: error)
                    last = error
                }
            }
            attempts += 1
            guard patience.allows(attempts) else { throw last }
            guard authority.isHeld else { throw .deposed }
            try await pause(ConductorLimits.lockInterval)
        }
    }

    /// Finishes a transition by a worker that was taken for it, however long somebody else holds
    /// the node. Of several reports about one node the first waits, and the others are its echo.
    func finishPatiently(
        _ name: NodeName, for purpose: LockPurpose,
        _ body: @escaping @Sendable (inout NodeTask) async throws(ConductorError) -> Void
    ) async {
        guard await register.beginWaiting(for: name) else { return workers.giveBack() }
        world.spawner.spawn("\(purpose) of \(name)") {
            let task = try? await self.lock(name.text, for: purpose, patience: .unbounded)
            await self.register.endWaiting(for: name)
            if let task { await self.carryOut(task, body) }
            self.workers.giveBack()
        }
    }

    /// Starts work on a locked node by a worker that was taken for it.
    func work(
        _ name: String, on task: NodeTask,
        _ body: @escaping @Sendable (inout NodeTask) async throws(ConductorError) -> Void
    ) {
        world.spawner.spawn(name) {
            await self.carryOut(task, body)
            self.workers.giveBack()
        }
    }

    /// Works on a locked node to the end, whatever the end is.
    func carryOut(
        _ task: NodeTask,
        _ work: (inout NodeTask) async throws(ConductorError) -> Void
    ) async {
        var task = task
        do throws(ConductorError) { try await work(&task) } catch {
            await fail(&task, because: error)
        }
        await register.end(task.reservation)
    }

    /// Ends what a task that is no more left of its work: work under way has failed, a ramdisk is
    /// waited for as before, and a change that asked for no work is complete.
    func settle(_ task: inout NodeTask, because reason: String) async throws(ConductorError) {
        switch task.node.provisionState.phase {
        case .working: try await task.failWork(because: reason)
        case .waiting, .held:
            try await task.release { $0.abandonPowerChange(because: reason) }
        case .stable, .failed:
            switch task.node.intent?.verb {
            case nil: try await task.release { $0.abandonPowerChange(because: reason) }
            // What was to be cleared away may still be there.
            case .abort: try await task.failCleanUp(because: reason)
            default: try await task.finishAtOnce()
            }
        }
    }
}

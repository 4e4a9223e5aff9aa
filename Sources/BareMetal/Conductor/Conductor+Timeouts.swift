import Hardware
import World

extension Conductor {
    /// Fails nodes that wait longer than they may. Runs until the authority is lost.
    public func watchTimeouts() async {
        var watch = StateWatch()
        while authority.isHeld {
            do throws(ConductorError) {
                try await failLateNodes(&watch)
                try await pause(ConductorLimits.timeoutCheckInterval)
            } catch {
                guard !error.endsAuthority else { return }
                guard (try? await pause(ConductorLimits.timeoutCheckInterval)) != nil else {
                    return
                }
            }
        }
    }

    private func failLateNodes(_ watch: inout StateWatch) async throws(ConductorError) {
        let nodes: [Stored<Node>]
        do { nodes = try await store.scan(Node.self) } catch { throw .store(error) }
        let now = world.clock.now
        for stored in nodes {
            let node = stored.document
            let since = watch.since(node, now: now)
            guard node.provisionState.phase == .waiting, let limit = node.provisionState.limit
            else { continue }
            let heard = await contacts.lastHeard(node.name) ?? since
            guard now - max(since, heard) > limit else { continue }
            await fail(node, after: limit)
        }
    }

    private func fail(_ node: Node, after limit: Duration) async {
        guard var task = try? await lock(node.id, for: "timeout") else { return }
        guard task.node.provisionState == node.provisionState, task.node.step == node.step else {
            _ = try? await task.release()
            return
        }
        let reason =
            "no word from the ramdisk for \(limit.shortText) while in \(node.provisionState)"
        do throws(ConductorError) {
            let addresses = task.node.addresses
            try? await task.reach(.off)
            try await task.finish(.fail, .failed(reason: reason)) {
                $0.lastError = reason
                $0.failures += 1
                if node.provisionState == .cleanWait {
                    $0.maintenance = Maintenance(reason: reason, fault: .cleanFailure)
                }
            } alongside: { transaction in
                network.dismiss(addresses, in: &transaction)
            }
        } catch {
            world.journal.record(BareMetalEvent.abandoned(node.name, reason: "\(error)"))
        }
    }
}

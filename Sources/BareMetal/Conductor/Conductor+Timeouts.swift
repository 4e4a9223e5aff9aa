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
        let nodes = try await nodesInHand(.underWay)
        await follow(nodes, &watch)
        let now = world.clock.now
        for stored in nodes {
            let node = stored.document
            await settleLost(stored)
            lookAtHardware(stored)
            let since = watch.since(node, now: now)
            // A node that a person has set aside waits for that person.
            guard node.maintenance == nil,
                node.reservation == nil, node.provisionState.phase == .waiting,
                let limit = node.provisionState.limit
            else { continue }
            let heard = await contacts.lastHeard(node.name) ?? since
            if now - max(since, heard) > limit {
                let silence = "no word from the ramdisk for \(limit.shortText)"
                let boot = await network.lastBoot(of: node.addresses, since: since)
                giveUp(node, heard > since ? silence : "\(silence) (\(boot))", .controller)
            } else if now - since > ConductorLimits.stepLimit {
                giveUp(node, "the ramdisk was not done in \(ConductorLimits.stepLimit.shortText)")
            }
        }
    }

    /// A node that comes back to this conductor has been seen by another meanwhile: what this one
    /// remembers of it is no measure of anything.
    private func follow(_ nodes: [Stored<Node>], _ watch: inout StateWatch) async {
        guard let epoch = try? await knownRing()?.ring.epoch, epoch != watch.epoch else { return }
        let names = Set(nodes.map(\.document.name))
        watch.begin(epoch, keeping: names)
        await contacts.keep(names)
    }

    /// Each on its own: a controller that is silent holds up nobody else.
    func giveUp(_ node: Node, _ reason: String, _ witness: Witness = .none) {
        let reason = "\(reason) while in \(node.provisionState)"
        world.spawner.spawn("timeout of \(node.name)") {
            await self.fail(node, because: reason, witness)
        }
    }

    /// Who is asked how things stand before a node is given up.
    enum Witness: Sendable {
        case none, controller
    }

    private func fail(_ node: Node, because reason: String, _ witness: Witness) async {
        guard let task = try? await lock(node.id, for: .timeout) else { return }
        await carryOut(task) { (task) throws(ConductorError) in
            let isLate =
                task.node.provisionState == node.provisionState && task.node.step == node.step
                && task.node.intent == node.intent
            guard isLate else { return try await task.release() }
            let testimony = witness == .controller ? await task.controllersWord() : ""
            await task.switchOffInPassing()
            try await task.failWork(because: reason + testimony)
        }
    }
}

import Hardware
import World

extension Conductor {
    /// What a lock is taken by: the ring that gives the node to this conductor, and has to be in
    /// force still when the lock is written down.
    struct Claim {
        fileprivate let reading: RingReading?
        fileprivate let term: Term

        func rest(_ transaction: inout Transaction) {
            if let reading { transaction.require(unchanged: reading.stored) }
        }

        /// Whether a lock keeps others out: its holder may still act. Where the ring counts on its
        /// term no more, it is dead or deposed, and cannot commit.
        func isBarred(by lock: Reservation) -> Bool {
            guard let reading else { return lock.term >= term }
            return lock.term == term || reading.ring.isLiving(lock.term)
        }
    }

    /// Finds out whether this conductor manages a node.
    ///
    /// - Throws: ``ConductorError/notManaged(_:by:)`` where another does, by the ring as it is now.
    func claim(on node: Node) async throws(ConductorError) -> Claim {
        let term = authority.term
        guard authority.ring != nil else { return Claim(reading: nil, term: term) }
        if let known = try await knownRing(), known.rings.manager(of: node)?.term == term {
            return Claim(reading: known, term: term)
        }
        let fresh = try await ringInForce()
        let manager = fresh?.rings.manager(of: node)
        guard let fresh, manager?.term == term else {
            throw .notManaged(node.name, by: manager?.host)
        }
        return Claim(reading: fresh, term: term)
    }

    /// The ring as it was last read.
    func knownRing() async throws(ConductorError) -> RingReading? {
        do { return try await authority.ring?.current() } catch { throw .store(error) }
    }

    private func ringInForce() async throws(ConductorError) -> RingReading? {
        do { return try await authority.ring?.refresh() } catch { throw .store(error) }
    }

    /// Reads the ring again where a lock was refused because it has changed.
    func followRing(after error: ConductorError) async {
        guard case .store(.conflict(let key)) = error, key.kind == ConductorRing.kind else {
            return
        }
        _ = try? await authority.ring?.refresh()
    }

    /// All nodes that this conductor manages, and those that it has locked though it manages them
    /// no more.
    func nodesInHand(
        _ selection: NodesInHand.Selection = .all
    ) async throws(ConductorError) -> [Stored<Node>] {
        do { return try await inHand.now(selection) } catch { throw .store(error) }
    }

    /// Works as one of several conductors, until the authority is lost: takes over whatever becomes
    /// this conductor's to manage, watches over it, and keeps its power state.
    public func run() async {
        await withTaskGroup(of: Void.self) { services in
            services.addTask { await self.watchRing() }
            services.addTask { await self.watchTimeouts() }
            services.addTask { await self.synchronizePower() }
            await services.next()
            services.cancelAll()
        }
    }

    /// Takes over after each change of the ring.
    private func watchRing() async {
        var settled: Int?
        while authority.isHeld {
            do throws(ConductorError) {
                settled = try await takeOver(unless: settled)
            } catch {
                guard !error.endsAuthority else { return }
            }
            guard (try? await pause(ConductorLimits.ringInterval)) != nil else { return }
        }
    }

    /// - Returns: the epoch of the ring whose nodes are in hand.
    private func takeOver(unless settled: Int?) async throws(ConductorError) -> Int? {
        let epoch = try await knownRing()?.ring.epoch
        guard epoch == nil || epoch != settled else { return settled }
        try await recover()
        return epoch ?? 0
    }
}

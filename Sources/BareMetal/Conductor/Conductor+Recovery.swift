import Hardware
import World

extension Conductor {
    /// Takes over from conductors of earlier terms: work they were doing has failed, locks they
    /// held are broken. Nodes that wait for a ramdisk go on waiting (Ironic's restart rules).
    public func recover() async throws(ConductorError) {
        let nodes: [Stored<Node>]
        do { nodes = try await store.scan(Node.self) } catch { throw .store(error) }
        for stored in nodes {
            let node = stored.document
            // Agents are heard already; what this conductor works on for them is no orphan.
            if let lock = node.reservation, lock.term >= authority.term { continue }
            guard node.reservation != nil || node.provisionState.phase == .working else { continue }
            try await takeOver(node.id)
        }
    }

    private func takeOver(_ name: String) async throws(ConductorError) {
        var task: NodeTask
        do throws(ConductorError) { task = try await lock(name, for: "takeover") } catch {
            // An agent was heard first, and its node is in hand.
            if case .locked = error { return }
            throw error
        }
        let reservation = task.reservation
        let reason = "the conductor that worked on it while \(task.node.provisionState) was stopped"
        do throws(ConductorError) { try await settle(&task, because: reason) } catch {
            await register.end(reservation)
            throw error
        }
        await register.end(reservation)
    }

    /// Settles what tasks of this very conductor have lost: locks that were taken or given back by
    /// commits whose outcome they never learned.
    func settleLost(_ stored: Stored<Node>) async {
        guard let lock = stored.document.reservation, lock.term == authority.term,
            await !register.holds(lock)
        else { return }
        var task = NodeTask(self, stored, lock)
        // What fails now is found again at the next look.
        try? await settle(&task, because: "the store was away while it was worked on")
    }
}

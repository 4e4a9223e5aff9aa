import Hardware
import World

extension Conductor {
    /// Takes over from conductors whose terms are over: work they were doing on nodes that are now
    /// this one's has failed, locks they held are broken. Nodes that wait for a ramdisk go on
    /// waiting (Ironic's restart rules).
    public func recover() async throws(ConductorError) {
        for stored in try await nodesInHand() {
            let node = stored.document
            // Agents are heard already, and conductors that live may have work under way on nodes
            // that the ring has taken from them: neither is an orphan.
            if let lock = node.reservation {
                if lock.term == authority.term { continue }
                if try await claim(on: node).isBarred(by: lock) { continue }
            }
            guard node.reservation != nil || node.provisionState.phase == .working else { continue }
            try await takeOver(node.id)
        }
    }

    private func takeOver(_ name: String) async throws(ConductorError) {
        var task: NodeTask
        do throws(ConductorError) {
            task = try await lock(name, for: .takeover, orphans: .settled)
        } catch {
            switch error {
            // An agent was heard first, or the ring has changed: its node is in hand.
            case .locked, .notManaged: return
            default: throw error
            }
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

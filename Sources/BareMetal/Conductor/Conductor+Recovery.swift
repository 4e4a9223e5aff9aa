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
            let isOrphan = node.reservation.map { $0.term < authority.term } ?? false
            guard isOrphan || node.provisionState.phase == .working else { continue }
            try await takeOver(node.id)
        }
    }

    private func takeOver(_ name: String) async throws(ConductorError) {
        var task = try await lock(name, for: "takeover")
        guard task.node.provisionState.phase == .working else { return try await task.release() }
        let state = task.node.provisionState
        let reason = "the conductor that worked on it while \(state) was stopped"
        let addresses = task.node.addresses
        try await task.finish(.fail, .failed(reason: reason)) {
            $0.lastError = reason
            $0.failures += 1
            if state == .cleaning {
                $0.maintenance = Maintenance(reason: reason, fault: .cleanFailure)
            }
        } alongside: { transaction in
            network.dismiss(addresses, in: &transaction)
        }
    }
}

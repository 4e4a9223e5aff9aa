import BareMetal
import NodeAgent
import Orchestration
import World

/// Passes what machines ask on to the services of this replica, while it leads.
actor ServiceDesk {
    private var leader: Leader?

    func open(_ leader: Leader) { self.leader = leader }
    func close() { leader = nil }

    /// Registers with the network, once in a replica's life.
    nonisolated func listen(on network: any HostNetwork) {
        network.listen(for: AgentLookup.self) { (lookup) async throws(Rejection) in
            try await self.lead { (leader) async throws(ConductorError) in
                try await leader.answer(lookup)
            }
        }
        network.listen(for: AgentHeartbeat.self) { (beat) async throws(Rejection) in
            try await self.lead { (leader) async throws(ConductorError) in
                try await leader.answer(beat)
            }
        }
        network.listen(for: AgentInventory.self) { (inventory) async throws(Rejection) in
            try await self.lead { (leader) async throws(ConductorError) in
                try await leader.answer(inventory)
            }
        }
        network.listen(for: ServerRebuild.self) { (wish) async throws(Rejection) in
            try await self.lead { (leader) async throws(ConductorError) in
                try await leader.answer(wish)
            }
        }
        network.listen(for: OperatorRequest.self) { (request) async throws(Rejection) in
            try await self.lead { (leader) async throws(ConductorError) in
                try await leader.answer(request)
            }
        }
        network.listen(for: OperatorPower.self) { (request) async throws(Rejection) in
            try await self.lead { (leader) async throws(ConductorError) in
                try await leader.answer(request)
            }
        }
        network.listen(for: OperatorReapply.self) { (question) async throws(Rejection) in
            try await self.lead { (leader) async throws(ConductorError) in
                try await leader.answer(question)
            }
        }
        network.listen(for: StackWish.self) { (wish) async throws(Rejection) in
            try await self.lead { (leader) async throws(StackFault) in
                try await leader.answer(wish)
            }
        }
        network.listen(for: ResourceSignal.self) { (signal) async throws(Rejection) in
            try await self.lead { (leader) async throws(StackFault) in
                try await leader.answer(signal)
            }
        }
        network.listen(for: CheckIn.self) { (checkIn) async throws(Rejection) in
            try await self.lead { (leader) async throws(ConductorError) in
                try await leader.answer(checkIn)
            }
        }
    }

    private nonisolated func lead<Reply: Sendable, Failure: Error & CustomStringConvertible>(
        _ answer: @Sendable (Leader) async throws(Failure) -> Reply
    ) async throws(Rejection) -> Reply {
        guard let leader = await leader, leader.lease.isHeld else {
            throw Rejection("this replica does not lead")
        }
        do { return try await answer(leader) } catch { throw Rejection(error.description) }
    }
}

import BareMetal
import Hardware
import NodeAgent
import World

/// What introspection found, passed on to its node's conductor.
struct PassedInventory: ConductorQuestion {
    static let name = "conductor-inventory"

    let inventory: AgentInventory

    typealias Reply = AgentInventory.Reply

    func answer(by conductor: Conductor) async throws(ConductorError) -> AgentInventory.Reply {
        try await conductor.answer(inventory)
        return AgentInventory.Reply()
    }
}

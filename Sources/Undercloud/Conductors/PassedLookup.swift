import BareMetal
import Hardware
import NodeAgent
import World

/// A ramdisk's question which node it runs on, passed on to that node's conductor.
struct PassedLookup: ConductorQuestion {
    static let name = "conductor-lookup"

    let lookup: AgentLookup

    typealias Reply = AgentLookup.Reply

    func answer(by conductor: Conductor) async throws(ConductorError) -> AgentLookup.Reply {
        try await conductor.answer(lookup)
    }
}

import BareMetal
import Hardware
import NodeAgent
import World

/// A ramdisk's report, passed on to its node's conductor.
struct PassedHeartbeat: ConductorQuestion {
    static let name = "conductor-heartbeat"

    let beat: AgentHeartbeat

    typealias Reply = AgentHeartbeat.Reply

    func answer(by conductor: Conductor) async throws(ConductorError) -> AgentHeartbeat.Reply {
        try await conductor.answer(beat)
        return AgentHeartbeat.Reply()
    }
}

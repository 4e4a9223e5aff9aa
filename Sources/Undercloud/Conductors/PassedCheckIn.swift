import BareMetal
import Hardware
import NodeAgent
import World

/// An installed system's word from a machine that was to start a ramdisk, passed on to its node's
/// conductor.
struct PassedCheckIn: ConductorQuestion {
    static let name = "conductor-check-in"

    let checkIn: CheckIn
    let node: NodeName

    init(_ checkIn: CheckIn, from node: NodeName) {
        self.checkIn = checkIn
        self.node = node
    }

    struct Reply: Codable, Sendable {}

    func answer(by conductor: Conductor) async throws(ConductorError) -> Reply {
        try await conductor.notice(checkIn, from: node)
        return Reply()
    }
}

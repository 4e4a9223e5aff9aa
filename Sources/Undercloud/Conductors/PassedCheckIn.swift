import BareMetal
import Hardware
import NodeAgent
import World

/// An installed system's word from a machine that was to start a ramdisk, or to be off; passed on
/// to its node's conductor.
struct PassedCheckIn: ConductorQuestion {
    static let name = "conductor-check-in"

    let checkIn: CheckIn
    let node: NodeName

    init(_ checkIn: CheckIn, from node: NodeName) {
        self.checkIn = checkIn
        self.node = node
    }

    typealias Reply = CheckIn.Reply

    func answer(by conductor: Conductor) async throws(ConductorError) -> CheckIn.Reply {
        try await conductor.notice(checkIn, from: node)
    }
}

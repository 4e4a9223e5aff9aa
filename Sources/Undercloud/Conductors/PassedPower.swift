import BareMetal
import Hardware
import World

/// A change of a machine's power, passed on to its node's conductor.
struct PassedPower: ConductorQuestion {
    static let name = "conductor-power"

    let request: PowerRequest
    let node: NodeName

    init(_ request: PowerRequest, of node: NodeName) {
        self.request = request
        self.node = node
    }

    struct Reply: Codable, Sendable {}

    func answer(by conductor: Conductor) async throws(ConductorError) -> Reply {
        try await conductor.setPower(request, of: node)
        return Reply()
    }
}

import BareMetal
import Hardware
import World

extension Bench {
    /// Starts a conductor, of the second term, over nodes that are found as they are.
    func found(
        in state: ProvisionState, options: ConductorOptions = ConductorOptions(),
        _ change: @escaping @Sendable (inout Node) -> Void = { _ in }
    ) async throws -> Station {
        try await enrol {
            $0.provisionState = state
            change(&$0)
        }
        let station = try await startStation(term: 2, options: options)
        try await open(station)
        return station
    }

    /// Waits for a node to be in a state, and free.
    func reach(_ state: ProvisionState, within limit: Duration) async throws {
        try await wait(upTo: limit, for: "'\(state)', not '\(node.provisionState)'") {
            node.provisionState == state && node.reservation == nil
        }
    }

    /// What a call is refused with; nil where it is not.
    func refusal(
        of call: () async throws(ConductorError) -> Void
    ) async -> ConductorError? {
        do throws(ConductorError) {
            try await call()
            return nil
        } catch { return error }
    }
}

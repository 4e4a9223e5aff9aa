import BareMetal
import World

/// Answers what leaders pass on to the conductor of this replica.
struct ConductorDesk: Sendable {
    let seat: ConductorSeat

    /// Registers with the network, once in a replica's life.
    func listen(on network: any HostNetwork) {
        listen(for: PassedLookup.self, on: network)
        listen(for: PassedHeartbeat.self, on: network)
        listen(for: PassedInventory.self, on: network)
        listen(for: PassedRequest.self, on: network)
        listen(for: PassedUpdate.self, on: network)
        listen(for: PassedCheckIn.self, on: network)
        listen(for: PassedPower.self, on: network)
        listen(for: PassedReapply.self, on: network)
    }

    private func listen<Question: ConductorQuestion>(
        for question: Question.Type, on network: any HostNetwork
    ) {
        network.listen(for: question) { (question) async throws(Rejection) in
            guard let conductor = await seat.conductor else {
                throw Rejection("no conductor works here")
            }
            do throws(ConductorError) { return try await question.answer(by: conductor) } catch {
                throw Rejection(error.description)
            }
        }
    }
}

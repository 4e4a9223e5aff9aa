import Hardware
import NodeAgent
import Simulation
import World

/// The service's side of an agent's questions: refuses some, and keeps what it hears.
final class BareMetalDesk: Sendable {
    private struct State {
        var refusals: Int
        var lookups = 0
        var inventories: [AgentInventory] = []
        var beats: [AgentHeartbeat] = []
        var checkIns: [CheckIn] = []
        var wish = CheckIn.Reply.Wish.goOn
    }

    static let timeout: Duration = .seconds(300)
    private let state: Confined<State>

    /// - Parameter refusals: how many lookups and inventories are refused before one is taken.
    init(_ world: World, _ simulator: Simulator, refusing refusals: Int = 0) {
        state = Confined(simulator, State(refusals: refusals))
        listen(world.network)
    }

    var lookups: Int { state.read(\.lookups) }
    var beats: [AgentHeartbeat] { state.read(\.beats) }
    var inventories: [AgentInventory] { state.read(\.inventories) }
    var checkIns: [CheckIn] { state.read(\.checkIns) }

    /// What installed systems are asked to do from now on.
    func wish(_ wish: CheckIn.Reply.Wish) { state.write { $0.wish = wish } }

    private func listen(_ network: any HostNetwork) {
        network.listen(for: AgentLookup.self) { [self] (_) async throws(Rejection) in
            state.write { $0.lookups += 1 }
            try refuse()
            return AgentLookup.Reply(node: "node-1", heartbeatTimeout: Self.timeout)
        }
        network.listen(for: AgentInventory.self) { [self] (inventory) async throws(Rejection) in
            try refuse()
            state.write { $0.inventories.append(inventory) }
            return AgentInventory.Reply()
        }
        network.listen(for: AgentHeartbeat.self) { [self] (beat) async throws(Rejection) in
            state.write { $0.beats.append(beat) }
            return AgentHeartbeat.Reply()
        }
        network.listen(for: CheckIn.self) { [self] (checkIn) async throws(Rejection) in
            state.write { $0.checkIns.append(checkIn) }
            return CheckIn.Reply(state.read(\.wish))
        }
    }

    private func refuse() throws(Rejection) {
        let isRefused = state.write { state in
            state.refusals -= 1
            return state.refusals >= 0
        }
        if isRefused { throw Rejection("not yet") }
    }
}

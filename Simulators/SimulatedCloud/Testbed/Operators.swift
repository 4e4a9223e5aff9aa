import BareMetal
import Compute
import Hardware
import Harness
import OrderedCollections
import SimulatedDatacenter
import Simulation
import Undercloud
import World

/// People who ask something of a node or a server: logged in on the machine that leads, they ask
/// until it is taken on, and give up in the end.
final class Operators: Sendable {
    /// Between two tries.
    private static let interval: Duration = .seconds(5)
    /// Tries: for half an hour.
    private static let attempts = 360
    /// Longest that an answer is waited for.
    private static let patience: Duration = .seconds(30)

    /// Whoever asks for something opens no store.
    private struct NoStores: StoreDirectory {
        func open(_ name: StoreName) async throws(StoreError) -> any Store {
            throw .unavailable("an operator has no store")
        }
    }

    private struct State {
        var lastNumber = 0
        var open = OrderedDictionary<Int, OpenRequest>()
    }

    private let datacenter: SimulatedDatacenter
    private let stores: CloudStores
    private let state: Confined<State>

    init(_ datacenter: SimulatedDatacenter, _ stores: CloudStores) {
        self.datacenter = datacenter
        self.stores = stores
        state = Confined(datacenter.simulator, State())
    }

    /// What nobody has taken on.
    var openRequests: [OpenRequest] { state.read { Array($0.open.values) } }

    /// Asks for something that concerns a machine's node, or the server on it.
    func ask(_ operation: Harness.Operation, of machine: MachineName) {
        let node = NodeName(machine.text)
        switch operation {
        case .stack(let wish):
            let number = number(operation.name, NodeName(CloudTemplate.stackName))
            ask(StackWish(id: "wish-\(number)", wish), number)
        case .request(let request):
            datacenter.record(OperatorEvent.asks(request.verb, node))
            ask(
                OperatorRequest(request, of: node), number(operation.name, node),
                until: .answered(request.verb, node))
        case .rebuild(let ephemeral):
            let number = number(operation.name, node)
            let servers = stores.authoritative.snapshot(of: Server.self).map(\.document)
            guard let server = servers.first(where: { $0.node == node }) else {
                return leave(number, "it has no server")
            }
            let id = Identifier(text: "rebuild-\(number)")
            ask(ServerRebuild(of: server.name, id: id, ephemeral: ephemeral), number)
        case .reapply: ask(OperatorReapply(of: node), number(operation.name, node))
        case .power(let request):
            datacenter.record(OperatorEvent.powerAsked(node, request))
            ask(OperatorPower(request, of: node), number(operation.name, node))
        }
    }

    private func number(_ operation: OperationName, _ node: NodeName) -> Int {
        state.write {
            $0.lastNumber += 1
            $0.open[$0.lastNumber] = OpenRequest(
                node: node, operation: operation, reason: "it was not asked yet")
            return $0.lastNumber
        }
    }

    /// Notes why nobody has taken on what was asked for.
    private func leave(_ number: Int, _ reason: String) {
        state.write { state in
            state.open[number] = state.open[number].map {
                OpenRequest(node: $0.node, operation: $0.operation, reason: reason)
            }
        }
    }

    private func ask(
        _ question: some NetworkRequest, _ number: Int, until event: OperatorEvent? = nil,
        attempt: Int = 1
    ) {
        guard attempt <= Self.attempts else { return }
        let again: @Sendable () -> Void = { [self] in
            let moment = datacenter.simulator.now + Self.interval
            datacenter.simulator.schedule(at: moment) { [self] in
                ask(question, number, until: event, attempt: attempt + 1)
            }
        }
        guard let machine = leader, machine.isUp else { return again() }
        let process = SimulatedProcess(
            "\(machine.name)/operator", on: datacenter.simulator, clock: machine.clock)
        let world = datacenter.world(for: process, on: machine.address, stores: NoStores())
        process.spawn { [self] in
            await ask(question, number, until: event, in: world, otherwise: again)
            datacenter.simulator.schedule(at: datacenter.simulator.now) { process.kill() }
        }
    }

    /// The machine that leads now.
    private var leader: SimulatedMachine? {
        stores.authoritative.snapshot(of: Leadership.self).first?.document.holder
            .flatMap { datacenter.machine(MachineName($0.text)) }
    }

    private func ask(
        _ question: some NetworkRequest, _ number: Int, until event: OperatorEvent?,
        in world: World, otherwise again: @Sendable () -> Void
    ) async {
        do throws(NetworkError) {
            _ = try await world.network.call(
                question, to: ServiceAddress.undercloud, within: Self.patience)
            state.write { $0.open[number] = nil }
            if let event { datacenter.record(event) }
        } catch {
            leave(number, error.description)
            again()
        }
    }
}

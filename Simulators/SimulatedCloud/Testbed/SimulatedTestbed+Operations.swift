import BareMetal
import Hardware
import Harness
import Plans
import SimulatedDatacenter
import Simulation
import Undercloud
import World

extension SimulatedTestbed {
    /// The operator's patience with one question.
    private static let answerLimit: Duration = .seconds(30)

    /// Has the operator ask for something that concerns the server on a machine.
    func ask(_ operation: Harness.Operation, of machine: MachineName) {
        let servers = stores.authoritative.snapshot(of: Server.self).map(\.document)
        guard let server = servers.first(where: { $0.node?.text == machine.text }) else { return }
        switch operation {
        case .rebuild(let ephemeral):
            var drawn = simulator.random.branch("operator at \(simulator.now.nanoseconds)")
            let id = Identifier(text: "rebuild-\(server.name)-\(drawn.next())")
            ask(ServerRebuild(of: server.name, id: id, ephemeral: ephemeral), Self.operatorLooks)
        }
    }

    /// The operator works on the control node that leads, and asks again each minute until
    /// somebody has taken the question.
    private func ask(_ question: ServerRebuild, _ looks: Int) {
        let answered = answered
        guard looks > 0, !answered.read({ $0.contains(question.id) }) else { return }
        if let leader {
            software.work(on: leader) { world in
                do {
                    _ = try await world.network.call(
                        question, to: ServiceAddress.undercloud, within: Self.answerLimit)
                    answered.write { _ = $0.insert(question.id) }
                } catch {
                    // Asked again at the next look.
                }
            }
        }
        schedule(at: now + Self.operatorPause) { [weak self] in self?.ask(question, looks - 1) }
    }
}

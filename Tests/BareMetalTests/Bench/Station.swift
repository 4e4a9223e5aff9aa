import BareMetal
import Simulation
import World

/// One conductor on the bench, from its start until its process is killed.
final class Station: Sendable {
    let process: SimulatedProcess
    let world: World
    let conductor: Conductor
    let meter: StepMeter
    let trouble: Confined<MeteredStore.Trouble>
    /// Whether the conductor may act, by its own clock.
    let isEntitled: Confined<Bool>

    init(
        process: SimulatedProcess, world: World, conductor: Conductor, meter: StepMeter,
        trouble: Confined<MeteredStore.Trouble>, isEntitled: Confined<Bool>
    ) {
        self.process = process
        self.world = world
        self.conductor = conductor
        self.meter = meter
        self.trouble = trouble
        self.isEntitled = isEntitled
    }

    /// Asks as an operator does who has looked at what failed; a refusal is seen in the node.
    func ask(_ request: NodeRequest, of node: Node) async {
        if node.maintenance?.fault == .cleanFailure {
            try? await conductor.update(node.name, [.endOfMaintenance])
        }
        _ = try? await conductor.request(request, of: node.name)
    }
}

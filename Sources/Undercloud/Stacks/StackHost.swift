import BareMetal
import CloudResources
import Hardware
import Orchestration
import World

/// The stacks of a control plane, worked on by whoever leads it: what an engine does is fenced by
/// the term, so that it dies and is taken over like everything else.
struct StackHost: Sendable {
    let service: StackService
    private let engine: StackEngine

    init(world: World, store: any Store, lease: Lease) {
        let authority = StackAuthority(
            engine: "\(world.host)/\(lease.term.number)",
            fencing: { $0.require(unchanged: lease.leadership) }, holds: { lease.isHeld })
        let random = world.random.branch("stacks")
        service = StackService(
            store, clock: world.clock, random: random.branch("requests"), types: .cloud,
            authority: authority)
        engine = StackEngine(
            store, clock: world.clock, random: random.branch("engine"), authority: authority,
            types: .cloud)
    }

    /// Works until the lease is lost or the process stopped.
    func run() async { await engine.run() }
}

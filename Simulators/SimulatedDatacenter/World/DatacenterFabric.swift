import Hardware
import Simulation

/// What all machines of a datacenter share.
final class DatacenterFabric: Sendable {
    let simulator: Simulator
    let timing: TimingProfile
    /// The date at virtual time zero, since 1970.
    let date: Duration
    let network: SimulatedNetwork
    let transfers: SimulatedTransfers
    let recorder: EventRecorder
    let boots: BootAnnouncer
    let grid: PowerGrid
    let core: CoreSwitch
    /// What is on the volumes of the storage network. Looked up only.
    let volumes: [SANTarget: DiskContents]
    /// Racks that cannot reach the others.
    let cutOffRacks: Confined<Int>

    init(_ simulator: Simulator, _ specification: DatacenterSpecification) {
        let timing = specification.timing
        precondition(
            timing.controllerLatency.bounds.upperBound * 3 < BMCLimits.call,
            "A healthy call ends within its limit."
        )
        self.simulator = simulator
        self.timing = timing
        date = specification.date
        network = SimulatedNetwork(simulator)
        transfers = SimulatedTransfers(simulator, stallLimit: timing.stallLimit)
        recorder = EventRecorder(simulator)
        boots = BootAnnouncer(simulator)
        cutOffRacks = Confined(simulator, 0)
        core = CoreSwitch(simulator)
        volumes = specification.volumes.mapValues { DiskContents($0) }
        grid = PowerGrid(
            specification.power, racks: specification.racks.map(\.name), simulator, recorder)
    }
}

public import Hardware
public import World

/// A world with a cloud in it, as whoever runs it sees it.
///
/// It is made from a scenario, a seed and a schedule, all of them known to it from the start. It
/// lives on one thread; whatever it calls back, it calls on that thread, between two of its steps.
public protocol Testbed: AnyObject {
    /// The world's own time, from ``Instant/epoch`` on.
    var now: Instant { get }

    /// Machines that can be enrolled; the seed is none of them.
    var machineCount: Int { get }

    /// Where those machines and the seed stand.
    var racks: [RackContents] { get }

    /// Goes on until `isFinished` holds, which is asked whenever nothing is ready to run, before
    /// the clock moves.
    ///
    /// - Returns: nil once it holds, or why the world cannot go on.
    func advance(until isFinished: () -> Bool) -> RunFinding?

    /// Has `action` done at a moment; at once where that is past.
    func schedule(at moment: Instant, _ action: @escaping () -> Void)

    /// Lets somebody see everything from now on, in the order in which it happens.
    func observe(_ observer: @escaping (Observation) -> Void)

    /// Lets somebody see every look at a machine's power from now on.
    func observeLooks(_ observer: @escaping (PowerLook) -> Void)

    /// Whom a fault befalls now: its target, resolved by the seed against the cloud as it is.
    /// Empty where there is nobody of that sort at the moment.
    ///
    /// - Parameter subject: whom the event that called for the fault happened to.
    func victims(of fault: ScenarioFault, subject: String?) -> [FaultVictim]

    /// The faults that the scenario's weather brings in this run.
    func forecast(_ weather: [Weather]) -> [ScenarioFault]

    /// Lets a fault begin. What is in force already stays as it is.
    func inject(_ fault: ScenarioFault, on victim: FaultVictim)

    /// Lets a fault end. What it left behind stays.
    func end(_ fault: ScenarioFault, on victim: FaultVictim)

    /// The operator switches the seed off, for good, as soon as that is safe.
    ///
    /// - Parameter done: is called when it has happened; never, where the seed is off already.
    func switchOffSeed(_ done: @escaping () -> Void)

    /// The disks a machine really has.
    func disks(of machine: MachineName) -> [DiskFacts]

    /// The software RAID that a machine really has.
    func softwareRAID(of machine: MachineName) -> [SoftwareRAIDDevice]

    /// The run's fingerprint so far.
    var trace: TraceReport { get }

    /// The truth at this moment, at no cost in the world's time.
    func state() -> CloudState

    /// Ends the world: everything in it stops, and its memory is given back.
    func shutDown()
}

public import BareMetal
public import Hardware
public import World

/// All checkers, which see the same run.
public struct CheckerPanel {
    private var checkers: [any Checker]
    /// The places of those that see looks at machines' power.
    private let lookers: [Int]

    /// The checkers every run is held against.
    ///
    /// - Parameters:
    ///   - disks: the disks a machine really has.
    ///   - arrays: the software RAID that a machine really has.
    ///   - requests: what the scenario's operator asks for.
    ///   - asks: events without which a run has not asked the scenario's question.
    public init(
        disks: @escaping (MachineName) -> [DiskFacts],
        arrays: @escaping (MachineName) -> [SoftwareRAIDDevice] = { _ in [] },
        requests: [NodeRequest] = [], asks: [AskedEvent] = []
    ) {
        self.init([
            OneOwner(), ActiveUntouched(), HintedDisk(disks: disks, arrays: arrays),
            KnownContents(),
            OneLockHolder(), NoLostIntent(), InventoryConserved(), OneLeader(), LegalTransition(),
            NoStuckState(), CleanedDisks(disks: disks, arrays: arrays), RestingMachine(),
            OffSwitchKept(),
            OrderedDeployment(),
            BoundedLosses(), TrueProperties(), OneAddress(), HealthyKept(),
            BreakersHold(), OneAllocation(), OneConductor(),
            OrderedSteps(), ClosedProvisioning(), KeptEphemeral(), CallbackTiming(),
            MaintenanceKept(), PowerKept(), FencedCommits(), StepsAsAsked(requests: requests),
            PromptTakeover(), OrphanedWork(), NoNeedlessFailure(), PowerAsAsked(),
            OperatorsNodes(), PowerRounds(), PatientWork(), ServersInTime(),
            FirmwareRecorded(), CopiesRefused(), SessionsReturned(), DoneInDeed(),
            CarriedDeployments(), SickKeptAway(), QuestionAsked(asks: asks),
        ])
    }

    init(_ checkers: [any Checker]) {
        self.checkers = checkers
        lookers = checkers.indices.filter { type(of: checkers[$0]).seesLooks }
    }

    /// What scenarios may name.
    public static let names: [CheckerName] = [
        OneOwner.name, ActiveUntouched.name, HintedDisk.name, KnownContents.name,
        OneLockHolder.name, NoLostIntent.name, InventoryConserved.name, OneLeader.name,
        LegalTransition.name, NoStuckState.name, CleanedDisks.name, RestingMachine.name,
        OffSwitchKept.name, OrderedDeployment.name, BoundedLosses.name,
        TrueProperties.name, OneAddress.name, HealthyKept.name, BreakersHold.name,
        OneAllocation.name,
        OneConductor.name, OrderedSteps.name, ClosedProvisioning.name, KeptEphemeral.name,
        CallbackTiming.name, MaintenanceKept.name, PowerKept.name, FencedCommits.name,
        StepsAsAsked.name, PromptTakeover.name, OrphanedWork.name, NoNeedlessFailure.name,
        PowerAsAsked.name, OperatorsNodes.name, PowerRounds.name,
        PatientWork.name, ServersInTime.name, FirmwareRecorded.name, CopiesRefused.name,
        SessionsReturned.name, DoneInDeed.name, CarriedDeployments.name, SickKeptAway.name,
        QuestionAsked.name,
    ]

    /// - Returns: what the checkers hold against what was seen; usually nothing.
    public mutating func observe(_ observation: Observation) -> [Violation] {
        var violations: [Violation] = []
        let seen = observation.typed()
        for index in checkers.indices {
            if let violation = checkers[index].observe(seen) { violations.append(violation) }
        }
        // Who only knows that something went wrong gives way to who knows what.
        if violations.count > 1 { violations.removeAll { $0.checker == NoNeedlessFailure.name } }
        // What a store loses with its memory is no deed of the services; whether it may lose it is
        // judged by who watches over its promises.
        if case .commit(let commit) = seen, commit.cause == .recovery {
            return violations.filter { $0.checker == NoLostIntent.name }
        }
        return violations
    }

    /// - Returns: what the checkers hold against a look at a machine's power; usually nothing.
    public mutating func observe(_ look: PowerLook) -> [Violation] {
        var violations: [Violation] = []
        for index in lookers {
            if let violation = checkers[index].observe(look) { violations.append(violation) }
        }
        return violations
    }

    /// - Returns: what they hold against the run as a whole.
    public mutating func finish(at end: Instant) -> [Violation] {
        var violations: [Violation] = []
        for index in checkers.indices {
            if let violation = checkers[index].finish(at: end) { violations.append(violation) }
        }
        return violations
    }
}

import BareMetal
public import Hardware
public import Harness
public import OrderedCollections
public import World

/// What is kept of a run for its pictures, folded from what is told and committed while it goes
/// on: the same events give the same chronicle. Its memory is bounded by ``ChronicleLimits``.
public struct Chronicle: Sendable {
    /// A caller's commands to controllers, of one sort.
    public struct Command: Sendable, Hashable {
        public let by: String
        public let action: PowerAction
    }

    public internal(set) var labels = Labels()
    /// By name, those of racks first.
    public internal(set) var machines = OrderedDictionary<String, MachineHistory>()
    public let racks: [RackContents]
    /// In the order in which they were first shown.
    public internal(set) var lanes = OrderedDictionary<ChartLane, LaneHistory>()
    public internal(set) var acts: [Act] = []
    public internal(set) var commands = OrderedDictionary<Command, Int>()
    public internal(set) var outages: [Outage] = []
    /// In order of time.
    public internal(set) var arrivals: [ServerArrival] = []
    public internal(set) var levels = OrderedDictionary<String, LevelSeries>()
    public internal(set) var latencies = OrderedDictionary<String, LatencySeries>()
    public internal(set) var recent: [String: RecentEvents] = [:]
    /// What there was no room for, by what it is.
    public internal(set) var untold = OrderedDictionary<String, Int>()
    /// The times at which nothing was under way: no node worked on, no server amiss.
    public internal(set) var calm: [Stretch] = []

    var store = AuthoritativeStore()
    var changes = 0
    /// What each server is, by name; looked up only.
    var servers: [String: ServerStanding] = [:]
    var serversUp = 0
    var serversWanted = 0
    /// The nodes that are worked on; looked up only.
    var restless: Set<String> = []
    /// When what was asked of nodes was accepted, by the intent's identifier; looked up only.
    var asked: [String: Instant] = [:]

    public init(racks: [RackContents]) {
        self.racks = racks
        for machine in racks.flatMap(\.machines) { machines[machine.text] = MachineHistory() }
    }

    /// Something was told.
    public mutating func observe(_ entry: JournalEntry) {
        let tick = Tick(entry.at)
        recent[entry.event.subject, default: RecentEvents()].add(entry)
        for mark in EventMarks.marks(of: entry) { add(mark, at: tick) }
        switch entry.event {
        case let event as MachineEvent: note(event, by: EventMarks.host(of: entry.source), at: tick)
        case let event as SiteEvent: note(event, at: tick)
        case let event as BareMetalEvent: note(event, at: tick)
        default: break
        }
    }

    /// A scenario's fault began or ended.
    public mutating func observe(
        _ fault: ScenarioFault, _ phase: FaultPhase, on victims: [FaultVictim], at time: Instant
    ) {
        let tick = Tick(time)
        for victim in victims {
            let lane = ChartLane(
                .fault, group: "\(fault.kind.name), line \(fault.line)", name: victim.text)
            guard phase == .began else { add(.end(lane), at: tick); continue }
            let lasts = fault.duration == nil && !fault.kind.isMomentary
            add(
                .begin(lane, label: fault.kind.name + (lasts ? ", for good" : ""), .bad), at: tick)
            if fault.kind.isMomentary { add(.end(lane), at: Tick(tick.count + 1)) }
        }
    }

    mutating func add(_ mark: ChartMark, at tick: Tick) {
        switch mark {
        case .begin(let lane, let label, let tone):
            guard let place = place(for: lane) else { return }
            lanes[place, default: LaneHistory()].begin(labels.number(label), tone, at: tick)
        case .end(let lane):
            guard let place = place(for: lane), lanes[place] != nil else { return }
            lanes[place]?.end(at: tick)
        case .measured(let series, let latency, let outcome):
            latencies[series, default: LatencySeries()].add(latency, outcome, at: tick)
        case .level(let series, let value):
            levels[series, default: LevelSeries()].set(value, at: tick)
        case .act(let by, let verb, let target, let reason):
            guard acts.count < ChronicleLimits.acts else { return miss("acts") }
            acts.append(Act(at: tick, by: by, verb: verb, target: target, reason: reason))
        }
    }

    /// The lane itself, or the one that stands for all of its group there is no room for.
    private mutating func place(for lane: ChartLane) -> ChartLane? {
        if lanes[lane] != nil { return lane }
        let others = ChartLane(lane.kind, group: lane.group, name: "others")
        if lanes[others] != nil { return others }
        let count = lanes.keys.count { $0.kind == lane.kind && $0.group == lane.group }
        if count >= ChronicleLimits.lanesPerGroup { return others }
        guard lanes.count < ChronicleLimits.lanes else {
            miss("lanes")
            return nil
        }
        return lane
    }

    mutating func miss(_ what: String) { untold[what, default: 0] += 1 }

    /// Changes one of a machine's tracks, as long as there is room.
    mutating func set(
        _ track: WritableKeyPath<MachineHistory, Track>, of machine: String, to value: Int,
        at tick: Tick
    ) {
        if let old = machines[machine]?[keyPath: track].value, old == value { return }
        guard changes < ChronicleLimits.changes else { return miss("changes of machines") }
        let isKept = machines[machine, default: MachineHistory()][keyPath: track]
            .set(value, at: tick)
        if isKept { changes += 1 } else { miss("changes of machines") }
    }
}

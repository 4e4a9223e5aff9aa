import BareMetal
import Compute
import Hardware
import OrderedCollections
import Plans
import Undercloud
import World

@testable import Harness
@testable import Reports

/// A run made up event by event: what its chronicle keeps, and what is reported of it.
struct HandMadeRun {
    private(set) var chronicle: Chronicle
    private var revision = Revision.zero
    private var sequence: Int64 = 0

    init(racks: KeyValuePairs<RackName, [MachineName]>) {
        chronicle = Chronicle(
            racks: racks.map { RackContents(rack: $0.key, machines: $0.value) })
    }

    init(racks: [RackContents]) { chronicle = Chronicle(racks: racks) }

    static func moment(_ seconds: Double) -> Instant {
        Instant(nanoseconds: Int64(seconds * 1e9))
    }

    mutating func tell(
        at seconds: Double, _ event: some JournalEvent, by source: String = "datacenter"
    ) {
        sequence += 1
        chronicle.observe(
            JournalEntry(
                sequence: sequence, at: Self.moment(seconds), source: source, event: event))
    }

    mutating func commit(at seconds: Double, _ document: any StoredDocument) {
        revision = revision.next
        let key = DocumentKey(kind: type(of: document).kind, id: document.id)
        chronicle.observe(
            StoreCommit(
                store: "seed", revision: revision, at: Self.moment(seconds),
                cause: .transaction(.durable),
                changes: [StoreCommit.Change(key: key, before: nil, after: document)],
                conditions: []))
    }

    mutating func node(_ name: NodeName, _ states: KeyValuePairs<Double, ProvisionState>) {
        for (seconds, state) in states { commit(at: seconds, Self.node(name, state)) }
    }

    static func node(_ name: NodeName, _ state: ProvisionState) -> Node {
        var node = Node(
            name: name, uuid: Identifier(text: "uuid-\(name)"), driver: "simulated",
            bmc: BMCAddress(host: "\(name).bmc"),
            credentials: BMCCredentials(user: "admin", password: "secret"), addresses: [],
            properties: NodeProperties(), rootDevice: nil)
        node.provisionState = state
        return node
    }

    static func server(
        _ index: Int, _ state: ServerState, on node: NodeName?, because reason: String? = nil
    ) -> Server {
        let plan = CloudPlan(
            mode: .poc,
            flavors: [
                Flavor(name: "any", processors: 4, memory: .gibibytes(8), disk: .gibibytes(40))
            ],
            roles: [RolePlan(name: "compute", count: 9, flavor: "any", image: "overcloud-full")],
            undercloud: UndercloudPlan(controlNodes: 1, fromSeed: 1, flavor: "any"))
        var server = Server(plan.servers[index])
        server.state = state
        server.node = node
        server.lastError = reason
        return server
    }

    /// What is reported of it in the end.
    func report(
        _ outcome: RunOutcome = .passed, scenario: String = "hand-made", seed: UInt64 = 7,
        seconds: Double = 1000, story: [StoryEntry] = [], faults: [FaultRecord] = [],
        violations: [Violation] = [], missing: [String] = []
    ) -> RunReport {
        RunReport(
            verdict: Verdict(
                outcome: outcome, scenario: scenario, seed: seed, trace: "00000000000000ab",
                machines: chronicle.machines.count, virtual: .milliseconds(Int64(seconds * 1000)),
                wall: .milliseconds(1234)),
            file: "\(scenario).yaml", schedule: .shuffle,
            replay: "updraft run '\(scenario).yaml' --seed \(seed) --schedule shuffle",
            trace: TraceReport(hash: "00000000000000ab", events: 12, checkpoints: []),
            story: story, untold: 0, phases: [], slowest: [], nodes: [], faults: faults,
            violations: violations.map(ReportedViolation.init), findings: [], missing: missing,
            journalTail: [], plantedBug: nil, caughtBy: nil,
            coverage: RunCoverage(pairs: [], events: [], sites: []))
    }

    func page(_ report: RunReport? = nil, question: String = "Does it work?") -> RunPage {
        RunPage(report ?? self.report(), chronicle, question: question, edition: "0.0")
    }

    /// Two racks, a deployment, a dead machine, and a server that moves.
    static var healed: HandMadeRun {
        var run = HandMadeRun(racks: ["a": ["a-1", "a-2"], "b": ["b-1"]])
        run.tell(at: 0, FlowEvent.phase(.enrolment), by: "seed/seed")
        run.tell(at: 0, FlowEvent.leaderElected("seed", term: 1), by: "seed/seed")
        run.node("a-1", [1: .enroll, 2: .inspecting, 100: .cleaning, 200: .available])
        run.node("b-1", [1: .enroll, 2: .inspecting, 110: .cleaning, 250: .available])
        run.commit(at: 250, server(0, .deploying, on: "a-1"))
        run.tell(at: 251, MachineEvent.power("a-1", .on))
        run.node("a-1", [251: .deploying, 400: .active])
        run.commit(at: 420, server(0, .active, on: "a-1"))
        run.tell(
            at: 420, MachineEvent.bootedDisk("a-1", disk: "sda", contents: "d", extent: .whole))
        run.tell(at: 500, MachineEvent.fault("a-1", .machineDead, .began))
        run.tell(at: 500, MachineEvent.power("a-1", .off))
        run.commit(at: 600, server(0, .evicting, on: "a-1", because: "no word for 15 min"))
        run.tell(
            at: 600,
            FlowEvent.server(
                "compute-0", from: .active, to: .evicting, node: "a-1",
                reason: "no word for 15 min"), by: "a-2/replica")
        run.node("b-1", [610: .deploying, 700: .active])
        run.commit(at: 610, server(0, .deploying, on: "b-1"))
        run.commit(at: 730, server(0, .active, on: "b-1"))
        return run
    }
}

import BareMetal
import Hardware
import Undercloud
import World

@testable import Harness

/// A world that is told by its test what happens in it, and when.
final class FakeTestbed: Testbed {
    private(set) var now = Instant.epoch
    var machineCount = 1
    var racks: [RackContents] = []
    var cloud = CloudState()
    var victimsByKind: [String: [FaultVictim]] = [:]
    private(set) var deeds: [String] = []
    private var actions: [(at: Instant, ticket: Int, run: () -> Void)] = []
    private var lastTicket = 0
    private var observers: [(Observation) -> Void] = []
    private var store = StoreScript()

    func advance(until isFinished: () -> Bool) -> RunFinding? {
        while !isFinished() {
            guard let next = actions.min(by: { ($0.at, $0.ticket) < ($1.at, $1.ticket) }) else {
                return RunFinding(name: "deadlock", description: "nobody waits")
            }
            actions.removeAll { $0.ticket == next.ticket }
            store.wait(next.at - now)
            now = next.at
            next.run()
        }
        return nil
    }

    func schedule(at moment: Instant, _ action: @escaping () -> Void) {
        lastTicket += 1
        actions.append((max(moment, now), lastTicket, action))
    }

    func observe(_ observer: @escaping (Observation) -> Void) { observers.append(observer) }

    /// Nobody looks at the power of machines that are not there.
    func observeLooks(_ observer: @escaping (PowerLook) -> Void) {}

    func victims(of fault: ScenarioFault, subject: String?) -> [FaultVictim] {
        if case .subject = fault.target { return [.machine(MachineName(subject ?? "nobody"))] }
        return victimsByKind[fault.kind.name] ?? []
    }

    func forecast(_ weather: [Weather]) -> [ScenarioFault] { [] }

    func inject(_ fault: ScenarioFault, on victim: FaultVictim) {
        note("\(fault.kind.name) on \(victim.text)")
    }

    func end(_ fault: ScenarioFault, on victim: FaultVictim) {
        note("\(fault.kind.name) off \(victim.text)")
    }

    func switchOffSeed(_ done: @escaping () -> Void) {
        note("seed off")
        done()
    }
    func disks(of machine: MachineName) -> [DiskFacts] { [] }
    func softwareRAID(of machine: MachineName) -> [SoftwareRAIDDevice] { [] }
    var trace: TraceReport { TraceReport(hash: "00000000000000ab", events: 1, checkpoints: []) }
    func state() -> CloudState { cloud }
    func shutDown() { note("shut down") }

    private func note(_ deed: String) { deeds.append("\(now) \(deed)") }

    // MARK: What a test lets happen

    func at(_ seconds: Int64, tell event: some JournalEvent) {
        schedule(at: .epoch + .seconds(seconds)) {
            for observer in self.observers { observer(self.store.tell(event)) }
        }
    }

    func at(_ seconds: Int64, commit document: any StoredDocument) {
        schedule(at: .epoch + .seconds(seconds)) {
            // As one who leads, and has read what it writes over.
            let leadership = DocumentKey(kind: Leadership.kind, id: Leadership.onlyID)
            let commit = self.store.commit(
                document, restingOn: [leadership, StoreScript.key(document)])
            for observer in self.observers { observer(commit) }
        }
    }

    /// Keeps the world going, as polling services do.
    func tick(every seconds: Int64, until last: Int64) {
        for second in stride(from: 0, through: last, by: Int(seconds)) {
            schedule(at: .epoch + .seconds(second)) {}
        }
    }
}

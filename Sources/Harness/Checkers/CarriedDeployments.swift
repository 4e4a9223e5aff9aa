import BareMetal
import Compute
import Hardware
import Orchestration
public import World

/// Every deployment of a stack is carried out by the machine that carries its server, once for each
/// config that was derived for it, and is over only when that machine has told what came of it.
///
/// Judged by what machines carry out and tell, whatever the agents say they did.
public struct CarriedDeployments: Checker {
    public static let name: CheckerName = "carried-deployments"

    private var store = AuthoritativeStore()
    /// Looked up only, as the others: deployments by the config that was derived last.
    private var deployments: [String: SoftwareDeploymentRecord] = [:]
    private var configs: [String: String] = [:]
    private var homes: [String: String] = [:]
    /// The machine that carried a config out, with the number of its disk's contents.
    private var applied: [String: String] = [:]
    private var signalled: [String: String] = [:]
    private var contents: [String: Int] = [:]

    public init() {}

    public mutating func observe(_ observation: Observation) -> Violation? {
        switch observation {
        case .commit(let commit): return store.includes(commit) ? judge(commit) : nil
        case .entry(let entry):
            if let event = entry.event as? MachineEvent, case .writeStarted = event {
                contents[event.machine.text, default: 0] += 1
            }
            guard let event = entry.event as? ConfigurationEvent else { return nil }
            return problem(with: event).map { violation(at: entry.at, event.machine.text, $0) }
        }
    }

    public mutating func finish(at end: Instant) -> Violation? {
        // The first by name is told, so the order does not matter.
        let open = deployments.values.filter { $0.status == .inProgress }
        guard let first = open.min(by: { $0.id < $1.id }) else { return nil }
        return violation(
            at: end, first.server, "nobody ever told what came of \(first.resource)")
    }

    // MARK: What is to be carried out

    private mutating func judge(_ commit: StoreCommit) -> Violation? {
        for server in commit.written(Server.self) where server.state == .active {
            homes[server.id] = server.node?.text
        }
        var found: Violation?
        for change in commit.changes(of: SoftwareDeploymentRecord.kind) {
            var old: SoftwareDeploymentRecord?
            if let config = configs.removeValue(forKey: change.key.id) {
                old = deployments.removeValue(forKey: config)
            }
            guard let record = change.written(SoftwareDeploymentRecord.self) else { continue }
            configs[record.id] = record.config
            deployments[record.config] = record
            if let problem = problem(with: record, before: old), found == nil {
                found = violation(at: commit.at, record.server, problem)
            }
        }
        return found
    }

    /// A deployment that ends was told of by its machine.
    private func problem(
        with record: SoftwareDeploymentRecord, before old: SoftwareDeploymentRecord?
    ) -> String? {
        guard let old, old.status == .inProgress, record.status != .inProgress,
            old.config == record.config, record.action == old.action
        else { return nil }
        let address = "\(record.stack)/resources/\(record.resource)"
        guard let home = homes[record.server],
            let teller = signalled[record.config] ?? signalled[address]
        else {
            return "\(record.resource) is over, and no machine told what came of it"
        }
        return teller == home
            ? nil : "\(record.resource) is over by the word of \(teller), and is for \(home)"
    }

    // MARK: What machines do

    private mutating func problem(with event: ConfigurationEvent) -> String? {
        let machine = event.machine.text
        switch event {
        case .signalled(_, let config): signalled[config] = machine
        case .unanswered: break
        case .applied(_, let config):
            let life = "\(machine)#\(contents[machine] ?? 0)"
            if applied.updateValue(life, forKey: config) == life {
                return "it carried out the config \(config) twice"
            }
            guard let record = deployments[config], let home = homes[record.server] else {
                // What was replaced or deleted while it was carried out is nobody's any more.
                return nil
            }
            if home != machine { return "it carried out \(record.resource), which is for \(home)" }
        }
        return nil
    }
}

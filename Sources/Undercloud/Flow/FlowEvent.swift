public import BareMetal
public import Compute
import Hardware
import Orchestration
public import Plans
public import World

/// What the flow tells of its progress.
public enum FlowEvent: JournalEvent {
    case phase(Phase)
    case leaderElected(HostAddress, term: Int)
    case leaderDeposed(HostAddress, term: Int)
    case memberLost(HostAddress)
    case conductorAdmitted(HostAddress, term: Int)
    case conductorEvicted(HostAddress)
    case handedOver(documents: Int, checksum: String)
    case overcloudRefused(reason: String)
    case endpointsRegistered(count: Int)
    /// A stack that is no part of another came to another state, as Heat writes it.
    case stack(String, state: String, reason: String)
    case server(ServerName, from: ServerState, to: ServerState, node: String?, reason: String?)
    case serverDeleted(ServerName, node: String?)
    /// Machines were held against each other by what was measured on them.
    case judged(machines: Int, unfit: Int)
    /// A machine is kept out of the pool from now on.
    case unfit(NodeName, reason: String)
    /// A machine that was kept out is in the pool again.
    case fit(NodeName)
    /// A machine was given a profile, or none for a reason.
    case profile(NodeName, String)
    case unmatched(NodeName, reason: String)

    public var kind: String {
        switch self {
        case .phase: "flow.phase"
        case .leaderElected: "undercloud.leader-elected"
        case .leaderDeposed: "undercloud.leader-deposed"
        case .memberLost: "undercloud.member-lost"
        case .conductorAdmitted: "conductor.admitted"
        case .conductorEvicted: "conductor.evicted"
        case .handedOver: "undercloud.handed-over"
        case .overcloudRefused: "overcloud.refused"
        case .endpointsRegistered: "overcloud.endpoints-registered"
        case .stack(_, let state, _):
            state.hasSuffix(WorkStatus.inProgress.rawValue) ? "stack.begun" : "stack.settled"
        case .server: "server.state"
        case .serverDeleted: "server.deleted"
        case .judged: "benchmark.judged"
        case .unfit: "benchmark.unfit"
        case .fit: "benchmark.fit"
        case .profile: "profile.given"
        case .unmatched: "profile.unmatched"
        }
    }

    public var subject: String {
        switch self {
        case .phase(let phase): phase.rawValue
        case .leaderElected(let host, _), .leaderDeposed(let host, _), .memberLost(let host),
            .conductorAdmitted(let host, _), .conductorEvicted(let host):
            host.text
        case .handedOver, .overcloudRefused, .endpointsRegistered, .judged: "cloud"
        case .unfit(let node, _), .fit(let node), .profile(let node, _), .unmatched(let node, _):
            node.text
        case .stack(let name, _, _): name
        case .server(let name, _, _, _, _), .serverDeleted(let name, _): name.text
        }
    }

    public var fields: [JournalField] {
        switch self {
        case .phase, .memberLost, .conductorEvicted, .fit: []
        case .leaderElected(_, let term), .leaderDeposed(_, let term),
            .conductorAdmitted(_, let term):
            [JournalField("term", String(term))]
        case .handedOver(let documents, let checksum):
            [JournalField("documents", String(documents)), JournalField("checksum", checksum)]
        case .overcloudRefused(let reason), .unfit(_, let reason), .unmatched(_, let reason):
            [JournalField("reason", reason)]
        case .profile(_, let profile): [JournalField("profile", profile)]
        case .judged(let machines, let unfit):
            [JournalField("machines", String(machines)), JournalField("unfit", String(unfit))]
        case .endpointsRegistered(let count): [JournalField("count", String(count))]
        case .stack(_, let state, let reason):
            [JournalField("state", state), JournalField("reason", reason)]
        case .server(_, let from, let to, let node, let reason):
            [JournalField("from", from.rawValue), JournalField("to", to.rawValue)]
                + (node.map { [JournalField("node", $0)] } ?? [])
                + (reason.map { [JournalField("reason", $0)] } ?? [])
        case .serverDeleted(_, let node): node.map { [JournalField("node", $0)] } ?? []
        }
    }
}

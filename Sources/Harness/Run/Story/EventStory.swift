import BareMetal
import Hardware
import Plans
import Undercloud
import World

/// What is worth telling of the flow, the stores and the nodes.
struct EventStory {
    /// Phases that were entered already; the flow may go back to one.
    private var entered: Set<Phase> = []

    mutating func tell(_ event: any JournalEvent) -> Occurrence? {
        switch event {
        case let event as FlowEvent: tell(event)
        case let event as StoreEvent: tell(event)
        case let event as BareMetalEvent: tell(event)
        case let event as SiteEvent: tell(event)
        default: nil
        }
    }

    private mutating func tell(_ event: FlowEvent) -> Occurrence? {
        switch event {
        case .phase(let phase): begun(phase)
        case .leaderElected(let host, let term):
            Occurrence(
                kind: .leaderElected, subject: host.text, text: "\(host) leads, term \(term)",
                fold: fold { "\($0) hosts lead, one after the other" })
        case .leaderDeposed(let host, let term):
            Occurrence(
                kind: .leaderDeposed, subject: host.text,
                text: "\(host) leads no longer, term \(term)",
                fold: fold { "\($0) hosts lose the lead, one after the other" })
        case .memberLost(let host):
            Occurrence(
                kind: .controlNodeLost, subject: host.text,
                text: "control node \(host) is not heard from any more",
                fold: fold { "\($0) control nodes are not heard from any more" })
        // A conductor that joins is one more control node, whose copy of the store is told of.
        case .conductorAdmitted: nil
        case .conductorEvicted(let host):
            Occurrence(
                kind: .controlNodeLost, subject: host.text,
                text: "other conductors take over what \(host) managed",
                fold: fold { "other conductors take over what \($0) hosts managed" })
        case .handedOver(let documents, _):
            Occurrence(
                kind: .handedOver, subject: "cloud",
                text: "the seed hands the cloud over to the undercloud: \(documents) documents")
        case .overcloudRefused(let reason):
            Occurrence(
                kind: .overcloudRefused, subject: "cloud",
                text: "the overcloud is refused: \(reason)")
        case .endpointsRegistered(let count):
            Occurrence(
                kind: .endpointsRegistered, subject: "cloud",
                text: "the overcloud's \(count) endpoints are registered")
        case .stack(let name, let state, let reason):
            Occurrence(
                kind: event.kind == "stack.begun" ? .stackBegun : .stackSettled, subject: name,
                text: "stack \(name) is \(state): \(reason)")
        case .unfit(let node, let reason):
            Occurrence(
                kind: .machineUnfit, subject: node.text,
                text: "\(node) is kept out of the pool: \(reason)",
                fold: fold { "\($0) machines are kept out of the pool, the last: \(reason)" })
        case .fit(let node):
            Occurrence(
                kind: .machineFit, subject: node.text, text: "\(node) is in the pool again",
                fold: fold { "\($0) machines are in the pool again" })
        case .server, .judged, .profile, .unmatched: nil
        case .serverDeleted(let server, _):
            Occurrence(
                kind: .serverDeleted, subject: server.text, text: "\(server) is deleted",
                fold: fold { "\($0) servers are deleted" })
        }
    }

    private mutating func begun(_ phase: Phase) -> Occurrence {
        let isNew = entered.insert(phase).inserted
        return Occurrence(
            kind: .phaseBegan, subject: phase.rawValue,
            text: "\(phase.rawValue) begins" + (isNew ? "" : " again"),
            fold: Occurrence.Fold(group: phase.rawValue) { _ in phase.rawValue })
    }

    private func tell(_ event: StoreEvent) -> Occurrence? {
        // The seed's own store lives and dies with the seed, which is told.
        guard event.subject != Seed.storeName.text else { return nil }
        return switch event {
        case .recovered(let store, let revision):
            Occurrence(
                kind: .storeRecovered, subject: store.text,
                text: "store \(store) is back after all its hosts were down, at \(revision)",
                fold: fold { "\($0) stores are back after all their hosts were down" })
        case .memberJoined(let store, let host):
            Occurrence(
                kind: .memberJoined, subject: host.text,
                text: "\(host) keeps a full copy of store \(store)",
                fold: fold(store.text) { "\($0) more hosts keep a full copy of store \(store)" })
        case .copyDamaged(let store, let host):
            Occurrence(
                kind: .copyDamaged, subject: host.text,
                text: "the copy of store \(store) on \(host) is damaged",
                fold: fold(store.text) { "\($0) copies of store \(store) are damaged" })
        case .memberLost(let store, let host):
            Occurrence(
                kind: .memberLost, subject: host.text,
                text: "the copy of store \(store) on \(host) is lost",
                fold: fold(store.text) { "\($0) copies of store \(store) are lost" })
        }
    }

    private func tell(_ event: BareMetalEvent) -> Occurrence? {
        switch event {
        case .provisionState(let node, _, let state, let reason) where state.phase == .failed:
            Occurrence(
                kind: .nodeFailed, subject: node.text,
                text: "node \(node) is '\(state)': \(reason ?? "no reason was given")",
                fold: fold(state.rawValue) {
                    "\($0) nodes are '\(state)', the last: \(reason ?? "no reason was given")"
                })
        case .maintenance(let node, let maintenance?):
            Occurrence(
                kind: .nodeSetAside, subject: node.text,
                text: "node \(node) is set aside: \(maintenance.reason)",
                fold: fold { "\($0) nodes are set aside, the last: \(maintenance.reason)" })
        case .maintenance(let node, nil):
            Occurrence(
                kind: .nodeTakenBack, subject: node.text, text: "node \(node) is taken back",
                fold: fold { "\($0) nodes are taken back" })
        case .boundAnew(let node, let found, let due):
            Occurrence(
                kind: .portBoundAnew, subject: node.text,
                text: "\(node) is in network '\(found.rawValue)' and not in '\(due.rawValue)': its "
                    + "switch ports are bound anew",
                fold: fold { "\($0) nodes are in a wrong network, and bound anew" })
        case .softwareRAID(let node, let conditions):
            conditions.isEmpty
                ? Occurrence(
                    kind: .raidWhole, subject: node.text,
                    text: "the software RAID of \(node) is whole again",
                    fold: fold { "the software RAID of \($0) nodes is whole again" })
                : Occurrence(
                    kind: .raidDegraded, subject: node.text,
                    text: "\(node): " + conditions.map(\.description).joined(separator: ", "),
                    fold: fold { "the software RAID of \($0) nodes is not whole" })
        case .inspected(let node, _, _, let differences):
            differences.first.map { difference in
                Occurrence(
                    kind: .hardwareChanged, subject: node.text,
                    text: "\(node) is not what it was: "
                        + differences.joined(separator: "; "),
                    fold: fold { "\($0) nodes are not what they were, the last: \(difference)" })
            }
        case .provisionState, .step, .abandoned, .askedToShutDown, .deleted, .reapplied: nil
        }
    }

    private func tell(_ event: SiteEvent) -> Occurrence? {
        guard case .breakerTripped(let pdu, let load, let limit, _) = event else { return nil }
        return Occurrence(
            kind: .breakerTripped, subject: pdu.text,
            text: "the breaker of PDU \(pdu) opens: \(Int(load.watts)) W are drawn, "
                + "\(Int(limit.watts)) W is what it carries",
            fold: fold { "the breakers of \($0) PDUs open" })
    }

    private func fold(
        _ group: String = "", _ text: @escaping (Int) -> String
    ) -> Occurrence.Fold {
        Occurrence.Fold(group: group, text: text)
    }
}

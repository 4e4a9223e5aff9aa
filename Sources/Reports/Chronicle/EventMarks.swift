import BareMetal
import Compute
import Hardware
import Harness
import Undercloud
import World

/// How the events of the control plane, the stores and the site are drawn.
enum EventMarks {
    private static let leader = ChartLane(.service, group: "Leader", name: "undercloud")
    private static let phase = ChartLane(.phase, group: "Phase", name: "flow")

    static func marks(of entry: JournalEntry) -> [ChartMark] {
        switch entry.event {
        case let event as any ChartedEvent: event.marks
        case let event as FlowEvent: marks(of: event, by: host(of: entry.source))
        case let event as StoreEvent: marks(of: event)
        case let event as SiteEvent: marks(of: event)
        case let event as OperatorEvent: marks(of: event)
        default: []
        }
    }

    /// Where a process runs, which is its name's first part.
    static func host(of source: String) -> String {
        source.split(separator: "/").first.map(String.init) ?? source
    }

    private static func marks(of event: FlowEvent, by source: String) -> [ChartMark] {
        switch event {
        case .phase(let phase): [.begin(Self.phase, label: phase.rawValue, .neutral)]
        case .leaderElected(let host, let term):
            [
                .begin(leader, label: "\(host), term \(term)", .good),
                .act(by: host.text, verb: "takes the lead", target: "", reason: "term \(term)"),
            ]
        case .leaderDeposed(let host, let term):
            [
                .end(leader),
                .act(
                    by: host.text, verb: "gives up the lead", target: "", reason: "term \(term)"),
            ]
        case .memberLost(let host):
            [.act(by: source, verb: "gives up control node", target: host.text, reason: "")]
        case .conductorAdmitted(let host, let term):
            [.begin(conductor(host.text), label: "conductor, term \(term)", .good)]
        case .conductorEvicted(let host):
            [
                .end(conductor(host.text)),
                .act(by: source, verb: "evicts conductor", target: host.text, reason: ""),
            ]
        case .handedOver(let documents, _):
            [
                .act(
                    by: source, verb: "hands the cloud over", target: "undercloud",
                    reason: "\(documents) documents")
            ]
        case .stack(let name, let state, let reason): [stack(name, state, reason)]
        case .server(let server, _, .evicting, let node, let reason):
            [
                .act(
                    by: source, verb: "takes server \(server) from", target: node ?? "its machine",
                    reason: reason ?? "")
            ]
        case .unfit(let node, let reason):
            [.act(by: source, verb: "keeps out", target: node.text, reason: reason)]
        case .fit(let node):
            [.act(by: source, verb: "takes in again", target: node.text, reason: "")]
        case .overcloudRefused, .endpointsRegistered, .server, .serverDeleted, .judged, .profile,
            .unmatched:
            []
        }
    }

    private static func conductor(_ host: String) -> ChartLane {
        ChartLane(.service, group: "Conductors", name: host)
    }

    private static func stack(_ name: String, _ state: String, _ reason: String) -> ChartMark {
        let tone: ChartMark.Tone =
            state.hasSuffix("FAILED") ? .bad : state.hasSuffix("COMPLETE") ? .good : .odd
        let lane = ChartLane(.service, group: "Stacks", name: name)
        return .begin(lane, label: "\(state): \(reason)", tone)
    }

    private static func marks(of event: StoreEvent) -> [ChartMark] {
        func copy(_ store: StoreName, _ host: String) -> ChartLane {
            ChartLane(.service, group: "Store \(store)", name: host)
        }
        return switch event {
        case .memberJoined(let store, let host):
            [.begin(copy(store, host.text), label: "full copy", .good)]
        case .memberLost(let store, let host): [.end(copy(store, host.text))]
        case .copyDamaged(let store, let host):
            [.begin(copy(store, host.text), label: "damaged copy", .bad)]
        case .recovered: []
        }
    }

    private static func marks(of event: SiteEvent) -> [ChartMark] {
        switch event {
        case .breakerTripped(let pdu, let load, let limit, _):
            [
                .begin(
                    breaker(pdu.text),
                    label: "open: \(Int(load.watts)) W of \(Int(limit.watts)) W", .bad)
            ]
        case .breakerReset(let pdu): [.end(breaker(pdu.text))]
        case .fault, .mains, .cutOff, .vlan: []
        }
    }

    private static func breaker(_ pdu: String) -> ChartLane {
        ChartLane(.fault, group: "Breakers", name: pdu)
    }

    private static func marks(of event: OperatorEvent) -> [ChartMark] {
        func act(_ verb: String, _ target: String) -> [ChartMark] {
            [.act(by: "operator", verb: verb, target: target, reason: "")]
        }
        return switch event {
        case .setAside(let node): act("sets aside", node.text)
        case .takenBack(let node): act("takes back", node.text)
        case .acceptedMachine(let node): act("accepts as it is", node.text)
        case .refusedMachine(let node): act("accepts no longer", node.text)
        case .powerButton(let machine, let state):
            act("presses the button (\(state.rawValue)) of", machine.text)
        case .powerAsked(let node, let request):
            act("asks for power '\(request.rawValue)' of", node.text)
        case .asks(let verb, let node): act("asks for '\(verb.rawValue)' of", node.text)
        case .answered: []
        }
    }
}

import BareMetal
import OrderedCollections
import World

/// What the end of a run waited for: a chain without gaps from its beginning to its end.
///
/// It is followed backwards. Whatever happened last was waited for; a node that came to rest was
/// worked on before, in one state after the other; and what began that work was waiting for what
/// had happened last before it.
struct CriticalPath {
    /// A part of the chain.
    struct Link: Hashable {
        /// What was done, such as a state; equal ones are summed up.
        let what: String
        /// To whom; empty where nobody.
        let subject: String
        let began: Tick
        let ended: Tick
    }

    /// Something that others may have waited for.
    private enum Event {
        case rest(machine: String)
        case up(server: String, machine: String)
        case noticed(Outage)
        case faultEnded(String, since: Tick)
        case phase

        var rank: Int {
            switch self {
            case .phase: 0
            case .faultEnded: 1
            case .noticed: 2
            case .rest: 3
            case .up: 4
            }
        }
    }

    /// A node that rests no longer than this between two pieces of work was not waited for by
    /// anybody else: the flow looks at nodes every few seconds.
    private static let pause: Int32 = 600
    static let stillness = "all was still"
    static let waiting = "waiting for a turn, or the next look"
    static let noticing = "noticing a dead server"
    static let faulty = "a fault was in force"

    /// From the run's beginning to its end.
    private(set) var links: [Link] = []
    private let chronicle: Chronicle
    private var now: Tick

    init(of chronicle: Chronicle, until end: Tick) {
        self.chronicle = chronicle
        now = end
        let events = Self.events(of: chronicle, until: end)
        var index = events.count
        while index > 0, now > .zero {
            index -= 1
            let (at, event) = events[index]
            guard at <= now else { continue }
            add(links.isEmpty ? Self.stillness : Self.waiting, "", from: at)
            follow(event)
        }
        add(links.isEmpty ? Self.stillness : "starting", "", from: .zero)
        links.reverse()
    }

    /// How long each thing was done altogether, longest first.
    var sums: [(what: String, ticks: Int32)] {
        var sums: [String: Int32] = [:]
        var order: [String] = []
        for link in links {
            if sums[link.what] == nil { order.append(link.what) }
            sums[link.what, default: 0] += link.ended.count - link.began.count
        }
        return order.map { ($0, sums[$0] ?? 0) }.sorted {
            $0.ticks == $1.ticks ? $0.what < $1.what : $0.ticks > $1.ticks
        }
    }

    private mutating func add(_ what: String, _ subject: String, from began: Tick) {
        guard began < now else { return }
        links.append(Link(what: what, subject: subject, began: began, ended: now))
        now = began
    }

    private mutating func follow(_ event: Event) {
        switch event {
        case .phase: break
        case .rest(let machine): followWork(on: machine)
        case .up(let server, let machine):
            guard let history = chronicle.machines[machine] else { return }
            let began = history.states.changes.last { $0.at <= now }?.at ?? now
            add("first start of a system", "\(server) on \(machine)", from: began)
            followWork(on: machine)
        case .noticed(let outage):
            add(Self.noticing, outage.server, from: outage.began)
        case .faultEnded(let fault, let since): add(Self.faulty, fault, from: since)
        }
    }

    /// Goes back over the states of a node for as long as it was worked on.
    private mutating func followWork(on machine: String) {
        guard let history = chronicle.machines[machine] else { return }
        let stays = history.states.stays(until: now)
        for stay in stays.reversed() where stay.began < now && stay.ended <= now {
            let state = ProvisionState.allCases[stay.value]
            let isShort = stay.ended.count - stay.began.count <= Self.pause
            guard state.isTransient || isShort else { return }
            add(state.rawValue, machine, from: stay.began)
        }
    }

    private static func events(
        of chronicle: Chronicle, until end: Tick
    ) -> [(at: Tick, event: Event)] {
        var events: [(at: Tick, event: Event)] = []
        for (machine, history) in chronicle.machines {
            var wasBusy = false
            for change in history.states.changes {
                let isBusy = ProvisionState.allCases[Int(change.value)].isTransient
                if wasBusy, !isBusy { events.append((change.at, .rest(machine: machine))) }
                wasBusy = isBusy
            }
        }
        events += chronicle.arrivals.map { ($0.at, .up(server: $0.server, machine: $0.machine)) }
        events += chronicle.outages.map { ($0.noticed, .noticed($0)) }
        for (lane, history) in chronicle.lanes {
            switch lane.kind {
            case .phase: events += history.stretches.map { ($0.began, .phase) }
            case .fault:
                events += history.stretches.compactMap { stretch in
                    stretch.ended.map {
                        ($0, .faultEnded("\(lane.group), \(lane.name)", since: stretch.began))
                    }
                }
            case .service, .tenant: break
            }
        }
        return events.filter { $0.at <= end }.sorted {
            $0.at == $1.at ? $0.event.rank < $1.event.rank : $0.at < $1.at
        }
    }
}

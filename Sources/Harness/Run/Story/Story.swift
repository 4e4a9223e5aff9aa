import OrderedCollections
import Plans
import Undercloud
import World

/// A run as people tell it: the events that mattered, in order, those of one sort in one phase
/// told together.
struct Story {
    private struct Key: Hashable {
        let kind: StoryEntry.Kind
        let phase: Phase?
        let group: String
    }

    /// What is told as one entry, with whom it happened to.
    private struct Told {
        var entry: StoryEntry
        var subjects: OrderedSet<String>
    }

    private var entries = OrderedDictionary<Key, Told>()
    private var phase: Phase?
    private var dropped = 0
    private var servers: ServerStory
    private var others = EventStory()

    /// - Parameter roles: the role of each server there may be.
    init(roles: OrderedDictionary<ServerName, RoleName>) { servers = ServerStory(roles: roles) }

    /// Servers that are up.
    var serversUp: Int { servers.up }
    var serversPlanned: Int { servers.planned }

    mutating func observe(_ entry: JournalEntry) {
        if let event = entry.event as? FlowEvent {
            if case .phase(let phase) = event { self.phase = phase }
            if case .server(let name, let from, let to, let node, let reason) = event {
                let change = ServerStory.Change(
                    server: name, from: from, to: to, node: node, reason: reason)
                if let occurrence = servers.tell(change, at: entry.at) {
                    add(occurrence, at: entry.at)
                }
                return
            }
        }
        if let occurrence = others.tell(entry.event) { add(occurrence, at: entry.at) }
    }

    mutating func add(_ occurrence: Occurrence, at instant: Instant) {
        let time = TimeSpan(instant - .epoch)
        let group = occurrence.fold?.group ?? "\(entries.count)"
        let key = Key(kind: occurrence.kind, phase: phase, group: group)
        guard var told = entries[key] else {
            guard entries.count < RunLimits.storyEntries else { return dropped += 1 }
            let entry = StoryEntry(
                kind: occurrence.kind, began: time, ended: time, count: 1,
                subjects: [occurrence.subject], text: occurrence.text)
            entries[key] = Told(entry: entry, subjects: [occurrence.subject])
            return
        }
        told.entry.count += 1
        told.entry.ended = time
        told.subjects.append(occurrence.subject)
        let isOne = told.subjects.count == 1
        told.entry.text = isOne ? occurrence.text : occurrence.fold?.text(told.subjects.count) ?? ""
        entries[key] = told
    }

    /// What is told, in the order in which it began.
    var told: [StoryEntry] {
        entries.values.map { told in
            var entry = told.entry
            entry.subjects = Array(told.subjects.prefix(RunLimits.subjectsPerLine))
            return entry
        }
    }

    /// How much more there was than is told.
    var untold: Int { dropped }

    /// A machine that fails a server does so from the moment it is broken, not from when that is
    /// noticed.
    mutating func note(faultOn victims: [FaultVictim], at time: Instant) {
        for victim in victims { servers.note(faultOn: victim.text, at: time) }
    }
}

import World

/// Since when things have been as they are, as far as one watcher has seen.
struct Sightings<Key: Hashable, State: Equatable> {
    private var seen: [Key: (state: State, since: Instant)] = [:]

    /// Looks at one thing; what is new, or has changed, starts now.
    mutating func since(_ key: Key, _ state: State, now: Instant) -> Instant {
        if let sight = seen[key], sight.state == state { return sight.since }
        seen[key] = (state, now)
        return now
    }
}

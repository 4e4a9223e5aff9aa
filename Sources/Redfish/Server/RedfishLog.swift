import Hardware

/// A machine's event log. The oldest entries go where it is full.
struct RedfishLog: Sendable {
    private(set) var entries: [EventLogEntry] = []
    /// The number of the first entry.
    private(set) var first = 1

    mutating func append(_ entry: EventLogEntry) {
        entries.append(entry)
        guard entries.count > RedfishLimits.logEntries else { return }
        entries.removeFirst()
        first += 1
    }

    mutating func clear() {
        entries = []
        first = 1
    }

    /// The entry of this number.
    subscript(number: Int) -> EventLogEntry? {
        let index = number - first
        return entries.indices.contains(index) ? entries[index] : nil
    }
}

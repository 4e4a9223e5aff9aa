import ArgumentParser

/// Traced events to keep in words, written `4097..4160`.
struct EventWindow: ExpressibleByArgument {
    let events: ClosedRange<Int64>

    init(_ events: ClosedRange<Int64>) { self.events = events }

    init?(argument: String) {
        let parts = argument.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[1].isEmpty, let first = Int64(parts[0]),
            let last = Int64(parts[2]), 1 <= first, first <= last
        else { return nil }
        events = first...last
    }

    var text: String { "\(events.lowerBound)..\(events.upperBound)" }
}

import ArgumentParser

/// Consecutive seeds, written `1..100`.
struct SeedRange: ExpressibleByArgument {
    /// Longest range: more than anybody waits for.
    static let limit: UInt64 = 1_000_000

    let seeds: ClosedRange<UInt64>

    init?(argument: String) {
        let parts = argument.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[1].isEmpty, let first = UInt64(parts[0]),
            let last = UInt64(parts[2]), first <= last, last - first < Self.limit
        else { return nil }
        seeds = first...last
    }
}

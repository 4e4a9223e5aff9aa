import NodeAgent

/// The resource that a signal is for, as deployments tell their machines:
/// `/v1/signal/STACK/ID/resources/NAME`.
struct SignalAddress: Sendable, Hashable {
    /// The stack's id.
    let stack: String
    let resource: String

    /// - Returns: nil for another path.
    init?(_ path: String) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 7, parts[0].isEmpty, parts[1] == "v1", parts[2] == "signal",
            parts[5] == "resources", !parts[4].isEmpty, !parts[6].isEmpty
        else { return nil }
        stack = String(parts[4])
        resource = String(parts[6])
    }
}

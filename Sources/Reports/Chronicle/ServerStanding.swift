import Compute

/// What is known of a server while a run goes on.
struct ServerStanding: Sendable {
    var state: ServerState
    /// Its place among the outages while it has one.
    var outage: Int?
    var wasUp = false

    init(_ state: ServerState) { self.state = state }
}

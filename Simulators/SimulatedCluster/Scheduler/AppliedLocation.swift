/// A location constraint of one resource, with its nodes found.
final class AppliedLocation {
    unowned let resource: ScheduledResource
    var scores: [(node: SchedulerNode, score: Score)]
    /// Promoted, or unknown for every role.
    let role: ResourceRole
    let discovery: LocationConstraint.Discovery

    init(
        _ resource: ScheduledResource, _ scores: [(node: SchedulerNode, score: Score)],
        role: ResourceRole?, discovery: LocationConstraint.Discovery
    ) {
        self.resource = resource
        self.scores = scores
        self.role = role == .promoted || role == .stopped ? role ?? .unknown : .unknown
        self.discovery = discovery
    }
}

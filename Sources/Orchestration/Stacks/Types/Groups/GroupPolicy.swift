/// How a group changes its members, as an update policy says it.
struct GroupPolicy {
    /// How many members change at once.
    let size: Int
    let minimum: Int
    /// Between two batches, in seconds.
    let pause: Double
    /// Whether members are looked at after every batch, and taken back where one is not well.
    ///
    /// Heat has no such policy: `canary_update` is this project's own.
    let isWatched: Bool

    /// - Returns: nil where the policy has no such part.
    init?(_ policy: TemplateValue, _ part: String) {
        guard case .map = policy[part] else { return nil }
        size = max(1, policy[part]["max_batch_size"].index ?? 1)
        minimum = policy[part]["min_in_service"].index ?? 0
        pause = policy[part]["pause_time"].number ?? 0
        isWatched = part == "canary_update"
    }

    init?(updating policy: TemplateValue) {
        guard let found = Self(policy, "canary_update") ?? Self(policy, "rolling_update") else {
            return nil
        }
        self = found
    }
}

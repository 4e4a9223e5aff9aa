/// How often a resource has failed on a node, and whether that still counts.
struct FailCounts {
    let planner: TransitionPlanner
    let resource: ScheduledResource
    let node: SchedulerNode
    /// The node's records of the resource, if they are at hand.
    let history: ResourceHistory?

    init(
        planner: TransitionPlanner, resource: ScheduledResource, node: SchedulerNode,
        history: ResourceHistory? = nil
    ) {
        self.planner = planner
        self.resource = resource
        self.node = node
        self.history = history
    }

    private var name: String {
        let name = resource.cloneName ?? resource.id
        return (resource.isUnique ? name : name.base).text
    }

    /// Failures on the node.
    ///
    /// - Parameter isEffective: whether failures whose time is over are left out.
    func count(isEffective: Bool) -> Score {
        var count = Score.zero
        var last = 0
        for (attribute, value) in node.attributes.all {
            if matches(attribute, "fail-count-") {
                count += Score(text: value)
            } else if matches(attribute, "last-failure-") {
                last = max(last, Int(value) ?? 0)
            }
        }
        guard count > .zero, resource.failureTimeout > 0 else { return count }
        if isBlocking {
            resource.failureTimeout = 0
            return count
        }
        let isOver = last > 0 && planner.state.now > last + resource.failureTimeout
        return isEffective && isOver ? .zero : count
    }

    /// `fail-count-NAME#OPERATION_INTERVAL`, and without the operation in older clusters.
    private func matches(_ attribute: String, _ prefix: String) -> Bool {
        guard attribute.hasPrefix(prefix) else { return false }
        let rest = attribute.dropFirst(prefix.count)
        let named = rest.prefix { $0 != "#" }
        if named == name { return true }
        return !resource.isUnique && ResourceID(String(named)).base.text == name
    }

    /// Whether a failure is to stay until somebody looks at it.
    private var isBlocking: Bool {
        let records = history?.records ?? recordsOfNode
        return resource.definition.operations.contains { operation in
            operation.onFail == .block
                && records.contains {
                    $0.task == operation.task && $0.interval == operation.interval
                        && ($0.isLastFailure || $0.code != $0.expected)
                }
        }
    }

    private var recordsOfNode: [OperationRecord] {
        planner.state.statuses.first { $0.node == node.name }?.history
            .first { $0.resource.text == name }?.records ?? []
    }

    /// Whether a record's failure is old enough to be forgotten.
    func isExpired(_ record: OperationRecord) -> Bool {
        guard resource.failureTimeout > 0, let change = record.lastChange,
            planner.state.now >= change + resource.failureTimeout
        else { return false }
        if count(isEffective: false) > .zero {
            guard count(isEffective: true) == .zero else { return false }
            let key = ActionKey(.clearFailCount)
            planner.action(key, of: resource, on: node, isOptional: false)
        }
        guard record.isProbe else { return true }
        let isSound = [
            .ok, .notRunning, .runningPromoted, .degraded, .degradedPromoted,
        ].contains(record.code)
        return !isSound
    }

    /// What may not run there any more, because it failed too often.
    var banned: ScheduledResource? {
        guard resource.migrationThreshold > .zero, !resource.flags.contains(.failureIgnored)
        else { return nil }
        let count = count(isEffective: true)
        guard count > .zero, count >= resource.migrationThreshold else { return nil }
        return resource.isUnique ? resource : resource.top
    }
}

/// Reads what a node knows to have happened with a resource: whether it runs there, as what, and
/// what its failures mean.
struct HistoryReader {
    let planner: TransitionPlanner
    let node: SchedulerNode
    let history: ResourceHistory

    func read() {
        guard let resource = find() ?? orphan() else { return }
        let saved = resource.role
        resource.role = .unknown
        let records = Self.sorted(history.records)
        var judge = RecordJudge(
            planner: planner, node: node, resource: resource, history: history)
        for record in records { judge.judge(record) }
        noteRecurring(records, of: resource)
        judge.conclude()
        if let wanted = planner.targetRole(of: resource),
            resource.nextRole == .unknown || wanted < resource.nextRole
        {
            resource.nextRole = wanted
        }
        resource.role = max(saved, resource.role)
    }

    private func find() -> ScheduledResource? {
        let name = history.resource
        let found = planner.resourcesByID[name]
        if let found, found.variant != .primitive { return nil }
        let first = planner.resourcesByID[ResourceID("\(name.base):0")]
        guard let known = found ?? first.flatMap({ $0.isUnique ? nil : $0 }) else { return nil }
        guard known.variant == .primitive else { return nil }
        let top = known.top
        let resource = top.isAnonymousClone ? anonymous(name.base, of: top) : known
        if resource.id != name { resource.cloneName = name }
        return resource
    }

    private func orphan() -> ScheduledResource? {
        history.records.isEmpty ? nil : planner.addOrphan(history)
    }

    /// The instance that stands for what this node calls by a name without a number.
    private func anonymous(_ base: ResourceID, of clone: ScheduledResource) -> ScheduledResource {
        if let found = activeOrFree(base, of: clone), isCredible(found, clone) { return found }
        let extra = planner.addInstance(to: clone)
        guard let member = extra.member(base) else {
            preconditionFailure("An instance lacks \(base), which its clone has.")
        }
        return member
    }

    /// One that runs here already as far as other members tell, or the first that runs nowhere.
    private func activeOrFree(
        _ base: ResourceID, of clone: ScheduledResource
    ) -> ScheduledResource? {
        var free: ScheduledResource?
        var isTaken = false
        for child in clone.children {
            let places = child.activeNodes
            if places.contains(where: { $0 === node }), places.first === node {
                guard let member = child.member(base) else { continue }
                if member.runningOn.isEmpty { return member }
                isTaken = true
            } else if places.isEmpty, !isTaken, free == nil, !child.flags.contains(.blocked) {
                free = child.member(base)
                if let pending = free?.pendingNode, pending !== node { free = nil }
            }
        }
        return isTaken ? nil : free
    }

    /// A lost node takes no instance from the others, unless its fencing will be waited for.
    private func isCredible(_ instance: ScheduledResource, _ clone: ScheduledResource) -> Bool {
        instance.flags.contains(.needsFencing) || node.isHealthy
            || clone.cloneMax == planner.nodes.count
    }

    /// Recurring operations under way, so that those that are still wanted stay.
    private func noteRecurring(_ records: [OperationRecord], of resource: ScheduledResource) {
        guard node.isOnline else { return }
        let (start, stop) = Self.activity(of: records)
        for (index, record) in records.enumerated() {
            if start < stop, index <= stop { continue }
            if index < start || record.interval == .zero || record.status == .pending { continue }
            let key = ActionKey(record.task, every: record.interval)
            planner.action(key, of: resource, on: node, isOptional: true)
        }
    }
}

extension HistoryReader {
    /// Where the last start and the last stop are in a sorted history; -1 for nowhere.
    static func activity(of records: [OperationRecord]) -> (start: Int, stop: Int) {
        var (start, stop, seen, changed) = (-1, -1, -1, -1)
        for (index, record) in records.enumerated() {
            switch record.task {
            case .stop where record.status == .done: stop = index
            case .start, .migrateFrom: start = index
            case .monitor where seen <= stop:
                if record.code == .ok || record.code == .runningPromoted { seen = index }
            case .promote, .demote: changed = index
            default: break
            }
        }
        if start == -1 { start = changed != -1 ? changed : seen }
        return (start, stop)
    }

    /// The oldest first.
    static func sorted(_ records: [OperationRecord]) -> [OperationRecord] {
        records.reversed().listSorted(by: age)
    }

    /// Below zero if `left` happened first, on one node or (by their times) on two.
    static func age(_ left: OperationRecord, _ right: OperationRecord) -> Int {
        age(left, right, onOneNode: true)
    }

    static func age(
        _ left: OperationRecord, _ right: OperationRecord, onOneNode isOneNode: Bool
    ) -> Int {
        if left.call == -1, right.call == -1 { return 0 }
        if isOneNode, left.call >= 0, right.call >= 0, left.call != right.call {
            return left.call < right.call ? -1 : 1
        }
        if left.call >= 0, right.call >= 0 {
            let (one, other) = (left.lastChange ?? -1, right.lastChange ?? -1)
            if one >= 0, one < other { return -1 }
            return other >= 0 && one > other ? 1 : 0
        }
        if left.transition == right.transition { return right.call == -1 ? -1 : 1 }
        return left.transition < right.transition ? -1 : 1
    }
}

/// What the records of a live migration say of where the resource is now.
struct MigrationHistory {
    let planner: TransitionPlanner
    let resource: ScheduledResource
    let node: SchedulerNode

    /// The source says that it is gone.
    func left(_ record: OperationRecord) {
        guard let source = record.migrationSource, let target = record.migrationTarget,
            source == node.name
        else { return }
        let arrival = find(.migrateFrom, on: target) { $0.migrationSource == source }
        let isSourceNewer = hasNewer(than: record, on: source, isSameNode: true)
        if isSourceNewer, arrival != nil { return }
        let isTargetNewer = hasNewerState(than: arrival ?? record, on: target, arrival != nil)
        if isSourceNewer, isTargetNewer { return }
        resource.role = .started
        if let arrival, arrival.status != .pending {
            settle(arrival, target, isTargetNewer)
        } else {
            continueMigration(source, target, isSourceNewer, isTargetNewer)
        }
    }

    private func settle(_ arrival: OperationRecord, _ target: NodeName, _ isTargetNewer: Bool) {
        if arrival.code == .ok, arrival.status == .done {
            resource.role = .stopped
            resource.danglingMigrations.insert(node, at: 0)
        } else if !isTargetNewer, let there = online(target) {
            planner.addRunning(resource, on: there, hasFailed: true)
        } else {
            giveUp()
        }
    }

    private func continueMigration(
        _ source: NodeName, _ target: NodeName, _ isSourceNewer: Bool, _ isTargetNewer: Bool
    ) {
        if !isTargetNewer, let there = online(target) {
            planner.addRunning(resource, on: there, hasFailed: false)
            if let here = online(source) {
                resource.migratingTo = there
                resource.migratingFrom = here
            }
        } else if !isSourceNewer {
            giveUp()
        }
    }

    private func giveUp() {
        resource.flags.formUnion([.failed, .mustStop])
        resource.flags.remove(.allowsMigration)
    }

    func failedToLeave(_ record: OperationRecord) {
        guard let source = record.migrationSource, let target = record.migrationTarget,
            source == node.name
        else { return }
        resource.role = .started
        let arrival = find(.migrateFrom, on: target) {
            $0.migrationSource == source && $0.code == .ok && $0.status == .done
        }
        let isKnown = !(records(on: target) ?? []).isEmpty
        if isKnown, !hasNewerState(than: arrival ?? record, on: target, arrival != nil) {
            if let there = online(target) {
                planner.addRunning(resource, on: there, hasFailed: false)
            }
        } else if !hasNewer(than: record, on: source, isSameNode: true) {
            resource.danglingMigrations.insert(node, at: 0)
        }
    }

    func failedToArrive(_ record: OperationRecord) {
        guard let source = record.migrationSource, let target = record.migrationTarget,
            target == node.name
        else { return }
        resource.role = .started
        let departure = find(.migrateTo, on: source) {
            $0.migrationTarget == target && $0.code == .ok && $0.status == .done
        }
        guard !(records(on: source) ?? []).isEmpty,
            !hasNewerState(than: departure ?? record, on: source, departure != nil),
            let there = online(source)
        else { return }
        planner.addRunning(resource, on: there, hasFailed: true)
    }

    private func online(_ name: NodeName) -> SchedulerNode? {
        planner.node(named: name).flatMap { $0.isOnline ? $0 : nil }
    }

    private func records(on name: NodeName) -> [OperationRecord]? {
        planner.state.statuses.first { $0.node == name }?.history
            .first { $0.resource == resource.id }?.records
    }

    private func find(
        _ task: OperationTask, on name: NodeName, where fits: (OperationRecord) -> Bool
    ) -> OperationRecord? {
        records(on: name)?.first { $0.task == task && fits($0) }
    }

    private func hasNewer(
        than record: OperationRecord, on name: NodeName, isSameNode: Bool
    ) -> Bool {
        (records(on: name) ?? []).contains { other in
            let counts =
                [.start, .stop, .migrateTo, .migrateFrom].contains(other.task) && other != record
            return counts && HistoryReader.age(other, record, onOneNode: isSameNode) > 0
        }
    }

    private func hasNewerState(
        than record: OperationRecord, on name: NodeName, _ isSameNode: Bool
    ) -> Bool {
        if hasNewer(than: record, on: name, isSameNode: isSameNode) { return true }
        let probe = find(.monitor, on: name) { _ in true }
        guard let probe, probe.code == .notRunning, probe.status == .done else { return false }
        return HistoryReader.age(probe, record, onOneNode: isSameNode) > 0
    }
}

/// Goes through one resource's records on one node, the oldest first.
struct RecordJudge {
    typealias FailureResponse = OperationDefinition.FailureResponse

    let planner: TransitionPlanner
    let node: SchedulerNode
    let resource: ScheduledResource
    let history: ResourceHistory
    /// What the failures so far, not made good since, ask for.
    var response = FailureResponse.ignore
    var lastFailure: ActionKey?

    init(
        planner: TransitionPlanner, node: SchedulerNode, resource: ScheduledResource,
        history: ResourceHistory
    ) {
        self.planner = planner
        self.node = node
        self.resource = resource
        self.history = history
    }

    mutating func judge(_ record: OperationRecord) {
        guard record.status != .unknown, record.task != .notify else { return }
        let isExpired =
            record.status != .notInstalled
            && FailCounts(planner: planner, resource: resource, node: node, history: history)
                .isExpired(record)
        var result = Result(code: record.code, status: record.status)
        remap(record, &result)
        let isMasked = isMasked(record)
        if isExpired, isMasked, record.code != record.expected {
            if resource.role <= .stopped { resource.role = .unknown }
            return
        }
        if isExpired, result.code != record.expected {
            if record.interval == .zero || node.isHealthy { return }
        }
        if isMasked {
            update(record, code: record.expected ?? .notRunning)
            banScope.addDeep(.minusInfinity, on: node)
            return
        }
        apply(record, result)
    }

    /// A probe that found the software missing: nothing runs, and nothing can.
    private func isMasked(_ record: OperationRecord) -> Bool {
        record.isProbe
            && (record.code == .notInstalled || record.code == .invalidParameter
                || record.status == .notInstalled)
    }

    /// What an error of one instance rules out.
    private var banScope: ScheduledResource { resource.isUnique ? resource : resource.top }

    private mutating func apply(_ record: OperationRecord, _ result: Result) {
        switch result.status {
        case .cancelled, .unknown: return
        case .pending: notePending(record)
        case .done: update(record, code: result.code)
        case .notInstalled:
            if configured(record) == .ignore { response = .migrate }
            banScope.addDeep(.minusInfinity, on: node)
            fail(record, result.code)
        default: judgeFailure(record, result)
        }
    }

    private mutating func judgeFailure(_ record: OperationRecord, _ result: Result) {
        if configured(record) == .ignore {
            update(record, code: record.expected ?? .ok)
            resource.flags.insert(.failureIgnored)
            return
        }
        fail(record, result.code)
        switch result.status {
        case .errorHard, .noFenceDevice, .noSecrets:
            banScope.addDeep(.minusInfinity, on: node)
        case .errorFatal: planner.ban(banScope)
        default: break
        }
    }

    private func configured(_ record: OperationRecord) -> FailureResponse {
        planner.describe(key(of: record), of: resource, on: nil).onFail
    }

    private func key(of record: OperationRecord) -> ActionKey {
        ActionKey(record.task, every: record.interval)
    }

    private func notePending(_ record: OperationRecord) {
        switch record.task {
        case .start:
            resource.flags.insert(.startPending)
            setActive()
        case .promote: resource.role = .promoted
        case .migrateTo where node.isUnclean:
            if let target = record.migrationTarget.flatMap(planner.node(named:)) {
                planner.stop(resource, on: target, isOptional: false)
            }
        default: break
        }
        if resource.pendingNode == nil, !record.isProbe { resource.pendingNode = node }
    }

    func setActive() {
        resource.role = resource.top.isPromotable ? .unpromoted : .started
    }

    /// What an operation that ended as it should says of the resource.
    private mutating func update(_ record: OperationRecord, code: OCFCode) {
        var makesGood = false
        if code == .notInstalled || isMasked(record) {
            resource.role = .stopped
        } else if code == .notRunning {
            makesGood = true
        } else {
            makesGood = updateRole(record)
        }
        guard makesGood else { return }
        switch response {
        case .stop, .fence, .migrate, .standby: break
        case .ignore, .demote, .restart, .block:
            response = .ignore
            resource.nextRole = .unknown
        }
    }

    /// - Returns: whether it makes earlier failures good.
    private func updateRole(_ record: OperationRecord) -> Bool {
        switch record.task {
        case .monitor:
            if resource.role < .started { setActive() }
            return lastFailure == key(of: record)
        case .start, .migrateFrom: resource.role = .started
        case .stop: resource.role = .stopped
        case .promote: resource.role = .promoted
        case .demote:
            resource.role = .unpromoted
            return response == .demote
        case .migrateTo:
            MigrationHistory(planner: planner, resource: resource, node: node).left(record)
            return false
        default:
            if resource.role < .started { setActive() }
            return false
        }
        return true
    }

    private mutating func fail(_ record: OperationRecord, _ code: OCFCode) {
        lastFailure = key(of: record)
        let described = planner.describe(key(of: record), of: resource, on: nil)
        response = max(response, described.onFail) { $0.rawValue < $1.rawValue }
        let migration = MigrationHistory(planner: planner, resource: resource, node: node)
        switch record.task {
        case .stop: resource.addDeep(.minusInfinity, on: node)
        case .migrateTo: migration.failedToLeave(record)
        case .migrateFrom: migration.failedToArrive(record)
        case .promote: resource.role = .promoted
        case .demote: failDemotion(described, code)
        default: break
        }
        if record.isProbe, code == .notInstalled {
            resource.role = .stopped
        } else if resource.role < .started {
            setActive()
        }
        settleFailedRole(described)
    }

    private func failDemotion(_ described: PlannedAction, _ code: OCFCode) {
        if described.onFail == .block {
            resource.role = .promoted
            resource.nextRole = .stopped
        } else {
            resource.role = code == .notRunning ? .stopped : .unpromoted
        }
    }

    private func settleFailedRole(_ described: PlannedAction) {
        if described.failRole != .started, resource.nextRole < described.failRole {
            resource.nextRole = described.failRole
        }
        guard described.failRole == .stopped else { return }
        let scope = resource.top.isAnonymousClone ? resource.top : resource
        scope.allowed = planner.nodes.map { _ in Candidate(score: .minusInfinity) }
    }

    private func max(
        _ left: FailureResponse, _ right: FailureResponse,
        by isSmaller: (FailureResponse, FailureResponse) -> Bool
    ) -> FailureResponse {
        isSmaller(left, right) ? right : left
    }
}

import SimulatedCluster

extension GeneratedCluster {
    mutating func drawHistory(at index: Int) {
        let isThere = state.statuses[index].isInMembership == true
        let everRan = isThere || dice.hits(60)
        guard everRan else { return }
        for resource in state.resources { drawHistory(of: resource, at: index) }
    }

    private mutating func drawHistory(of resource: ResourceDefinition, at index: Int) {
        let isClone = if case .clone = resource.kind { true } else { false }
        let isPromotable = resource.meta[.promotable] != nil
        let isUnique = resource.meta[.globallyUnique] != nil
        let runs = dice.hits(isClone ? 70 : 28)
        for primitive in resource.primitives {
            // Members of a group do mostly the same.
            let isActive = dice.hits(92) ? runs : !runs
            let name = isUnique ? ResourceID("\(primitive.id):\(index)") : primitive.id
            var history = drawHistory(
                of: primitive, named: name, isActive: isActive, isPromotable: isPromotable,
                at: index)
            if dice.hits(14) { drawFailure(of: primitive, in: &history, at: index) }
            state.statuses[index].history.append(history)
            if isPromotable, isActive, dice.hits(85) {
                let score = "\(dice.pick([5, 10, 100, 10, -1]))"
                state.statuses[index].attributes["master-\(primitive.id)"] = score
            }
        }
    }

    private mutating func drawHistory(
        of primitive: ResourceDefinition, named name: ResourceID, isActive: Bool,
        isPromotable: Bool, at index: Int
    ) -> ResourceHistory {
        guard case .primitive(let agent) = primitive.kind else { preconditionFailure() }
        var records: [OperationRecord] = []
        let then = state.now - 1000
        if !isActive {
            if dice.hits(90) {
                records.append(
                    OperationRecord(
                        .monitor, call: 5, code: .notRunning, expected: .notRunning,
                        lastChange: then))
            }
        } else {
            records.append(OperationRecord(.start, call: 10, lastChange: then))
            let isPromoted = isPromotable && dice.hits(40)
            if isPromoted {
                records[0] = OperationRecord(.promote, call: 11, lastChange: then)
            }
            for operation in primitive.operations
            where operation.task == .monitor && !isPromoted && dice.hits(90) {
                records.append(
                    OperationRecord(
                        .monitor, interval: operation.interval, call: 12, lastChange: then))
            }
        }
        return ResourceHistory(name, agent: agent, records: records)
    }

    private mutating func drawFailure(
        of primitive: ResourceDefinition, in history: inout ResourceHistory, at index: Int
    ) {
        let ago = dice.pick([10, 100, 5000])
        let task = dice.pick([OperationTask.monitor, .monitor, .start, .stop, .monitor])
        let interval: Duration =
            task == .monitor && !dice.hits(20)
            ? primitive.operations.first { $0.task == .monitor }?.interval ?? .zero : .zero
        let isProbe = task == .monitor && interval == .zero
        let code = dice.pick([OCFCode.unknownError, .unknownError, .notRunning, .notInstalled])
        var record = OperationRecord(
            task, interval: interval, call: 20, code: code,
            expected: isProbe ? .notRunning : .ok, lastChange: state.now - ago)
        record.isLastFailure = true
        if isProbe || task == .start || task == .stop {
            history.records.removeAll { $0.interval == .zero }
        }
        history.records.append(record)
        let milliseconds = interval == .zero ? 0 : 10_000
        let key = "\(history.resource.base)#\(task.rawValue)_\(milliseconds)"
        let count = dice.pick(["1", "2", "5", "INFINITY"])
        guard !isProbe else { return }
        state.statuses[index].attributes["fail-count-\(key)"] = count
        state.statuses[index].attributes["last-failure-\(key)"] = "\(state.now - ago)"
    }
}

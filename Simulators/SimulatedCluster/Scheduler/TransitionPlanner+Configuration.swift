extension TransitionPlanner {
    /// Ends recurring operations that no configuration asks for any more.
    func checkConfiguration() {
        for status in state.statuses {
            guard let node = node(named: status.node), node.isInMaintenance || node.isAvailable
            else { continue }
            for history in status.history {
                for resource in resources.flatMap(\.primitives)
                where resource.id == history.resource || resource.cloneName == history.resource {
                    endUnwanted(history, of: resource, on: node)
                }
            }
        }
    }

    private func endUnwanted(
        _ history: ResourceHistory, of resource: ScheduledResource, on node: SchedulerNode
    ) {
        guard !resource.isOrphan, resource.runningOn.contains(where: { $0 === node }) else {
            return
        }
        let records = HistoryReader.sorted(history.records)
        let (start, stop) = HistoryReader.activity(of: records)
        guard start >= stop else { return }
        for (index, record) in records.enumerated()
        where index >= start && record.interval != .zero {
            let key = ActionKey(record.task, every: record.interval)
            let isWanted = resource.definition.operations.contains {
                $0.task == key.task && $0.interval == key.interval
            }
            let rests = resource.flags.contains(.maintenance) || node.isInMaintenance
            guard !isWanted || rests else { continue }
            let cancel = action(key, of: resource, on: node, isOptional: false)
            cancel.task = .cancel
            cancel.flags.remove(.optional)
            order(.key(resource, ActionKey(.stop)), .action(cancel), .optional)
        }
    }
}

extension RecordJudge {
    /// Once all records are read: whether the resource runs here, and what its failures ask for.
    func conclude() {
        noteKnown()
        if resource.role > .stopped, !node.isOnline, !node.isInMaintenance, resource.isManaged,
            planner.options.isFencingEnabled
        {
            planner.fence(node)
        }
        // Fencing makes good whatever was wrong.
        let wish = node.isUnclean ? .ignore : response
        carryOut(wish)
        if resource.role != .stopped, resource.role != .unknown {
            addRunning(on: node, hasFailed: response != .ignore)
            switch wish {
            case .ignore: break
            case .demote, .block: resource.flags.insert(.failed)
            default: resource.flags.formUnion([.failed, .mustStop])
            }
        } else if let name = resource.cloneName, name != name.base {
            resource.cloneName = nil
        } else {
            for stop in planner.matching(ActionKey(.stop), of: resource, on: node) {
                stop.flags.insert(.optional)
            }
        }
        if resource.role == .stopped, resource.migratingFrom === node, node.isOnline,
            resource.migratingTo != nil, !resource.runningOn.isEmpty
        {
            resource.role = .started
        }
    }

    private func noteKnown() {
        guard resource.role != .unknown else { return }
        var one: ScheduledResource? = resource
        while let known = one {
            known.knownOn.insert(node.index)
            if known.isUnique { break }
            one = known.parent
        }
    }

    private func carryOut(_ wish: FailureResponse) {
        let isActive = resource.role != .stopped && resource.role != .unknown
        switch wish {
        case .ignore: break
        case .demote:
            resource.flags.insert(.failed)
            planner.action(ActionKey(.demote), of: resource, on: node, isOptional: false)
        case .fence: planner.fence(node)
        case .standby: node.isStandby = true
        case .block:
            resource.flags.remove(.managed)
            resource.flags.insert(.blocked)
        case .migrate: resource.addDeep(.minusInfinity, on: node)
        case .stop: resource.nextRole = .stopped
        case .restart:
            guard isActive else { return }
            resource.flags.formUnion([.failed, .mustStop])
            planner.stop(resource, on: node, isOptional: false)
        }
    }

    private func addRunning(on node: SchedulerNode, hasFailed: Bool) {
        planner.addRunning(resource, on: node, hasFailed: hasFailed)
    }
}

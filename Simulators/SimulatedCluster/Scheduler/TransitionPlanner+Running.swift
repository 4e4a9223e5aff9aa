extension TransitionPlanner {
    /// Notes that a resource runs on a node, and with it all that it is part of.
    func addRunning(_ resource: ScheduledResource, on node: SchedulerNode, hasFailed: Bool) {
        guard !resource.runningOn.contains(where: { $0 === node }) else { return }
        resource.runningOn.append(node)
        if resource.variant == .primitive {
            if resource.priority != 0, !hasFailed {
                node.priority += resource.priority + (resource.role == .promoted ? 1 : 0)
            }
            if node.isInMaintenance { resource.flags.remove(.managed) }
        }
        guard resource.isManaged else {
            leave(resource, on: node)
            return
        }
        if resource.variant == .primitive, resource.activeCount > 1 { recover(resource) }
        if let parent = resource.parent { addRunning(parent, on: node, hasFailed: false) }
    }

    /// What nobody manages stays where it is.
    private func leave(_ resource: ScheduledResource, on node: SchedulerNode) {
        resource.addDeep(.infinity, on: node)
        var outer = resource.parent
        while let one = outer, node.isOnline {
            one.runningOn.append(node)
            outer = one.parent
        }
    }

    private func recover(_ resource: ScheduledResource) {
        switch resource.recovery {
        case .stopOnly:
            resource.allowed = nodes.map { _ in Candidate(score: .minusInfinity) }
        case .block:
            block(resource)
            if let group = resource.parent, group.variant == .group, group.recovery == .block {
                for member in group.children { block(member) }
            }
        case .stopStart, .stopUnexpected: break
        }
    }

    private func block(_ resource: ScheduledResource) {
        resource.flags.remove(.managed)
        resource.flags.insert(.blocked)
    }
}

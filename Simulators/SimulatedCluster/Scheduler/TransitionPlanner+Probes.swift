extension TransitionPlanner {
    /// Asks every node about every resource of which it has told nothing.
    func scheduleProbes() {
        for node in nodes where node.isOnline && !node.isUnclean {
            let mayBeAsked = node.attributes["resource-discovery-enabled"].map(ClusterText.isTrue)
            guard mayBeAsked ?? true else { continue }
            for resource in resources { probe(resource, on: node) }
        }
    }

    private func probe(_ resource: ScheduledResource, on node: SchedulerNode) {
        if resource.variant == .clone {
            probeClone(resource, on: node)
        } else if !resource.children.isEmpty {
            for child in resource.children { probe(child, on: node) }
        } else {
            probePrimitive(resource, on: node)
        }
    }

    private func probeClone(_ clone: ScheduledResource, on node: SchedulerNode) {
        sortByNumber(clone)
        if clone.flags.contains(.exclusiveDiscovery), let known = clone.allowed[node.index],
            known.discovery != .exclusive
        {
            clone.allowed[node.index] = nil
            return
        }
        if clone.isUnique {
            for instance in clone.children { probe(instance, on: node) }
            return
        }
        let known = clone.children.first { instance in
            instance.primitives.contains { $0.knownOn.contains(node.index) }
        }
        let given = clone.children.first { $0.assignedNode === node }
        if let instance = known ?? given ?? clone.children.first { probe(instance, on: node) }
    }

    private func probePrimitive(_ resource: ScheduledResource, on node: SchedulerNode) {
        guard !resource.isOrphan, !resource.knownOn.contains(node.index) else { return }
        let candidate = resource.allowed[node.index]
        let isExclusive =
            resource.flags.contains(.exclusiveDiscovery)
            || resource.top.flags.contains(.exclusiveDiscovery)
        if isExclusive, candidate?.discovery != .exclusive { return }
        if candidate?.discovery == .never { return }
        let probe = action(ActionKey(.monitor), of: resource, on: node, isOptional: false)
        probe.flags.remove(.optional)
        let then = resource.top.variant == .clone ? resource.top : resource
        var flags: OrderFlags = .optional
        if !probe.isRunnable, resource.runningOn.isEmpty { flags.insert(.runnableLeft) }
        order(.action(probe), .key(then, ActionKey(.start)), flags)
    }

    /// What follows a stop follows a probe too, which may turn out to be one.
    func orderProbes() {
        for resource in resources {
            for primitive in resource.primitives { orderRestarts(after: primitive) }
        }
        for order in orders { orderProbes(like: order) }
    }

    private func orderRestarts(after resource: ScheduledResource) {
        for probe in matching(ActionKey(.monitor), of: resource, on: nil) {
            for then in probe.after.reversed() {
                orderRestart(probe, then.action)
                for action in actions { action.flags.remove(.tracked) }
            }
        }
    }

    private func orderRestart(_ probe: PlannedAction, _ after: PlannedAction) {
        guard probe.task == .monitor, let prober = probe.resource,
            after.flags.insert(.tracked).inserted
        else { return }
        if let other = after.resource, other.variant == .primitive, other !== prober {
            let undone: OperationTask? =
                after.task == .start ? .stop : after.task == .promote ? .demote : nil
            if let undone {
                for then in matching(ActionKey(undone), of: other, on: nil) where !then.isPseudo {
                    probe.order(before: then, .optional)
                }
            }
        }
        for link in after.after.reversed() where leads(on: link, from: after, prober) {
            orderRestart(probe, link.action)
        }
    }

    private func leads(
        on link: ActionLink, from after: PlannedAction, _ prober: ScheduledResource
    ) -> Bool {
        if link.flags.contains(.impliesThen) { return true }
        guard let outer = after.resource, outer.variant != .primitive, prober.parent !== outer,
            let inner = link.action.resource, inner.variant <= .group, inner.parent === outer
        else { return false }
        guard outer.variant == .clone, outer.meta.isTrue(.interleave) else { return true }
        let partner = partner(of: prober, in: outer, role: .unknown, isCurrent: false)
        return partner === inner
    }

    private func orderProbes(like order: PlannedOrder) {
        guard !order.flags.isEmpty, let first = order.first.resource,
            first !== order.then.resource, order.first.key.task == .stop
        else { return }
        var flags: OrderFlags = .optional
        flags.formUnion(order.flags.intersection([.unlessFirstMigrates, .sameNode]))
        if order.flags == .antiColocation { flags = .antiColocation }
        let probes = matching(ActionKey(.monitor), of: first, on: nil)
        guard !probes.isEmpty else { return }
        let thens: [PlannedAction] =
            switch order.then {
            case .action(let action): [action]
            case .key(let resource, let key): matching(key, of: resource, on: nil)
            }
        for probe in probes {
            for then in thens where then !== probe && isNeeded(probe, before: then) {
                probe.order(before: then, flags)
            }
        }
    }

    private func isNeeded(_ probe: PlannedAction, before then: PlannedAction) -> Bool {
        then.task != .shutdown || probe.node === then.node
    }
}

extension PlannedOrder.Side {
    var resource: ScheduledResource? {
        switch self {
        case .action(let action): action.resource
        case .key(let resource, _): resource
        }
    }

    var key: ActionKey {
        switch self {
        case .action(let action): action.key
        case .key(_, let key): key
        }
    }
}

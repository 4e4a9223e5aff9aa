extension TransitionPlanner {
    /// How a constraint's opposite actions are ordered.
    enum Symmetry {
        case asymmetric, symmetric, inverse
    }

    func unpack(_ constraint: OrderConstraint) {
        let symmetry = symmetry(constraint.isSymmetrical, constraint.kind)
        switch constraint.subject {
        case .pair(let first, let then): order(first, then, constraint, symmetry)
        case .sets(let sets):
            var last: ResourceSet?
            for set in sets {
                order(within: set, constraint)
                if let last {
                    order(last, then: set, constraint, symmetry)
                    if symmetry == .symmetric { order(set, then: last, constraint, .inverse) }
                }
                last = set
            }
        }
    }

    private func symmetry(_ wish: Bool?, _ kind: OrderConstraint.Kind) -> Symmetry {
        kind == .serialize || wish == false ? .asymmetric : .symmetric
    }

    private func flags(
        _ kind: OrderConstraint.Kind, _ first: OperationTask, _ symmetry: Symmetry
    ) -> OrderFlags {
        switch (kind, symmetry) {
        case (.optional, _): [.optional]
        case (.serialize, _): [.optional, .serialize]
        case (.mandatory, .asymmetric): [.optional, .asymmetrical]
        case (.mandatory, .inverse): [.optional, .impliesFirst]
        case (.mandatory, .symmetric):
            first == .start || first == .promote
                ? [.optional, .impliesThen, .runnableLeft] : [.optional, .impliesThen]
        }
    }

    /// Orders an action of one resource before one of another, whether or not they come about.
    func order(
        _ first: ScheduledResource, _ task: OperationTask, _ then: ScheduledResource,
        _ thenTask: OperationTask, _ flags: OrderFlags
    ) {
        order(.key(first, ActionKey(task)), .key(then, ActionKey(thenTask)), flags)
    }

    func order(_ first: PlannedOrder.Side, _ then: PlannedOrder.Side, _ flags: OrderFlags) {
        let order = PlannedOrder(first: first, then: then, flags: flags)
        orders.append(order)
        orderMigrations(like: order)
    }

    private func order(
        _ first: OrderConstraint.Step, _ then: OrderConstraint.Step,
        _ constraint: OrderConstraint, _ symmetry: Symmetry
    ) {
        guard let one = constrained(first.resource), let other = constrained(then.resource)
        else { return }
        let firstTask = first.action ?? .start
        let thenTask = then.action ?? firstTask
        var flags = flags(constraint.kind, firstTask, symmetry)
        let restarts =
            constraint.kind == .optional && other.meta[.restartType]?.lowercased() == "restart"
        if restarts { flags.insert(.impliesThen) }
        let needed = neededInstances(of: one, constraint)
        if needed > 0 {
            orderAfterSome(needed, of: one.children, firstTask, [(other, thenTask)], flags)
        } else {
            order(one, firstTask, other, thenTask, flags)
        }
        guard symmetry == .symmetric, let undo = firstTask.inverse, let undoThen = thenTask.inverse
        else { return }
        var inverse = self.flags(constraint.kind, undo, .inverse)
        if restarts { inverse.insert(.impliesFirst) }
        order(other, undoThen, one, undo, inverse)
    }

    private func neededInstances(
        of first: ScheduledResource, _ constraint: OrderConstraint
    ) -> Int {
        guard first.variant == .clone else { return 0 }
        return first.meta.count(.cloneMin) ?? (constraint.requiresAll ? 0 : 1)
    }

    /// Orders actions after as many of others as are needed.
    private func orderAfterSome(
        _ needed: Int, of firsts: [ScheduledResource], _ task: OperationTask,
        _ thens: [(ScheduledResource, OperationTask)], _ flags: OrderFlags
    ) {
        let met = singleton(.oneOrMore, on: nil)
        met.flags.formUnion([.pseudo, .optional, .requiresAny])
        met.requiredBefore = needed
        for first in firsts {
            order(.key(first, ActionKey(task)), .action(met), [.oneOrMore, .showsThen])
        }
        for (then, task) in thens {
            order(.action(met), .key(then, ActionKey(task)), flags.union(.runnableLeft))
        }
    }

    private func order(within set: ResourceSet, _ constraint: OrderConstraint) {
        let kind = set.kind ?? constraint.kind
        let symmetry = symmetry(set.isSymmetrical ?? constraint.isSymmetrical, kind)
        let members = set.resources.compactMap(constrained)
        guard members.count == set.resources.count, members.count > 1 else { return }
        let task = set.action ?? .start
        let forward = flags(kind, task, symmetry)
        if kind == .serialize {
            for (index, one) in members.enumerated() {
                for other in members[(index + 1)...] { order(one, task, other, task, forward) }
            }
        } else if set.isSequential ?? true {
            for (one, other) in zip(members, members.dropFirst()) {
                order(one, task, other, task, forward)
            }
        }
        guard symmetry == .symmetric, set.isSequential ?? true, let undo = task.inverse else {
            return
        }
        let backward = flags(kind, undo, .inverse)
        for (one, other) in zip(members, members.dropFirst()) {
            order(other, undo, one, undo, backward)
        }
    }

    private func order(
        _ first: ResourceSet, then second: ResourceSet, _ constraint: OrderConstraint,
        _ symmetry: Symmetry
    ) {
        var (task, thenTask) = (first.action ?? .start, second.action ?? .start)
        if symmetry == .inverse {
            guard let undo = task.inverse, let undoThen = thenTask.inverse else { return }
            (task, thenTask) = (undo, undoThen)
        }
        let flags = flags(constraint.kind, thenTask, symmetry)
        let firsts = first.resources.compactMap(constrained)
        let thens = second.resources.compactMap(constrained)
        let needsAll = task == .stop || task == .demote || first.requiresAll ?? true
        guard needsAll else {
            orderAfterSome(1, of: firsts, task, thens.map { ($0, thenTask) }, flags)
            return
        }
        let isInverse = symmetry == .inverse
        let left = first.isSequential == true ? edge(firsts, isFirst: isInverse) : firsts
        let right = second.isSequential == true ? edge(thens, isFirst: !isInverse) : thens
        for one in left {
            for other in right { order(one, task, other, thenTask, flags) }
        }
    }

    private func edge(_ resources: [ScheduledResource], isFirst: Bool) -> [ScheduledResource] {
        Array(isFirst ? resources.prefix(1) : resources.suffix(1))
    }
}

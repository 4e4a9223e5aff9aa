extension TransitionPlanner {
    func canMigrate(_ resource: ScheduledResource, from current: SchedulerNode) -> Bool {
        resource.flags.contains(.allowsMigration) && resource.isManaged && !resource.isFailed
            && !resource.flags.contains(.startPending) && !current.isUnclean
            && resource.assigned.map { !$0.isUnclean } ?? false
    }

    func createMigration(of resource: ScheduledResource, from current: SchedulerNode) {
        guard let target = resource.assigned else { return }
        let start = start(resource, on: target, isOptional: true)
        let stop = stop(resource, on: current, isOptional: true)
        let arrive = action(ActionKey(.migrateFrom), of: resource, on: target, isOptional: true)
        arrive.migrationSource = current
        arrive.migrationTarget = target
        start.flags.formUnion([.migratable, .pseudo])
        stop.flags.insert(.migratable)
        arrive.flags.insert(.migratable)
        let follows: OrderFlags = [.optional, .impliesFirstMigratable]
        if resource.migratingTo == nil {
            let leave = action(
                ActionKey(.migrateTo), of: resource, on: current, isOptional: true)
            leave.migrationSource = current
            leave.migrationTarget = target
            leave.flags.insert(.migratable)
            leave.need = start.need
            order(resource, .monitor, resource, .migrateTo, .optional)
            order(resource, .migrateTo, resource, .migrateFrom, follows)
        } else {
            arrive.need = start.need
            order(resource, .monitor, resource, .migrateFrom, .optional)
        }
        order(resource, .migrateFrom, resource, .stop, follows)
        order(resource, .migrateFrom, resource, .start, follows.union(.pseudoLeft))
    }

    /// Orders between starts and stops hold for the migrations that may stand in for them.
    func orderMigrations(like order: PlannedOrder) {
        guard let first = order.first.resource, let then = order.then.resource, first !== then,
            !first.isPart(of: then), !then.isPart(of: first),
            then.flags.contains(.allowsMigration)
        else { return }
        let isFirst = first.flags.contains(.allowsMigration)
        let either: OrderFlags = isFirst ? [.optional, .unlessFirstMigrates] : .optional
        switch (order.first.key.task, order.then.key.task) {
        case (.start, .start):
            if isFirst { self.order(first, .migrateFrom, then, .migrateTo, .optional) }
            self.order(first, .start, then, .migrateTo, either)
        case (.stop, .stop):
            self.order(first, .stop, then, .migrateTo, either)
            if then.migratingTo != nil { self.order(first, .stop, then, .migrateFrom, either) }
        case (.promote, .start): self.order(first, .promote, then, .migrateTo, .optional)
        case (.demote, .stop):
            self.order(first, .demote, then, .migrateTo, .optional)
            if then.migratingTo != nil {
                self.order(first, .demote, then, .migrateFrom, .optional)
            }
        default: break
        }
    }
}

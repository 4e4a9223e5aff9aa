/// Something that may have to be done.
final class PlannedAction {
    /// What must be so before it may be done.
    enum Need {
        case nothing, quorum, fencing
    }

    let id: Int
    let key: ActionKey
    var task: OperationTask
    unowned let resource: ScheduledResource?
    var node: SchedulerNode?
    var flags: ActionFlags
    var need = Need.nothing
    var onFail = OperationDefinition.FailureResponse.restart
    var failRole = ResourceRole.started
    /// What comes before it and after it; the newest last.
    var before: [ActionLink] = []
    var after: [ActionLink] = []
    var runnableBefore = 0
    var requiredBefore = 0
    var delay = Duration.zero
    var migrationSource: SchedulerNode?
    var migrationTarget: SchedulerNode?

    init(
        id: Int, _ key: ActionKey, of resource: ScheduledResource?, on node: SchedulerNode?,
        flags: ActionFlags
    ) {
        self.id = id
        self.key = key
        task = key.task
        self.resource = resource
        self.node = node
        self.flags = flags
    }

    var isRunnable: Bool { flags.contains(.runnable) }
    var isOptional: Bool { flags.contains(.optional) }
    var isPseudo: Bool { flags.contains(.pseudo) }

    /// Orders this before `then`.
    ///
    /// - Returns: whether there was no such order yet.
    @discardableResult
    func order(before then: PlannedAction?, _ flags: OrderFlags) -> Bool {
        guard let then, !flags.isEmpty else { return false }
        precondition(then !== self, "An action was ordered before itself.")
        for link in after where link.action === then && !link.flags.isDisjoint(with: flags) {
            return false
        }
        after.append(ActionLink(then, flags))
        then.before.append(ActionLink(self, flags))
        return true
    }
}

/// One end of an order between two actions.
final class ActionLink {
    unowned let action: PlannedAction
    var flags: OrderFlags
    var isInGraph = false

    init(_ action: PlannedAction, _ flags: OrderFlags) {
        self.action = action
        self.flags = flags
    }
}

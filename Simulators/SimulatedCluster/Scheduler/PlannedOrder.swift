/// An order between actions that may not exist yet.
struct PlannedOrder {
    enum Side {
        case action(PlannedAction)
        case key(ScheduledResource, ActionKey)
    }

    let first: Side
    let then: Side
    var flags: OrderFlags
}

import World

/// What one step of a stack comes to, before it is committed.
struct StepResult: Sendable {
    enum End: Sendable {
        /// What waits for the step may begin.
        case finished
        /// It goes on when it is told to, or at this moment.
        case waiting(until: Instant?)
        /// It is to be looked at again at once.
        case again
        /// The stack's action has failed, by an action on a resource.
        case failed(ResourceAction, ResourceFailure)
    }

    let stack: String
    let step: StackPlan.Step
    var end = End.finished
    /// What a type wants committed with it.
    var transaction = Transaction()
    /// Records to write.
    var records: [ResourceRecord] = []
    /// The record to take away.
    var removed: String?
    var events: [EventDraft] = []
    /// What the record that waits goes on with.
    var awaited: DocumentWait?
    /// The record that waits, where it is not written.
    var waiter: String?

    init(_ stack: String, _ step: StackPlan.Step) {
        self.stack = stack
        self.step = step
    }
}

/// Which action of a resource: what, and how often.
struct ActionKey: Hashable {
    let task: OperationTask
    var interval = Duration.zero

    init(_ task: OperationTask, every interval: Duration = .zero) {
        self.task = task
        self.interval = interval
    }
}

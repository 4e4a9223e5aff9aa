extension History {
    /// An operation whose times alone are known.
    public struct Period: Sendable, Hashable {
        public let process: ProcessNumber
        public let object: ObjectName
        public let action: Action
        public let outcome: Outcome
        public let invoked: Duration
        public let completed: Duration?

        /// - Parameter completed: `nil` if its client never heard.
        public init(
            _ process: ProcessNumber, _ action: Action, on object: ObjectName, _ outcome: Outcome,
            from invoked: Duration, to completed: Duration?
        ) {
            self.process = process
            self.object = object
            self.action = action
            self.outcome = outcome
            self.invoked = invoked
            self.completed = completed
        }
    }

    /// A history of operations of which times alone are known. At the same time, invocations come
    /// before completions: what only touches is concurrent.
    public init(periods: [Period]) {
        self.init()
        var events: [(time: Duration, isEnd: Bool, place: Int)] = []
        for (place, period) in periods.enumerated() {
            events.append((period.invoked, false, place))
            if let completed = period.completed { events.append((completed, true, place)) }
        }
        events.sort {
            ($0.time, $0.isEnd ? 1 : 0, $0.place) < ($1.time, $1.isEnd ? 1 : 0, $1.place)
        }
        var indices: [Int: Int] = [:]
        for event in events {
            let period = periods[event.place]
            if event.isEnd, let index = indices[event.place] {
                complete(index, period.outcome, at: event.time)
            } else {
                indices[event.place] = invoke(
                    period.process, period.action, on: period.object, at: event.time)
            }
        }
    }
}

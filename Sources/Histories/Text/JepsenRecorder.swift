/// Turns events into a history.
struct JepsenRecorder {
    private(set) var history = History()
    private let form: JepsenHistory
    /// What each process has under way.
    private var open: [Int: Int] = [:]
    private var events = 0

    init(_ form: JepsenHistory) { self.form = form }

    mutating func take(_ event: JepsenEvent) throws(HistoryReadError) {
        let time = max(event.time ?? .seconds(events), history.end)
        events += 1
        if event.type == ":invoke" {
            guard open[event.process] == nil else {
                throw event.refused("process \(event.process) has an operation under way")
            }
            let (object, action) = try action(event)
            open[event.process] = history.invoke(
                ProcessNumber(event.process), action, on: object, at: time)
            return
        }
        guard let index = open.removeValue(forKey: event.process) else {
            throw event.refused("process \(event.process) has nothing under way")
        }
        history.complete(index, try outcome(event, history.operations[index].action), at: time)
    }

    private func action(
        _ event: JepsenEvent
    ) throws(HistoryReadError) -> (ObjectName, Action) {
        let (key, value) = try keyed(event)
        let object = ObjectName(key ?? event.objectName(form.subject))
        switch event.function {
        case ":read": return (object, form.subject == .set ? .readAll : .read)
        case ":write": return (object, .write(try event.plain(value)))
        case ":cas":
            guard let pair = value.elements, pair.count == 2 else {
                throw event.refused(":cas takes [from to]")
            }
            let (from, to) = (try event.plain(pair[0]), try event.plain(pair[1]))
            return (object, .compareAndSet(from: from, to: to))
        case ":add", ":enqueue":
            guard let element = try event.plain(value) else { throw event.refused("no element") }
            return (object, .add(element))
        case ":dequeue": return (object, .take)
        default: throw event.refused("\(event.function) is no operation known here")
        }
    }

    private func outcome(
        _ event: JepsenEvent, _ action: Action
    ) throws(HistoryReadError) -> Outcome {
        switch event.type {
        case ":info": return .unknown(event.value.text ?? "unknown")
        case ":fail":
            if case .compareAndSet = action, form.failedSwap == .sawMismatch {
                return .ok(.mismatch)
            }
            return .failed(event.value.text ?? "failed")
        case ":ok": return .ok(try observation(event, action))
        default: throw event.refused("\(event.type) is no type of event")
        }
    }

    private func observation(
        _ event: JepsenEvent, _ action: Action
    ) throws(HistoryReadError) -> Observation {
        let (_, value) = try keyed(event)
        switch action {
        case .read, .take: return .value(try event.plain(value))
        case .readAll:
            var elements: [Value] = []
            for element in value.elements ?? [] {
                if let element = try event.plain(element) { elements.append(element) }
            }
            return .elements(elements)
        default: return .done
        }
    }

    private func keyed(_ event: JepsenEvent) throws(HistoryReadError) -> (String?, EDN) {
        guard form.subject == .registers else { return (nil, event.value) }
        guard let pair = event.value.elements, pair.count == 2, let key = pair[0].text else {
            if event.type == ":info" || event.type == ":fail" { return (nil, event.value) }
            throw event.refused("a value is not [key value]")
        }
        return (key, pair[1])
    }
}

extension JepsenEvent {
    func refused(_ problem: String) -> HistoryReadError {
        HistoryReadError(line: line, problem: problem)
    }

    /// A value that is no collection.
    func plain(_ value: EDN) throws(HistoryReadError) -> Value? {
        switch value {
        case .nil: return nil
        case .atom(let text): return Value(text)
        case .sequence, .map: throw refused("a plain value is asked for")
        }
    }

    func objectName(_ subject: JepsenHistory.Subject) -> String {
        switch subject {
        case .register, .registers: "register"
        case .set: "set"
        case .queue: "queue"
        }
    }
}

/// One line of a history as Jepsen writes it.
struct JepsenEvent {
    let line: Int
    let process: Int
    /// `:invoke`, `:ok`, `:fail` or `:info`.
    let type: String
    /// What is done, as `:write`.
    let function: String
    let value: EDN
    let time: Duration?
}

extension JepsenEvent {
    /// - Returns: `nil` for what is no client's, such as the nemesis.
    init?(_ map: EDN, line: Int) throws(HistoryReadError) {
        guard let type = map[":type"]?.text, let function = map[":f"]?.text else {
            throw HistoryReadError(line: line, problem: "an event has no :type or no :f")
        }
        guard let process = map[":process"]?.text.flatMap(Int.init) else { return nil }
        self.init(
            line: line, process: process, type: type, function: function,
            value: map[":value"] ?? .nil,
            time: map[":time"]?.text.flatMap(Int64.init).map { .nanoseconds($0) })
    }
}

/// Histories as Jepsen writes them: maps in Clojure's notation (`history.edn`), or the lines of its
/// log (`jepsen.util - 3 :invoke :cas [1 2]`).
///
/// A process has one operation under way at a time. `:info` leaves an operation's outcome open.
/// Times are nanoseconds (`:time`); without them, the events are a second apart.
public struct JepsenHistory: Sendable, Hashable {
    /// What the operations are about.
    public enum Subject: Sendable, Hashable, CaseIterable {
        /// One register: `:read`, `:write`, `:cas [from to]`.
        case register
        /// A register for each key: values are `[key value]`.
        case registers
        /// A set: `:add`, `:read [elements]`.
        case set
        /// A queue: `:enqueue`, `:dequeue`.
        case queue
    }

    /// What a failed `:cas` says.
    public enum FailedSwap: Sendable, Hashable, CaseIterable {
        /// That it took no effect, and nothing of the register.
        case tookNoEffect
        /// That the register did not hold the value when it was asked, as etcd's client had it.
        case sawMismatch
    }

    let subject: Subject
    let failedSwap: FailedSwap

    public init(of subject: Subject, failedSwap: FailedSwap = .tookNoEffect) {
        self.subject = subject
        self.failedSwap = failedSwap
    }

    /// - Throws: ``HistoryReadError`` at the first event that is none.
    public func read(_ text: String) throws(HistoryReadError) -> History {
        let isLog = text.contains("jepsen.util") && !text.contains(":type")
        var recorder = JepsenRecorder(self)
        if isLog {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            for (index, line) in lines.enumerated() {
                if let event = try Self.event(of: line, at: index + 1) { try recorder.take(event) }
            }
        } else {
            var reader = EDNReader(text)
            while let (line, value) = try reader.next() {
                if let event = try JepsenEvent(value, line: line) { try recorder.take(event) }
            }
        }
        return recorder.history
    }

    /// `INFO  jepsen.util - 3	:invoke	:cas	[1 2]`. Lines of others, such as the nemesis, are none.
    private static func event(
        of line: Substring, at number: Int
    ) throws(HistoryReadError) -> JepsenEvent? {
        guard let dash = line.firstIndex(of: "-"), line.contains("jepsen.util") else { return nil }
        var reader = EDNReader(String(line[line.index(after: dash)...]))
        let values = try reader.values()
        guard values.count >= 3, let process = values[0].text.flatMap(Int.init) else { return nil }
        return JepsenEvent(
            line: number, process: process, type: values[1].text ?? "",
            function: values[2].text ?? "", value: values.count > 3 ? values[3] : .nil, time: nil)
    }
}

extension FailureSignature {
    public static let crash = "crash"
    public static let time = "time"
    public static let memory = "memory"

    /// Of a process that left no report, by what it said before it ended.
    public init(messages: String) {
        let lines = messages.split(separator: "\n").map(String.init)
        let trap = lines.first { $0.contains("Fatal error") } ?? lines.first ?? "it left no report"
        self.init(check: Self.crash, message: Self.unplaced(trap))
    }

    public static func outOfTime() -> FailureSignature {
        FailureSignature(check: time, message: "the run did not end in its time")
    }

    public static func outOfMemory() -> FailureSignature {
        FailureSignature(check: memory, message: "the run took more memory than it may")
    }

    /// A trap's line less the folder of its source file, which is another one elsewhere.
    private static func unplaced(_ line: String) -> String {
        guard line.first == "/", let range = line.firstIndex(of: ":") else { return line }
        let file = line[..<range].split(separator: "/").last.map(String.init) ?? ""
        return file + line[range...]
    }
}

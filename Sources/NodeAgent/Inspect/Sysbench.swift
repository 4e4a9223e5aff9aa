/// Command lines of sysbench, whose options were renamed with its version 1.
struct Sysbench {
    private let isNew: Bool

    /// - Parameter version: what `sysbench --version` says, such as `sysbench 1.0.20`.
    init(version: String) {
        let number = version.split(separator: " ").dropFirst().first ?? "1"
        isNew = number.split(separator: ".").first.flatMap { Int($0) } ?? 1 >= 1
    }

    func processors(threads: Int, seconds: Int) -> [String] {
        words("cpu", threads, seconds, requests: 10_000_000, ["--cpu-max-prime=15000"])
    }

    func memory(threads: Int, block: String, seconds: Int) -> [String] {
        words("memory", threads, seconds, requests: 100_000_000, ["--memory-block-size=\(block)"])
    }

    private func words(
        _ test: String, _ threads: Int, _ seconds: Int, requests: Int, _ more: [String]
    ) -> [String] {
        let common =
            isNew
            ? [test, "--time=\(seconds)", "--events=\(requests)", "--threads=\(threads)"]
            : [
                "--test=\(test)", "--max-time=\(seconds)", "--max-requests=\(requests)",
                "--num-threads=\(threads)",
            ]
        return ["sysbench"] + common + more + ["run"]
    }

    /// On one processor alone.
    static func pinned(_ words: [String], to processor: Int?) -> [String] {
        processor.map { ["taskset", "-c", "\($0)"] + words } ?? words
    }

    /// So many processes at once, whose outputs follow each other.
    static func forked(_ words: [String], times: Int) -> [String] {
        let command = words.joined(separator: " ")
        let processes = Array(repeating: "\(command) & ", count: times).joined()
        return ["sh", "-c", "\(processes)wait"]
    }
}

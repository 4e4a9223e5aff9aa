import Foundation

/// What a run's process may take before it is ended.
struct ChildLimits: Sendable {
    /// Real time; nil for any.
    var time: Duration?
    /// Resident memory in bytes; nil for any.
    var memory: Int64?

    static let none = ChildLimits()

    enum Excess {
        case time(Duration)
        case memory(Int64)

        var text: String {
            switch self {
            case .time(let limit): "it was not done within \(limit)"
            case .memory(let limit): "it took more than \(limit >> 20) MiB of memory"
            }
        }
    }

    func excess(
        of process: Int32, since start: ContinuousClock.Instant, _ clock: ContinuousClock
    ) -> Excess? {
        if let time, clock.now - start > time { return .time(time) }
        if let memory, Self.residentMemory(of: process) > memory { return .memory(memory) }
        return nil
    }

    /// The second number of `statm` (proc_pid_statm(5)), in pages.
    private static func residentMemory(of process: Int32) -> Int64 {
        let text = try? String(contentsOfFile: "/proc/\(process)/statm", encoding: .utf8)
        let pages = text?.split(separator: " ").dropFirst().first.flatMap { Int64($0) }
        return (pages ?? 0) * Int64(sysconf(Int32(_SC_PAGESIZE)))
    }
}

/// What the reference's method finds in one group of machines.
public struct CardiffGroup: Sendable {
    /// Counted from 0 as in the reference.
    public let number: Int
    /// By name.
    public let machines: [String]
    public let findings: [CardiffFinding]
    public let summaries: [CardiffSummary]
    /// Benchmarks that should have been there, such as the efficiencies of a block size.
    public let notRun: [NotRun]

    /// A benchmark nobody in the group ran.
    public struct NotRun: Sendable, Hashable {
        public let mode: String
        public let title: String
    }

    /// Machines that fall below their group in anything, in order.
    public var slowMachines: [String] {
        Set(findings.flatMap(\.curious).filter { !$0.isOver }.map(\.machine)).sorted()
    }

    /// Machines that are curious in anything, in order.
    public var curiousMachines: [String] {
        Set(findings.flatMap(\.curious).map(\.machine)).sorted()
    }
}

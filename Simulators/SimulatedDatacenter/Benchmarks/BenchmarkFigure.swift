/// One figure that a benchmark of a machine gives, named as the `hardware` tool names it.
public struct BenchmarkFigure: Sendable, Hashable {
    /// What the tool files it under: `cpu`, `disk` or `network`.
    public let kind: String
    /// The part of the machine, such as `logical_0` or `sda`.
    public let part: String
    /// Such as `loops_per_sec` or `standalone_read_1M_KBps`.
    public let name: String
    public let value: Double
}

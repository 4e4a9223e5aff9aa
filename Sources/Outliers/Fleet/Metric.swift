/// One figure that a benchmark gives of one part of a machine. More is better for all of them.
public struct Metric: Sendable, Hashable, Codable {
    public let family: MetricFamily
    /// As the facts have it, such as `loops_per_sec` or `standalone_read_1M_KBps`.
    public let name: String
    /// Which part, such as `sda` or `logical_0`; `logical` is all processors at once.
    public let device: String

    public init(_ family: MetricFamily, _ name: String, _ device: String) {
        self.family = family
        self.name = name
        self.device = device
    }
}

extension Metric: Comparable {
    public static func < (left: Metric, right: Metric) -> Bool {
        if left.family != right.family { return left.family < right.family }
        return left.name != right.name ? left.name < right.name : left.device < right.device
    }
}

extension Metric: CustomStringConvertible {
    public var description: String { "\(name) of \(device)" }

    /// What the figure counts.
    public var unit: String {
        if name.hasSuffix("IOps") { return "IO/s" }
        if name.hasSuffix("KBps") { return "KB/s" }
        switch name {
        case "loops_per_sec": return "loops/s"
        case "bogomips": return ""
        case "requests_per_sec": return "requests/s"
        default: return "MB/s"
        }
    }
}

/// What an introspection is to find out beyond what every ramdisk tells, as the kernel's command
/// line says it (``BootArgument/collectors``, ``BootArgument/benchmarks``).
public struct InspectionOrder: Sendable, Hashable, Codable {
    /// What collectors of ironic-python-agent find out besides the inventory.
    public enum Collector: String, Sendable, Hashable, Codable, CaseIterable {
        case inventory = "default"
        /// What the `hardware` tool finds out, and what it measures.
        case extraHardware = "extra-hardware"
        case lldp
        case devices = "pci-devices"
    }

    /// What the `hardware` tool measures.
    public enum Benchmark: String, Sendable, Hashable, Codable, CaseIterable {
        case processors = "cpu"
        case memory = "mem"
        case disks = "disk"
        case network = "net"
    }

    public let collectors: [Collector]
    public let benchmarks: [Benchmark]

    public init(collectors: [Collector], benchmarks: [Benchmark] = []) {
        self.collectors = collectors
        self.benchmarks = benchmarks
    }

    /// Reads it from a kernel's command line; nil where nothing is asked for. Words that nobody
    /// knows are passed over, as by the agent.
    public init?(_ arguments: [String: String]) {
        func words(_ name: String) -> [String] {
            (arguments[name] ?? "").split { $0 == "," || $0 == " " }.map(String.init)
        }
        let collectors = words(BootArgument.collectors).compactMap(Collector.init)
        guard !collectors.isEmpty else { return nil }
        self.init(
            collectors: collectors,
            benchmarks: words(BootArgument.benchmarks).compactMap(Benchmark.init))
    }

    /// What says it on a kernel's command line.
    public var arguments: [String: String] {
        var arguments = [
            BootArgument.collectors: collectors.map(\.rawValue).joined(separator: ",")
        ]
        if !benchmarks.isEmpty {
            arguments[BootArgument.benchmarks] =
                benchmarks.map(\.rawValue).joined(separator: ",")
        }
        return arguments
    }
}

/// What is to be measured on a machine, and how long.
package struct BenchmarkOrder: Sendable, Hashable {
    /// Whether disks may be written to, which destroys what is on them.
    package enum DiskWork: Sendable, Hashable { case readOnly, destructive }

    package var parts: [BenchmarkPart]
    package var disks: DiskWork
    /// Seconds of a test of processors, of memory and of disks, and those that a disk works before
    /// it is measured: the `hardware` tool's.
    package var processorSeconds = 10
    package var memorySeconds = 5
    package var diskSeconds = 10
    package var rampSeconds = 5

    package init(_ parts: [BenchmarkPart], disks: DiskWork = .readOnly) {
        self.parts = parts
        self.disks = disks
    }

    /// The same with tests of so many seconds, which scatter more the shorter they are.
    package func lasting(seconds: Int) -> BenchmarkOrder {
        var order = self
        (order.processorSeconds, order.memorySeconds) = (seconds, seconds)
        (order.diskSeconds, order.rampSeconds) = (seconds, min(rampSeconds, seconds))
        return order
    }
}

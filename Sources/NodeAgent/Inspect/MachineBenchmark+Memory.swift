import Facts

extension MachineBenchmark {
    /// Sizes of blocks, and their bytes.
    static var blocks: [(name: String, bytes: Int)] {
        [
            ("1K", 1 << 10), ("4K", 1 << 12), ("1M", 1 << 20), ("16M", 1 << 24),
            ("128M", 1 << 27), ("1G", 1 << 30), ("2G", 1 << 31),
        ]
    }

    /// A thread on each socket; then, where there are several processors, threads and processes on
    /// all of them.
    mutating func memory() async throws(NodeSystemError) -> [Fact] {
        guard logicalCount > 0 else {
            leaveOut("mem", "nobody tells how many processors there are")
            return []
        }
        guard let sysbench = try await sysbench(for: "mem") else { return [] }
        var facts: [Fact] = []
        for processor in firstProcessors() {
            for block in Self.blocks {
                facts += try await bandwidth(
                    "logical_\(processor)", "bandwidth_\(block.name)", block.bytes,
                    Sysbench.pinned(
                        sysbench.memory(
                            threads: 1, block: block.name, seconds: order.memorySeconds),
                        to: processor))
            }
        }
        guard logicalCount > 1 else { return facts }
        for block in Self.blocks {
            facts += try await bandwidth(
                "logical", "threaded_bandwidth_\(block.name)", block.bytes * logicalCount,
                sysbench.memory(
                    threads: logicalCount, block: block.name, seconds: order.memorySeconds))
        }
        for block in Self.blocks {
            let one = sysbench.memory(threads: 1, block: block.name, seconds: order.memorySeconds)
            facts += try await bandwidth(
                "logical", "forked_bandwidth_\(block.name)", block.bytes * logicalCount,
                Sysbench.forked(one, times: logicalCount))
        }
        return facts
    }

    private mutating func bandwidth(
        _ id: String, _ key: String, _ bytes: Int, _ words: [String]
    ) async throws(NodeSystemError) -> [Fact] {
        guard bytes <= freeBytes else {
            leaveOut("mem \(id) \(key)", "only \(freeBytes >> 20) MiB of memory are free")
            return []
        }
        let text = try await measured(words, order.memorySeconds)
        guard let bandwidth = SysbenchOutput.bandwidth(text ?? "") else {
            leaveOut("mem \(id) \(key)", "sysbench told no bandwidth")
            return []
        }
        return [Fact("cpu", id, key, "\(bandwidth)")]
    }

    /// What the kernel has free now, as earlier tests may have taken some.
    private var freeBytes: Int {
        let line = desk.text(of: "/proc/meminfo").split(separator: "\n").first {
            $0.hasPrefix("MemFree:")
        }
        let kibibytes = line?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
        return (kibibytes ?? 0) * 1_024
    }
}

import Facts

extension MachineBenchmark {
    /// Each disk by itself, then all at once; writing only where it was asked for, and never to a
    /// disk that is in use.
    mutating func disks() async throws(NodeSystemError) -> [Fact] {
        let disks = measuredDisks
        guard !disks.isEmpty else {
            leaveOut("disk", "there is none")
            return []
        }
        guard desk.has("fio") else {
            leaveOut("disk", "fio is not installed")
            return []
        }
        let writable = order.disks == .destructive ? disks.filter { mayWrite($0) } : []
        var facts: [Fact] = []
        for disk in disks {
            if writable.contains(disk) { facts += try await work([disk], Self.writes) }
            facts += try await work([disk], Self.reads)
        }
        guard disks.count > 1 else { return facts }
        if writable.count > 1 { facts += try await work(writable, Self.writes) }
        return try await facts + work(disks, Self.reads)
    }

    private static var reads: [(pattern: String, block: String)] {
        [("read", "1M"), ("randread", "4k")]
    }
    private static var writes: [(pattern: String, block: String)] {
        [("write", "1M"), ("randwrite", "4k")]
    }

    /// Disks that the kernel has; those behind a controller are named `1I:1:2`.
    private var measuredDisks: [String] {
        machine.filter { fact in
            fact.kind == "disk" && fact.key == "size" && !fact.id.contains("I:")
                && desk.exists("/sys/block/\(fact.id)")
        }.map(\.id)
    }

    /// Notes why not.
    private mutating func mayWrite(_ disk: String) -> Bool {
        guard let use = DiskUse(of: disk, told: desk).reason else { return true }
        leaveOut("disk \(disk) writing", use)
        return false
    }

    private mutating func work(
        _ disks: [String], _ jobs: [(pattern: String, block: String)]
    ) async throws(NodeSystemError) -> [Fact] {
        var facts: [Fact] = []
        for job in jobs { facts += try await fio(disks, job.pattern, job.block) }
        return facts
    }

    private mutating func fio(
        _ disks: [String], _ pattern: String, _ block: String
    ) async throws(NodeSystemError) -> [Fact] {
        let load = disks.count > 1 ? FioOutput.Load.simultaneous : .standalone
        var words = [
            "fio", "--ioengine=libaio", "--invalidate=1", "--ramp_time=\(order.rampSeconds)",
            "--iodepth=32", "--runtime=\(order.diskSeconds)", "--time_based", "--direct=1",
            "--output-format=json", "--bs=\(block)", "--rw=\(pattern)",
            "--random_generator=tausworthe64",
        ]
        // A reader that opened a disk for writing would be refused on one that is mounted.
        if pattern.contains("read") { words.append("--readonly") }
        for disk in disks { words += ["--name=MYJOB-\(disk)", "--filename=/dev/\(disk)"] }
        let text = try await measured(words, order.rampSeconds + order.diskSeconds) ?? ""
        // What fio has to say beside stands before the document.
        let document = String(text.drop { $0 != "{" })
        let facts = desk.read { () throws(FactDocumentError) in
            try FioOutput.facts(document, pattern: pattern, blockSize: block, load: load)
        }
        for disk in disks where !facts.contains(where: { $0.id == disk }) {
            leaveOut(
                "disk \(disk) \(load.rawValue)_\(pattern)_\(block)",
                desk.complaint ?? "fio measured nothing")
        }
        return facts
    }
}

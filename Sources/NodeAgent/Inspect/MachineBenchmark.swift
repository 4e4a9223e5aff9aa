package import Facts

/// Measures a machine as the `hardware` tool does, by sysbench and fio, and names what it could not
/// measure.
package struct MachineBenchmark<System: NodeSystem> {
    var desk: ToolDesk<System>
    let order: BenchmarkOrder
    /// What the machine is, where processors and disks are told.
    let machine: [Fact]

    /// - Parameter machine: facts such as ``HardwareCollector`` finds.
    package init(_ order: BenchmarkOrder, of machine: [Fact], on system: System) {
        desk = ToolDesk(system)
        self.order = order
        self.machine = machine
    }

    /// What was not measured, and why.
    package var remarks: [String] { desk.remarks }

    /// - Throws: once the work is stopped.
    package mutating func facts() async throws(NodeSystemError) -> [Fact] {
        var facts: [Fact] = []
        for part in BenchmarkPart.allCases where order.parts.contains(part) {
            switch part {
            case .cpu: facts += try await processors()
            case .mem: facts += try await memory()
            case .disk: facts += try await disks()
            case .net: network()
            }
        }
        return facts
    }

    mutating func leaveOut(_ what: String, _ why: String) {
        desk.note("not measured: \(what): \(why)")
    }

    /// A network needs somebody at its other end who answers, and nobody is named to an agent.
    private mutating func network() {
        let tools = ["netperf", "iperf3", "iperf"].filter { desk.has($0) }
        leaveOut(
            "net",
            tools.isEmpty
                ? "neither netperf nor iperf is installed" : "no machine answers \(tools[0])")
    }

    // MARK: Processors

    var logicalCount: Int {
        machine.first { $0.kind == "cpu" && $0.id == "logical" && $0.key == "number" }
            .flatMap { Int($0.value) } ?? 0
    }

    /// The first processor of every socket. The reference takes the socket's number for the
    /// processor's, and so may measure one socket twice.
    func firstProcessors() -> [Int] {
        var sockets: Set<String> = []
        let found = (0..<min(logicalCount, InspectLimits.processors)).filter { processor in
            let folder = "/sys/devices/system/cpu/cpu\(processor)"
            guard let socket = desk.value("\(folder)/topology/physical_package_id") else {
                return false
            }
            return sockets.insert(socket).inserted
        }
        return found.isEmpty ? [0] : found
    }

    private mutating func processors() async throws(NodeSystemError) -> [Fact] {
        guard logicalCount > 0 else {
            leaveOut("cpu", "nobody tells how many processors there are")
            return []
        }
        guard let sysbench = try await sysbench(for: "cpu") else { return [] }
        let text = desk.text(of: "/proc/cpuinfo")
        let seconds = order.processorSeconds
        var facts: [Fact] = []
        for processor in firstProcessors() {
            facts += ProcessorInfoOutput.facts(text, processor: processor)
            let command = sysbench.processors(threads: 1, seconds: seconds)
            facts += try await loops(command, "logical_\(processor)", on: processor)
        }
        let command = sysbench.processors(threads: logicalCount, seconds: seconds)
        return try await facts + loops(command, "logical", on: nil)
    }

    private mutating func loops(
        _ command: [String], _ id: String, on processor: Int?
    ) async throws(NodeSystemError) -> [Fact] {
        let seconds = order.processorSeconds
        let text = try await measured(Sysbench.pinned(command, to: processor), seconds)
        guard let loops = SysbenchOutput.loopsPerSecond(text ?? "", seconds: seconds) else {
            leaveOut("cpu \(id)", "sysbench told no number of events")
            return []
        }
        return [Fact("cpu", id, "loops_per_sec", "\(loops)")]
    }

    /// - Returns: nil where it is not installed, which is noted.
    mutating func sysbench(for part: String) async throws(NodeSystemError) -> Sysbench? {
        guard desk.has("sysbench") else {
            leaveOut(part, "sysbench is not installed")
            return nil
        }
        return Sysbench(version: try await desk.text("sysbench", ["--version"]) ?? "")
    }

    mutating func measured(
        _ words: [String], _ seconds: Int
    ) async throws(NodeSystemError) -> String? {
        try await desk.text(
            words[0], Array(words.dropFirst()), limit: .seconds(seconds) + InspectLimits.spare)
    }
}

import Documents
import Facts
import NodeAgent
import OrderedCollections
import Testing

/// What an agent finds out about a machine, with tools that are functions.
@Suite struct MachineInspectionTests {
    static let disks = [
        "/sys/block/sda/size": "1953525168\n", "/sys/block/sda/dev": "8:0\n",
        "/sys/block/sda/sda1/dev": "8:1\n", "/sys/block/sda/device/model": "HUA722010 \n",
        "/sys/block/sda/queue/scheduler": "none [mq-deadline] bfq\n",
        "/sys/block/sdb/size": "1953525168\n", "/sys/block/sdb/dev": "8:16\n",
        "/sys/block/sdb/device/model": "HUA722010 \n",
        "/proc/self/mountinfo": "21 1 8:1 / / rw - ext4 /dev/root rw\n",
        "/proc/swaps": "Filename Type\n",
    ]

    static let processors = [
        "/sys/devices/system/cpu/cpu0/topology/physical_package_id": "0\n",
        "/sys/devices/system/cpu/cpu1/topology/physical_package_id": "0\n",
        "/sys/devices/system/cpu/cpu2/topology/physical_package_id": "1\n",
        "/sys/devices/system/cpu/cpu3/topology/physical_package_id": "1\n",
        "/proc/cpuinfo": "processor\t: 0\nbogomips\t: 5192.29\n\nprocessor\t: 2\n"
            + "cache size\t: 1024 KB\nbogomips\t: 5192.30\n",
        "/proc/meminfo": "MemTotal: 16264072 kB\nMemFree: 1048576 kB\n",
    ]

    static let lscpu = "CPU(s): 4\nSocket(s): 2\nCore(s) per socket: 2\nModel name: X\n"

    private static func said(_ text: String) -> MemoryNodeSystem.Program {
        { _ in CommandResult(status: 0, output: Array(text.utf8)) }
    }

    private static func sysbench(_ command: NodeCommand) -> CommandResult {
        let words = command.arguments
        let text =
            words.contains { $0.contains("version") } || words.last == "--version"
            ? "sysbench 1.0.20\n"
            : words.contains { $0.contains("memory") }
                ? "1911.48 MiB transferred (382.24 MiB/sec)\n"
                : "    total number of events:              1230\n"
        return CommandResult(status: 0, output: Array(text.utf8))
    }

    private static func fio(_ command: NodeCommand) -> CommandResult {
        let side = command.arguments.contains { $0.hasPrefix("--rw=") && $0.hasSuffix("write") }
        let jobs = command.arguments.filter { $0.hasPrefix("--name=") }.map { name in
            let figures = "{\"bw\": 1000, \"iops\": 250.5, \"runtime\": 10}"
            let none = "{\"bw\": 0, \"iops\": 0, \"runtime\": 0}"
            return """
                {"jobname": "\(name.dropFirst(7))", "read": \(side ? none : figures), \
                "write": \(side ? figures : none)}
                """
        }
        let text = "note: queue depth\n{\"jobs\": [\(jobs.joined(separator: ", "))]}"
        return CommandResult(status: 0, output: Array(text.utf8))
    }

    private static func system(
        _ files: [String: String] = disks.merging(processors) { first, _ in first },
        without missing: Set<String> = []
    ) -> MemoryNodeSystem {
        var programs: [String: MemoryNodeSystem.Program] = [
            "lscpu": said(lscpu), "sysbench": sysbench, "taskset": sysbench, "fio": fio,
            "sh": { _ in
                let line = "1 MiB transferred (100.00 MiB/sec)\n"
                return CommandResult(status: 0, output: Array((line + line).utf8))
            },
        ]
        for name in ["sysbench", "fio"] where !missing.contains(name) {
            programs["/usr/bin/\(name)"] = said("")
        }
        return MemoryNodeSystem(files, programs: programs)
    }

    private struct Silence: LinkListener {
        func lldpFrames(
            on interfaces: [String], within limit: Duration
        ) throws(NodeSystemError) -> [String: [UInt8]] {
            throw NodeSystemError("eth0: Operation not permitted")
        }
    }

    private func inspect(
        _ order: BenchmarkOrder, _ system: MemoryNodeSystem = system()
    ) async throws -> MachineInspection {
        try await MachineInspection(
            .init(.hardware, benchmark: order), on: system, listener: Silence())
    }

    @Test func `processors are measured one on each socket, then all at once`() async throws {
        let found = try await inspect(BenchmarkOrder([.cpu])).facts
        for (id, key, value) in [
            ("logical_0", "loops_per_sec", "123"), ("logical_2", "loops_per_sec", "123"),
            ("logical", "loops_per_sec", "123"), ("logical_0", "bogomips", "5192.29"),
            ("logical_2", "cache_size", "1024KB"),
        ] {
            #expect(found.contains(Fact("cpu", id, key, value)))
        }
        #expect(found.count { $0.key == "loops_per_sec" } == 3)
    }

    @Test func `blocks that do not fit into free memory are left out by name`() async throws {
        let inspection = try await inspect(BenchmarkOrder([.mem]))
        let keys = inspection.facts.filter { $0.key.contains("bandwidth_") }
        #expect(keys.contains(Fact("cpu", "logical_2", "bandwidth_1G", "382")))
        #expect(keys.contains(Fact("cpu", "logical", "threaded_bandwidth_128M", "382")))
        #expect(keys.contains(Fact("cpu", "logical", "forked_bandwidth_4K", "200")))
        #expect(!keys.contains { $0.key == "threaded_bandwidth_1G" || $0.key == "bandwidth_2G" })
        let remark =
            "not measured: mem logical forked_bandwidth_1G: only 1024 MiB of memory are free"
        #expect(inspection.remarks.contains(remark))
    }

    @Test func `disks are read one by one and together, and written to by nobody`() async throws {
        let system = Self.system()
        let facts = try await inspect(BenchmarkOrder([.disk]), system).facts
        for key in ["standalone_read_1M_KBps", "simultaneous_randread_4k_KBps"] {
            #expect(facts.contains(Fact("disk", "sda", key, "1000")))
        }
        #expect(facts.contains(Fact("disk", "sdb", "standalone_randread_4k_IOps", "250.5")))
        #expect(facts.contains(Fact("disk", "sda", "scheduler", "mq-deadline")))
        let runs = system.commands.filter { $0.path == "fio" }.map(\.arguments)
        #expect(runs.count == 6 && runs.allSatisfy { $0.contains("--readonly") })
    }

    @Test func `a disk that is in use is not written to even if that was asked for`() async throws {
        let system = Self.system()
        let inspection = try await inspect(
            BenchmarkOrder([.disk], disks: .destructive), system)
        let writing = system.commands.filter { command in
            command.path == "fio" && command.arguments.contains { $0.contains("write") }
        }
        #expect(writing.count == 2)
        #expect(writing.allSatisfy { !$0.arguments.contains("--filename=/dev/sda") })
        #expect(inspection.remarks.contains("not measured: disk sda writing: it is mounted"))
        let written = inspection.facts.filter { $0.key.contains("write_") }
        #expect(Set(written.map(\.id)) == ["sdb"])
    }

    @Test func `where nobody tells what is mounted no disk is written to`() async throws {
        var files = Self.disks.merging(Self.processors) { first, _ in first }
        files["/proc/self/mountinfo"] = nil
        let system = Self.system(files)
        _ = try await inspect(BenchmarkOrder([.disk], disks: .destructive), system)
        #expect(!system.commands.contains { $0.arguments.contains { $0.contains("write") } })
    }

    @Test func `what no tool is there for is named as not measured`() async throws {
        let order = BenchmarkOrder(BenchmarkPart.allCases)
        let remarks = try await inspect(
            order, Self.system(without: ["sysbench", "fio"])
        ).remarks
        for remark in [
            "not measured: cpu: sysbench is not installed",
            "not measured: mem: sysbench is not installed",
            "not measured: disk: fio is not installed",
            "not measured: net: neither netperf nor iperf is installed",
        ] {
            #expect(remarks.contains(remark))
        }
    }

    @Test func `what a switch says is told as ironic-python-agent does`() async throws {
        struct Switch: LinkListener {
            func lldpFrames(
                on interfaces: [String], within limit: Duration
            ) throws(NodeSystemError) -> [String: [UInt8]] {
                let head: [UInt8] = Array(repeating: 0, count: 12) + [0x88, 0xCC]
                let units: [UInt8] = [2, 3, 4, 0xAB, 0x0C, 4, 2, 7, 9, 0, 0, 0xFF]
                return interfaces.contains("eth0") ? ["eth0": head + units] : [:]
            }
        }
        let files = [
            "/sys/class/net/eth0/address": "52:54:00:4e:3d:30\n",
            "/sys/class/net/eth0/carrier": "1\n", "/sys/class/net/eth0/device/vendor": "0x1\n",
            "/sys/class/net/eth1/address": "52:54:00:4e:3d:31\n",
            "/sys/class/net/eth1/carrier": "1\n", "/sys/class/net/eth1/device/vendor": "0x1\n",
        ]
        let order = MachineInspection.Order(.inventory, listening: .seconds(30))
        let heard = try await MachineInspection(
            order, on: MemoryNodeSystem(files), listener: Switch())
        let links = heard.document["inventory"]?["interfaces"]?.list
        #expect(links?[0]["lldp"] == [[1, "04ab0c"], [2, "0709"], [0, ""]])
        let remark = "LLDP of eth1: not captured: no switch was heard in 30.0 seconds"
        #expect(heard.remarks == [remark])
        let deaf = try await MachineInspection(
            order, on: MemoryNodeSystem(files), listener: Silence())
        #expect(deaf.remarks == ["LLDP: not captured: eth0: Operation not permitted"])
    }
}

import Facts
import Foundation
import Testing

/// Outputs of real tools, and what the `hardware` tool's own tests expect of them.
@Suite(.enabled(if: HardwareInputs.arePresent, "there is no ../shared beside this clone"))
struct ToolOutputTests {
    private func text(_ path: String) throws -> String {
        try String(
            decoding: Data(contentsOf: HardwareInputs.folder.appending(path: path)), as: UTF8.self)
    }

    private func expected(_ path: String) throws -> [Fact] {
        try FactDocument(text("inline/\(path).json"), origin: path).facts
    }

    /// Order is the reference's chance, as its tables of fields are unordered in part.
    private func agree(_ found: [Fact], _ path: String) throws {
        let wanted = try expected(path)
        #expect(found.sorted() == wanted.sorted())
        let (extra, lost) = (Set(found).subtracting(wanted), Set(wanted).subtracting(found))
        #expect(
            extra.isEmpty && lost.isEmpty, "too much: \(extra.sorted()), lost: \(lost.sorted())")
    }

    @Test(
        "processors are read as lscpu tells them",
        arguments: [
            ("lscpu", "lscpux", "GET_CPUS_RESULT"),
            ("lscpu-7302", "lscpu-7302x", "GET_CPUS_7302_RESULT"),
            ("lscpu-vm", "lscpu-vmx", "GET_CPUS_VM_RESULT"),
            ("lscpu_aarch64", "lscpux_aarch64", "GET_CPUS_AARCH64_RESULT"),
            ("lscpu_ppc64le", "lscpux_ppc64le", "GET_CPUS_PPC64LE"),
        ])
    func processors(plain: String, masks: String, result: String) throws {
        let found = LSCPUOutput.facts(
            try text("samples/\(plain)"), masks: try text("samples/\(masks)"))
        try agree(
            found.filter { $0.key != "governor" }, "detect_utils_results/\(result)")
    }

    @Test("disks are read as smartctl tells them")
    func disks() throws {
        let ata = SmartctlOutput.facts(try text("samples/smartctl_ata"), disk: "fake")
        try agree(ata, "smart_utils_results/READ_SMART_ATA_RESULT")
        let spinning = SmartctlOutput.facts(try text("samples/smartctl_ata_hdd"), disk: "fake")
        try agree(spinning, "smart_utils_results/READ_SMART_ATA_HDD_RESULT")
        let odd = SmartctlOutput.facts(try text("samples/smartctl_ata_decode_ignore"), disk: "fake")
        try agree(odd, "smart_utils_results/READ_SMART__ATA_DECODE_IGNORE_RESULT")
        let scsi = SmartctlOutput.facts(try text("samples/smartctl_scsi"), disk: "fake")
        try agree(scsi, "smart_utils_results/READ_SMART_SCSI_RESULT")
        let nvme = SmartctlOutput.facts(try text("samples/smartctl_nvme"), disk: "fake_nvme")
        try agree(nvme, "smart_utils_results/READ_SMART_NVME_RESULT")
    }

    @Test("controllers' sensors and network are read as ipmitool tells them")
    func controllers() throws {
        let sensors = IPMIToolOutput.sensors(try text("samples/parse_ipmi_sdr"))
        try agree(sensors, "ipmi_results/IPMI_SDR_RESULT")
        let network = IPMIToolOutput.network(try text("samples/ipmi_lan_info"))
        #expect(network.contains(Fact("ipmi", "lan", "ip-address", "10.151.68.13")))
        #expect(network.contains(Fact("ipmi", "lan", "mac-address", "00:30:48:f4:4d:83")))
    }

    @Test("interfaces and their neighbours are read as ethtool and lldptool tell them")
    func interfaces() throws {
        let features = EthtoolOutput.facts(try text("samples/ethtool_k"), interface: "enp0s25")
        try agree(features, "test_ethtool/ETHTOOL_K_RESULTS")
        for (sample, result) in [("lldptool_tin", "TIN"), ("lldptool_tin2", "TIN2")] {
            let found = LLDPToolOutput.facts(try text("samples/\(sample)"), interface: "eth0")
            try agree(found, "test_lldp/LLDPTOOL_\(result)_RESULTS")
        }
    }

    @Test("benchmarks are read as sysbench and fio tell them")
    func benchmarks() throws {
        let cpu = try text("inline/test_benchmark_cpu/SYSBENCH_OUTPUT.txt")
        #expect(SysbenchOutput.loopsPerSecond(cpu, seconds: 10) == 123)
        let memory = try text("inline/test_benchmark_mem/SYSBENCH_OUTPUT.txt")
        #expect(SysbenchOutput.bandwidth(memory) == 382)
        #expect(SysbenchOutput.bandwidth(memory + "\n" + memory) == 764)
        #expect(SysbenchOutput.bandwidth("") == nil)
        let disk = try FioOutput.facts(
            text("inline/test_benchmark_disk/FIO_OUTPUT_READ.txt"), pattern: "randread",
            blockSize: "4k", load: .standalone)
        let wanted = try expected("test_benchmark_disk/DISK_PERF_EXPECTED")
        #expect(disk.count == 2 && Set(disk).isSubset(of: wanted))
        #expect(throws: FactDocumentError.self) {
            try FioOutput.facts("{\"jobs\": [", pattern: "read", blockSize: "1M", load: .standalone)
        }
    }

    @Test("Smart Arrays are read as hpacucli and hpssacli tell them")
    func smartArrays() throws {
        func table(_ name: String) throws -> [String: String] {
            let text = try text("inline/test_hpacucli/\(name).json")
            return try JSONDecoder().decode([String: String].self, from: Data(text.utf8))
        }
        func output(_ name: String) throws -> String {
            try text("inline/test_hpacucli/\(name).txt")
        }
        let controller = SmartArrayOutput.details(try output("CTRL_SHOW_OUTPUT"))
        #expect(controller == (try table("CTRL_SHOW_RESULT")))
        for suffix in ["", "_HPSSACLI"] {
            let disk = SmartArrayOutput.details(try output("CTRL_PD_SHOW_OUTPUT\(suffix)"))
            #expect(disk == (try table("CTRL_PD_SHOW_RESULT\(suffix)")))
        }
        for (file, result) in [("OUTPUT2", "RESULT2"), ("OUTPUT_HPSSACLI", "RESULT_HPSSACLI")] {
            let disk = SmartArrayOutput.logicalDisk(try output("CTRL_LD_SHOW_\(file)"))
            #expect(disk == (try table("CTRL_LD_SHOW_\(result)")))
        }
        let disk = SmartArrayOutput.logicalDisk(try text("samples/ctrl_ld_show"))
        #expect(disk == (try table("CTRL_LD_SHOW_RESULT")))
        let arrays = SmartArrayOutput.arrays(try output("CTRL_PD_ALL_SHOW_OUTPUT"))
        #expect(arrays.count == 7)
        #expect(arrays[0].disks[1] == ["2I:1:8", "Solid State SATA", "100 GB", "OK"])
        let loose = SmartArrayOutput.arrays(try output("CTRL_PD_ALL_SHOW_UNASSIGNED_OUTPUT"))
        #expect(loose.map(\.name) == ["unassigned"] && loose[0].disks.count == 8)
        let logical = SmartArrayOutput.arrays(try output("CTRL_LD_ALL_SHOW_OUTPUT"))
        #expect(logical[0].disks == [["1", "93.1 GB", "RAID 1", "OK"]])
    }

    @Test("InfiniBand cards are read as ibstat tells them")
    func infiniband() throws {
        let card = IbstatOutput.card(
            try text("inline/test_infiniband/IBSTAT_CARD_S.txt"), card: "mlx4_0",
            number: 0)
        #expect(card.contains(Fact("infiniband", "card0", "fw_version", "2.9.1000")))
        #expect(card.count == 7)
        let port = IbstatOutput.port(
            try text("inline/test_infiniband/IBSTAT_CARD_PORT.txt"), card: 0, port: 2)
        #expect(port.contains(Fact("infiniband", "card0_port2", "physical_state", "Polling")))
        #expect(port.contains(Fact("infiniband", "card0_port2", "state", "Down")))
    }

    @Test(
        "outputs that are cut short anywhere are read without harm",
        arguments: [
            "lscpu", "smartctl_ata", "smartctl_scsi", "parse_ipmi_sdr", "ethtool_k",
            "lldptool_tin2",
        ])
    func truncation(sample: String) throws {
        let whole = try text("samples/\(sample)")
        let most = facts(whole, sample).count
        #expect(most > 0)
        for length in stride(from: 0, to: whole.count, by: 97) {
            #expect(facts(String(whole.prefix(length)), sample).count <= most)
        }
    }

    private func facts(_ text: String, _ sample: String) -> [Fact] {
        switch sample {
        case "lscpu": LSCPUOutput.facts(text, masks: text)
        case "parse_ipmi_sdr": IPMIToolOutput.sensors(text)
        case "ethtool_k": EthtoolOutput.facts(text, interface: "enp0s25")
        case "lldptool_tin2": LLDPToolOutput.facts(text, interface: "eth0")
        default: SmartctlOutput.facts(text, disk: "sda")
        }
    }
}

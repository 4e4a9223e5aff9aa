package import Facts

/// What the `hardware` tool finds out about a Linux machine, by the same tools in its order, where
/// they are installed. What cannot be found out is left out, and named.
package struct HardwareCollector<System: NodeSystem> {
    var desk: ToolDesk<System>

    package init(on system: System) { desk = ToolDesk(system) }

    /// What could not be found out, and why.
    package var remarks: [String] { desk.remarks }

    /// - Throws: once the work is stopped.
    package mutating func facts() async throws(NodeSystemError) -> [Fact] {
        var facts = try await areca()
        facts += try await smartArrays()
        facts += try await megaRAID()
        facts += try await disks()
        facts += try await machine()
        facts += try await processors()
        facts += try await software()
        facts += try await controller()
        facts += try await infiniband()
        facts += temperatures()
        facts += try await clock()
        facts += try await auxiliaryVector()
        facts += try await kernelLog()
        facts += try await firmwareSettings(facts)
        return facts
    }

    // MARK: System

    /// Of lshw, with what other tools say of its interfaces.
    private mutating func machine() async throws(NodeSystemError) -> [Fact] {
        guard let text = try await desk.text("lshw", ["-xml", "-quiet"]) else { return [] }
        let uuid = try await desk.text("dmidecode", ["-t", "1"]).flatMap(DMIOutput.uuid)
        let lengths = IPAddressOutput.prefixLengths(
            try await desk.text("ip", ["-o", "-4", "addr", "show"]) ?? "")
        let context = LSHWOutput.Context(uuid: uuid, prefixLength: { lengths[$0] })
        var facts = desk.read { () throws(FactDocumentError) in
            try LSHWOutput.facts(text, context: context)
        }
        for interface in LSHWOutput.interfaces(facts) {
            facts += try await self.interface(interface)
        }
        return facts
    }

    private mutating func interface(_ name: String) async throws(NodeSystemError) -> [Fact] {
        var facts: [Fact] = []
        for option in ["-a", "-k"] {
            let text = try await desk.text("ethtool", [option, name]) ?? ""
            facts += EthtoolOutput.facts(text, interface: name)
        }
        if let text = try await desk.text("lldptool", ["-t", "-n", "-i", name]) {
            facts += LLDPToolOutput.facts(text, interface: name)
        }
        return facts
    }

    private mutating func processors() async throws(NodeSystemError) -> [Fact] {
        guard let plain = try await desk.text("lscpu") else { return [] }
        let masks = try await desk.text("lscpu", ["-x"]) ?? ""
        var facts = LSCPUOutput.facts(plain, masks: masks)
        let folder = "/sys/devices/system/cpu"
        if let value = desk.value("\(folder)/smt/control") {
            facts.append(Fact("cpu", "physical", "smt", value))
        }
        let boost = desk.value("\(folder)/cpufreq/boost")
        for socket in facts.filter({ $0.key == "cores" }).map(\.id) {
            guard let boost else { break }
            facts.append(Fact("cpu", socket, "boost", boost == "1" ? "enabled" : "disabled"))
        }
        let count = facts.first { $0.id == "logical" && $0.key == "number" }
        for processor in 0..<min(count.flatMap { Int($0.value) } ?? 0, InspectLimits.processors) {
            let governor =
                desk.value("\(folder)/cpufreq/policy\(processor)/scaling_governor")
                ?? desk.value("\(folder)/cpu\(processor)/cpufreq/scaling_governor")
            guard let governor else { continue }
            facts.append(Fact("cpu", "logical_\(processor)", "governor", governor))
        }
        return facts
    }

    private mutating func software() async throws(NodeSystemError) -> [Fact] {
        var facts: [Fact] = []
        for (id, key, tool, option) in [
            ("os", "vendor", "lsb_release", "-is"), ("os", "version", "lsb_release", "-ds"),
            ("kernel", "version", "uname", "-r"), ("kernel", "arch", "uname", "-m"),
        ] {
            let text = try await desk.text(tool, [option]) ?? ""
            let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
            let value = line.filter { $0 != "\"" }
            if !value.isEmpty { facts.append(Fact("system", id, key, value)) }
        }
        let line = desk.value("/proc/cmdline")
        return facts + (line.map { [Fact("system", "kernel", "cmdline", $0)] } ?? [])
    }

    private mutating func clock() async throws(NodeSystemError) -> [Fact] {
        let text = try await desk.text("timedatectl", ["status", "--no-pager"]) ?? ""
        return [Fact("system", "rtc", "utc", TimedateOutput.localClock(text) ?? "unknown")]
    }

    private mutating func auxiliaryVector() async throws(NodeSystemError) -> [Fact] {
        let command = NodeCommand(
            "true", environment: [EnvironmentEntry("LD_SHOW_AUXV", "1")],
            limit: InspectLimits.answer)
        guard let result = try? await desk.system.run(command) else { return [] }
        return AuxiliaryVectorOutput.facts(String(decoding: result.output, as: UTF8.self))
    }

    private mutating func kernelLog() async throws(NodeSystemError) -> [Fact] {
        KernelLogOutput.facts(try await desk.text("dmesg") ?? "")
    }

    /// HP's own, and only on its machines.
    private mutating func firmwareSettings(
        _ facts: [Fact]
    ) async throws(NodeSystemError) -> [Fact] {
        let vendor = facts.first {
            $0.kind == "system" && $0.id == "product" && $0.key == "vendor"
        }?.value
        guard let vendor, ["HP", "HPE"].contains(vendor), desk.has("hp-conrep") else { return [] }
        let path = "/run/updraft-conrep.dat"
        guard try await desk.text("hp-conrep", ["--save", "-f", path]) != nil else { return [] }
        let text = desk.text(of: path)
        try? desk.system.remove(path)
        return desk.read { () throws(FactDocumentError) in try ConrepOutput.facts(text) }
    }

    /// Of the kernel's `coretemp`, beside its platform device or below its `hwmon` one.
    private func temperatures() -> [Fact] {
        let root = "/sys/devices/platform"
        return desk.names(in: root).filter { $0.hasPrefix("coretemp.") }.flatMap { entry in
            let monitors = desk.names(in: "\(root)/\(entry)/hwmon")
                .map { "\(root)/\(entry)/hwmon/\($0)" }
            let socket = entry.dropFirst("coretemp.".count)
            return (["\(root)/\(entry)"] + monitors).flatMap { temperatures(in: $0, "\(socket)") }
        }
    }

    private func temperatures(in folder: String, _ socket: String) -> [Fact] {
        let labels = desk.names(in: folder).filter {
            $0.hasPrefix("temp") && $0.hasSuffix("_label")
        }
        return labels.flatMap { label -> [Fact] in
            guard let name = desk.value("\(folder)/\(label)") else { return [] }
            let sensor = label.dropLast("_label".count)
            return [
                ("input", "temperature"), ("max", "max"), ("crit", "critical"),
                ("crit_alarm", "critical_alarm"),
            ].compactMap { file, key in
                desk.value("\(folder)/\(sensor)_\(file)").map {
                    Fact(
                        "cpu", "physical_\(socket)",
                        "\(name.replacing(" ", with: "_"))/\(key)", $0)
                }
            }
        }
    }
}

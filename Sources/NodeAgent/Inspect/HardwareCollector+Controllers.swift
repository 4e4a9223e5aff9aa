import Facts
import OrderedCollections

/// RAID controllers are asked by their makers' tools, where somebody installed these.
extension HardwareCollector {
    // MARK: Areca

    mutating func areca() async throws(NodeSystemError) -> [Fact] {
        guard desk.has("cli64") else { return [] }
        let system = ArecaOutput.table(try await desk.text("cli64", ["sys", "info"]) ?? "")
        guard system["ControllerName"] != nil else { return [] }
        // The tool asks for its factory password before it tells more.
        _ = try await desk.text("cli64", ["set", "password=0000"])
        var facts = ArecaOutput.facts(system, part: "system")
        for (words, part, order) in [
            ("adsys info", "system", ArecaOutput.Order.forward),
            ("sys showcfg", "config", .forward), ("hw info", "hardware", .backward),
            ("hddpwr info", "power", .forward),
        ] {
            let text = try await desk.text("cli64", words.split(separator: " ").map(String.init))
            facts += ArecaOutput.facts(ArecaOutput.table(text ?? "", order: order), part: part)
        }
        for number in 1...InspectLimits.arecaDisks {
            let text = try await desk.text("cli64", ["disk", "info", "drv=\(number)"])
            let table = ArecaOutput.table(text ?? "")
            guard table.values.count > 1 else { break }
            facts += ArecaOutput.facts(table, part: "disk\(number)")
        }
        return facts
    }

    // MARK: HP

    mutating func smartArrays() async throws(NodeSystemError) -> [Fact] {
        guard let tool = ["ssacli", "hpssacli", "hpacucli"].first(where: { desk.has($0) }) else {
            return []
        }
        let text = try await desk.text(tool, ["ctrl", "all", "show"]) ?? ""
        let controllers = SmartArrayOutput.controllers(text).prefix(InspectLimits.controllers)
        guard !controllers.isEmpty else { return [] }
        var report = SmartArrayReport(controllers: controllers.count)
        for controller in controllers {
            let slot = "slot=\(controller.slot)"
            let own = try await desk.text(tool, ["ctrl", slot, "show"]) ?? ""
            report.add(controller: own, slot: controller.slot)
            let disks = try await desk.text(tool, ["ctrl", slot, "pd", "all", "show"]) ?? ""
            for disk in SmartArrayOutput.arrays(disks).flatMap(\.disks) {
                let told = try await desk.text(tool, ["ctrl", slot, "pd", disk[0], "show"]) ?? ""
                report.add(disk: disk, details: told, slot: controller.slot)
            }
        }
        return report.facts
    }

    // MARK: LSI

    mutating func megaRAID() async throws(NodeSystemError) -> [Fact] {
        guard let tool = ["megacli", "MegaCli", "MegaCli64"].first(where: { desk.has($0) }) else {
            return []
        }
        func ask(_ words: String) async throws(NodeSystemError) -> String {
            let words = words.split(separator: " ").map(String.init)
            return try await desk.text(tool, ["-"] + words) ?? ""
        }
        let count = min(
            MegaCLIOutput.controllers(try await ask("adpCount")), InspectLimits.controllers)
        guard count > 0 else { return [] }
        var report = MegaRAIDReport(controllers: count)
        for number in 0..<count {
            report.add(controller: try await ask("adpallinfo -a\(number)"), number: number)
            let enclosures = MegaCLIOutput.enclosures(try await ask("EncInfo -a\(number)"))
            for enclosure in enclosures {
                report.add(enclosure, controller: number)
                guard let device = enclosure.device else { continue }
                for slot in 0..<min(max(0, enclosure.slots), InspectLimits.slots) {
                    let disk = try await ask("pdinfo -PhysDrv[\(device):\(slot)] -a\(number)")
                    report.add(disk: disk, slot: slot)
                }
            }
            report.addSize()
            let logical = MegaCLIOutput.logicalDisks(
                try await ask("LDGetNum -a\(number)"), controller: number)
            for disk in 0..<min(max(0, logical), InspectLimits.slots) {
                report.add(
                    logicalDisk: try await ask("LDInfo -L\(disk) -a\(number)"), number: disk)
            }
        }
        return report.facts
    }

    // MARK: BMC and InfiniBand

    mutating func controller() async throws(NodeSystemError) -> [Fact] {
        let devices = ["/dev/ipmi0", "/dev/ipmi/0", "/dev/ipmidev/0"]
        guard devices.contains(where: { desk.exists($0) }) else { return [] }
        var facts: [Fact] = []
        for channel in 0..<InspectLimits.channels {
            let text = try await desk.text("ipmitool", ["channel", "info", "\(channel)"]) ?? ""
            guard text.contains("Volatile") else { continue }
            facts.append(Fact("system", "ipmi", "channel", "\(channel)"))
            break
        }
        facts += IPMIToolOutput.network(try await desk.text("ipmitool", ["lan", "print"]) ?? "")
        let sensors = try await desk.text("ipmitool", ["-I", "open", "sdr"]) ?? ""
        return facts + IPMIToolOutput.sensors(sensors)
    }

    mutating func infiniband() async throws(NodeSystemError) -> [Fact] {
        guard desk.has("ibstat") else { return [] }
        let cards = (try await desk.text("ibstat", ["-l"]) ?? "").split(separator: "\n")
        var facts: [Fact] = []
        for (number, card) in cards.prefix(InspectLimits.controllers).enumerated() {
            let text = try await desk.text("ibstat", [String(card), "-s"]) ?? ""
            let own = IbstatOutput.card(text, card: String(card), number: number)
            facts += own
            let ports = own.first { $0.key == "nb_ports" }.flatMap { Int($0.value) } ?? 0
            for port in 0..<min(max(0, ports), InspectLimits.slots) {
                let text = try await desk.text("ibstat", [String(card), "\(port + 1)"]) ?? ""
                facts += IbstatOutput.port(text, card: number, port: port + 1)
            }
        }
        return facts
    }
}

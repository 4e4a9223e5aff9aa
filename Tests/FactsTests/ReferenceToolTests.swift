import Documents
import Facts
import OrderedCollections
import TestFiles
import Testing

/// Outputs of real tools, and what the `hardware` tool itself makes of them (`tool-facts.json`).
@Suite(.enabled(if: SharedFiles.arePresent, "there is no ../shared beside this clone"))
struct ReferenceToolTests {
    private func sample(_ name: String) throws -> String {
        try SharedFiles.text("inputs/hardware/samples/\(name)")
    }

    private func input(_ name: String) throws -> String {
        try #require(try Fixture.document("tool-facts.json")["inputs"]?[name]?.string)
    }

    private func expect(_ found: [Fact], _ name: String) throws {
        let rows = try #require(try Fixture.document("tool-facts.json")["facts"]?[name]?.list)
        let wanted = rows.map { row in
            let texts = (row.list ?? []).map { $0.string ?? "" }
            return Fact(texts[0], texts[1], texts[2], texts[3])
        }
        let (extra, lost) = (Set(found).subtracting(wanted), Set(wanted).subtracting(found))
        #expect(extra.isEmpty && lost.isEmpty, "too much \(extra.sorted()), lost \(lost.sorted())")
        // The reference tells a controller's logical disks again with every enclosure.
        #expect(found.count <= wanted.count)
    }

    @Test("machines are read as lshw tells them", arguments: ["lshw", "lshw2", "lshw3"])
    func machines(name: String) throws {
        let context = LSHWOutput.Context(
            uuid: "83462C81-52BA-11CB-870F", prefixLength: { _ in 24 })
        try expect(try LSHWOutput.facts(sample(name), context: context), name)
    }

    @Test func `settings of HP's firmware are read as conrep tells them`() throws {
        try expect(try ConrepOutput.facts(sample("conrep.dat")), "conrep")
    }

    @Test func `Areca's controllers are read as cli64 tells them`() throws {
        var facts: [Fact] = []
        for (name, part, order) in [
            ("areca_sysinfo", "system", ArecaOutput.Order.forward),
            ("areca_adsysinfo", "system", .forward), ("areca_sys_showcfg", "config", .forward),
            ("areca_hw_info", "hardware", .backward), ("areca_hddpwr_info", "power", .forward),
            ("areca_disks_info", "disk1", .forward),
        ] {
            facts += ArecaOutput.facts(
                ArecaOutput.table(try sample(name), order: order), part: part)
        }
        try expect(facts, "areca")
    }

    @Test func `LSI's controllers are read as megacli tells them`() throws {
        let controllers = MegaCLIOutput.controllers(try sample("megacli_adpcount"))
        var report = MegaRAIDReport(controllers: controllers)
        let adapter = try sample("megacli_adp_all_info") + input("megacli_adapter_more")
        report.add(controller: adapter, number: 0)
        for enclosure in MegaCLIOutput.enclosures(try sample("megacli_enc")) {
            report.add(enclosure, controller: 0)
            for slot in 0..<(enclosure.device == 6 ? 2 : 0) {
                let disk = try input("megacli_disk").replacing("%d", with: "\(slot)")
                report.add(disk: disk, slot: slot)
            }
            report.add(disk: "", slot: 7)
        }
        report.addSize()
        report.add(logicalDisk: try sample("megacli_ld_get_info"), number: 0)
        try expect(report.facts, "megacli")
    }

    @Test func `HP's controllers are read as hpacucli tells them`() throws {
        func output(_ name: String) throws -> String {
            try SharedFiles.text("inputs/hardware/inline/test_hpacucli/\(name).txt")
        }
        let controllers = SmartArrayOutput.controllers(try input("hpacucli_all"))
        #expect(controllers.map(\.serial) == ["PBKUC0BRH6U2GJ"])
        var report = SmartArrayReport(controllers: controllers.count)
        report.add(controller: try output("CTRL_SHOW_OUTPUT"), slot: controllers[0].slot)
        let disks = SmartArrayOutput.arrays(try output("CTRL_PD_ALL_SHOW_OUTPUT"))
        for disk in disks.flatMap(\.disks) {
            report.add(disk: disk, details: try output("CTRL_PD_SHOW_OUTPUT"), slot: 2)
        }
        try expect(report.facts, "hpacucli")
        #expect(SmartArrayOutput.error("\nError: The slot is empty.\n") == "The slot is empty.")
    }

    @Test func `what the kernel and controllers tell is read as the reference does`() throws {
        try expect(KernelLogOutput.facts(try sample("dmesg")), "dmesg")
        try expect(IPMIToolOutput.network(try sample("ipmi_lan_info")), "ipmi_lan_info")
        try expect(IPMIToolOutput.sensors(try sample("parse_ipmi_sdr")), "parse_ipmi_sdr")
        for name in ["auxv_x86", "auxv_ppc8"] {
            try expect(AuxiliaryVectorOutput.facts(try sample(name)), name)
        }
    }

    @Test(
        "XML that is cut short is refused with its tool's name and the line",
        arguments: ["lshw", "lshw2", "lshw3", "conrep.dat"])
    func cut(name: String) throws {
        let whole = try sample(name)
        for length in stride(from: 0, to: whole.utf8.count - 200, by: 4_001) {
            let text = String(decoding: whole.utf8.prefix(length), as: UTF8.self)
            let error = #expect(throws: FactDocumentError.self) {
                if name == "conrep.dat" {
                    _ = try ConrepOutput.facts(text)
                } else {
                    _ = try LSHWOutput.facts(text)
                }
            }
            #expect(error?.origin == (name == "conrep.dat" ? "conrep" : "lshw"))
        }
    }

    @Test(
        "tables that are cut short anywhere are read without harm",
        arguments: [
            "megacli_enc", "megacli_ld_get_info", "areca_hw_info", "areca_disks_info", "dmesg",
            "auxv_ppc8", "ipmi_lan_info",
        ])
    func truncation(name: String) throws {
        let whole = try sample(name)
        let most = count(whole, name)
        #expect(most > 0)
        for part in 0..<20 {
            let text = String(
                decoding: whole.utf8.prefix(whole.utf8.count * part / 20), as: UTF8.self)
            #expect(count(text, name) <= most)
        }
    }

    private func count(_ text: String, _ name: String) -> Int {
        switch name {
        case "megacli_enc": MegaCLIOutput.enclosures(text).flatMap { $0.facts(controller: 0) }.count
        case "megacli_ld_get_info": MegaCLIOutput.logicalDisk(text, number: 0).count
        case "areca_hw_info": ArecaOutput.table(text, order: .backward).values.count
        case "areca_disks_info": ArecaOutput.table(text).values.count
        case "dmesg": KernelLogOutput.facts(text).count
        case "auxv_ppc8": AuxiliaryVectorOutput.facts(text).count
        default: IPMIToolOutput.network(text).count
        }
    }
}

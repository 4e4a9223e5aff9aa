import Facts
import Testing

@testable import Outliers

/// Each of the reference's defects can be had, and is not there unless asked for.
struct CardiffDefectTests {
    private func machine(_ name: String, _ facts: [Fact]) -> FactDocument {
        FactDocument(origin: name, facts: [Fact("system", "product", "serial", name)] + facts)
    }

    private func disk(_ value: String) -> Fact {
        Fact("disk", "sda", "standalone_read_1M_KBps", value)
    }

    private func report(
        _ documents: [FactDocument], _ defects: Set<CardiffDefect> = []
    ) -> CardiffReport {
        CardiffReport(BenchmarkedFleet(documents), defects: defects)
    }

    @Test("disks are analysed, unless as the reference does not")
    func disks() {
        let fleet = ["100", "101", "99"].enumerated().map { machine("M\($0)", [disk($1)]) }
        #expect(report(fleet).groups[0].findings.count == 1)
        #expect(report(fleet, [.disksNeverAnalysed]).groups[0].findings.isEmpty)
    }

    @Test("the order of facts makes no groups, unless as in the reference")
    func order() {
        let facts = [Fact("firmware", "bios", "a", "1"), Fact("firmware", "bios", "b", "2")]
        let fleet = [machine("A", facts), machine("B", facts.reversed())]
        #expect(report(fleet).groups.count == 1)
        #expect(report(fleet, [.keysFollowFactOrder]).groups.count == 2)
    }

    @Test("Megaraid's disks part machines, unless they are looked for as HP's")
    func megaraid() {
        let fleet = ["1", "2"].map { machine("M\($0)", [Fact("pdisk", "disk0", "size", $0)]) }
        #expect(report(fleet).groups.count == 2)
        #expect(report(fleet, [.megaraidDisksLikeHPA]).groups.count == 1)
    }

    @Test("the network's figures part no machines, unless as in the reference")
    func network() {
        let fleet = ["9000", "9100"].map {
            machine("M\($0)", [Fact("network", "bandwidth", "bandwidth", $0)])
        }
        #expect(report(fleet).groups.count == 1)
        #expect(report(fleet, [.networkFiguresGroup]).groups.count == 2)
    }

    @Test("what cannot be compared is said, unless as in the reference")
    func undefined() throws {
        let fleet = ["100", "inf", "101"].enumerated().map { machine("M\($0)", [disk($1)]) }
        let finding = try #require(report(fleet).groups[0].findings.first)
        #expect(finding.outcome == .consistent && finding.mean == 100.5)
        #expect(finding.remarks == ["M1: measured infinity, which is no figure to compare"])
        #expect(report(fleet).groups[0].summaries[0].notMeasured == ["M1"])
        let trusting = report(fleet, [.undefinedIsConsistent]).groups[0].findings[0]
        #expect(trusting.outcome == .consistent && trusting.remarks.isEmpty)
        #expect(trusting.mean == .infinity)
    }

    @Test("a machine stands in one list of a summary, unless as in the reference")
    func lists() {
        let fleet = (0..<3).map { place in
            machine(
                "M\(place)",
                [
                    Fact("cpu", "logical_0", "bogomips", "\(100 + 50 * place)"),
                    Fact("cpu", "logical_1", "bogomips", "100"),
                ])
        }
        let settled = report(fleet).groups[0].summaries[0]
        #expect(settled.unstable.count == 3 && settled.consistent.isEmpty)
        let loose = report(fleet, [.machineListedTwice]).groups[0].summaries[0]
        #expect(loose.unstable.count == 3 && loose.consistent.count == 3)
    }

    @Test("every group is held against every piece, unless one was split before it")
    func skipping() {
        var partition = HardwarePartition(machines: 6)
        var reference = partition
        for pieces in [[[0, 1, 2], [3, 4, 5]], [[0, 3], [1, 2, 4, 5]]] {
            partition.split(by: pieces)
            reference.splitLikeReference(by: pieces)
        }
        #expect(partition.groups == [[0], [1, 2], [3], [4, 5]])
        #expect(Set(reference.groups.map(Set.init)).count >= 3)
    }
}

import Hardware
import Testing

@Suite("Laying software RAID over disks")
struct SoftwareRAIDPlanTests {
    private static func disks(_ names: [String]) -> [DiskFacts] {
        names.map {
            DiskFacts(
                name: $0, model: "", vendor: "", serial: $0, wwn: "", hctl: "", byPath: "",
                size: .gibibytes(100), isRotational: false)
        }
    }

    private static let three = disks(["/dev/sda", "/dev/sdb", "/dev/sdc"])

    private static func plan(
        _ volumes: [SoftwareRAIDVolume], on disks: [DiskFacts] = three, mode: BootMode = .uefi,
        label: PartitionLabel = .gpt
    ) throws -> SoftwareRAIDPlan {
        try SoftwareRAIDPlan(volumes, on: disks, for: mode, label: label)
    }

    private static func hint(_ expression: String) throws -> RootDeviceHints {
        try RootDeviceHints(["name": expression])
    }

    @Test("a volume without physical disks spans all disks of the machine")
    func spansAll() throws {
        let plan = try Self.plan([SoftwareRAIDVolume(level: .mirror, gibibytes: nil)])
        #expect(plan.disks == ["/dev/sda", "/dev/sdb", "/dev/sdc"])
        #expect(plan.devices.map(\.name) == ["/dev/md0"])
        #expect(plan.devices[0].components.map(\.name) == ["/dev/sda1", "/dev/sdb1", "/dev/sdc1"])
        #expect(plan.devices[0].components.allSatisfy { $0.end == nil })
    }

    @Test(
        "the first partition leaves room for what the machine starts from",
        arguments: [
            (BootMode.uefi, PartitionLabel.gpt, 551), (.uefi, .msdos, 551), (.bios, .gpt, 8),
            (.bios, .msdos, 1),
        ] as [(BootMode, PartitionLabel, Int64)])
    func firstStart(mode: BootMode, label: PartitionLabel, mebibytes: Int64) throws {
        let plan = try Self.plan(
            [SoftwareRAIDVolume(level: .mirror, gibibytes: 10)], mode: mode, label: label)
        let components = plan.devices[0].components
        #expect(components.allSatisfy { $0.start == .mebibytes(mebibytes) })
        #expect(components.allSatisfy { $0.end == .gibibytes(10) })
    }

    @Test("the volume of size MAX is built last, wherever it stands, and starts where others end")
    func maximumLast() throws {
        let plan = try Self.plan([
            SoftwareRAIDVolume(level: .mirror, gibibytes: nil, name: "root"),
            SoftwareRAIDVolume(level: .stripe, gibibytes: 30, name: "scratch"),
        ])
        #expect(plan.devices.map(\.volume) == ["scratch", "root"])
        #expect(plan.devices.map(\.name) == ["/dev/md0", "/dev/md1"])
        #expect(plan.devices[1].components.allSatisfy { $0.start == .gibibytes(30) })
        #expect(plan.devices[1].components.map(\.number) == [2, 2, 2])
    }

    @Test("volumes on other disks number their partitions by disk")
    func numbered() throws {
        let left = try [Self.hint("/dev/sda"), Self.hint("/dev/sdb")]
        let right = try [Self.hint("/dev/sdb"), Self.hint("/dev/sdc")]
        let plan = try Self.plan([
            SoftwareRAIDVolume(level: .mirror, gibibytes: 20, disks: left),
            SoftwareRAIDVolume(level: .stripe, gibibytes: nil, disks: right),
        ])
        #expect(plan.disks == ["/dev/sda", "/dev/sdb", "/dev/sdc"])
        #expect(plan.devices[1].components.map(\.name) == ["/dev/sdb2", "/dev/sdc1"])
        #expect(
            plan.devices[1].components.map(\.start) == [.gibibytes(20), .mebibytes(551)])
    }

    @Test("a volume without a name has the kernel's, and NVMe partitions are set off by a p")
    func names() throws {
        let plan = try Self.plan(
            [SoftwareRAIDVolume(level: .stripedMirrors, gibibytes: nil)],
            on: Self.disks(["/dev/nvme0n1", "/dev/nvme1n1"]))
        #expect(plan.devices[0].volume == "md0")
        #expect(plan.devices[0].levelText == "10")
        #expect(plan.devices[0].components.map(\.name) == ["/dev/nvme0n1p1", "/dev/nvme1n1p1"])
    }

    @Test("a hint takes a disk that no hint of the same volume took before")
    func taken() throws {
        let any = try Self.hint("<in> /dev/sd")
        let volume = SoftwareRAIDVolume(level: .mirror, gibibytes: nil, disks: [any, any])
        #expect(try Self.plan([volume]).disks == ["/dev/sda", "/dev/sdb"])
        let one = try Self.hint("/dev/sdb")
        #expect(throws: SoftwareRAIDError.noneLeft(one, taken: ["/dev/sdb"])) {
            try Self.plan([SoftwareRAIDVolume(level: .mirror, gibibytes: nil, disks: [one, one])])
        }
    }

    @Test("a hint that no disk is as it says ends the plan")
    func noCandidates() throws {
        let none = try Self.hint("/dev/sdz")
        #expect(throws: SoftwareRAIDError.noCandidates(none)) {
            try Self.plan([SoftwareRAIDVolume(level: .mirror, gibibytes: nil, disks: [none])])
        }
    }

    @Test(
        "RAID-5 needs three disks and RAID-6 four",
        arguments: [(RAIDLevel.parity, 2), (.doubleParity, 3)])
    func tooFew(level: RAIDLevel, count: Int) throws {
        let disks = Array(Self.three.prefix(count))
        #expect(throws: SoftwareRAIDError.tooFewDisks(level, found: count)) {
            try Self.plan([SoftwareRAIDVolume(level: level, gibibytes: 10)], on: disks)
        }
    }
}

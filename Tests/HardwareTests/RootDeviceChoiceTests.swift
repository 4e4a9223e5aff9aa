import Hardware
import Testing

/// The cases are ironic-python-agent's for `get_os_install_device`.
@Suite("Choosing the root device beside software RAID and skipped devices")
struct RootDeviceChoiceTests {
    private static func disk(
        _ name: String, _ gibibytes: Int64, _ medium: DiskMedium = .disk
    ) -> DiskFacts {
        DiskFacts(
            name: name, model: "", vendor: "", serial: name, wwn: "", hctl: "", byPath: "",
            size: .gibibytes(gibibytes), isRotational: false, medium: medium)
    }

    private static let disks = [
        disk("/dev/sda", 100, .raidMember), disk("/dev/sdb", 100, .raidMember),
        disk("/dev/sdc", 60), disk("/dev/md0", 80), disk("/dev/md1", 20),
    ]
    private static let arrays = [
        SoftwareRAIDDevice(name: "/dev/md0", volume: "root", holders: ["/dev/sda", "/dev/sdb"]),
        SoftwareRAIDDevice(name: "/dev/md1", volume: "data", holders: ["/dev/sda", "/dev/sdb"]),
    ]

    private static func choose(_ choice: RootDeviceChoice) -> String? {
        choice.device(among: disks, with: arrays)?.name
    }

    @Test("without a word it is the smallest, an array among the others")
    func smallest() {
        #expect(Self.choose(RootDeviceChoice()) == "/dev/md1")
    }

    @Test("is_root_volume of true takes priority over size and hints")
    func root() throws {
        let third = try RootDeviceHints(["name": "/dev/sdc"])
        for hints in [nil, third] {
            let choice = RootDeviceChoice(hints: hints, volumes: [.init("root", .root)])
            #expect(Self.choose(choice) == "/dev/md0")
        }
    }

    @Test("a root volume that is gone is replaced by no other disk")
    func gone() {
        let choice = RootDeviceChoice(volumes: [.init("lost", .root)])
        #expect(Self.choose(choice) == nil)
    }

    @Test("is_root_volume of false bars the volume and the disks behind it")
    func barred() {
        let one = RootDeviceChoice(volumes: [.init("data", .barred)])
        #expect(Self.choose(one) == "/dev/sdc")
        let both = RootDeviceChoice(volumes: [.init("data", .barred), .init("root", .barred)])
        #expect(Self.choose(both) == "/dev/sdc", "a spare disk is left")
        let pair = Array(Self.disks.prefix(2)) + [Self.disks[3]]
        #expect(both.device(among: pair, with: [Self.arrays[0]]) == nil, "nothing is left")
    }

    @Test("what is skipped is not chosen, by a hint for the root device neither")
    func skipped() throws {
        let third = try RootDeviceHints(["name": "/dev/sdc"])
        let skipped = SkippedDevices(disks: [third], volumes: ["data"])
        #expect(Self.choose(RootDeviceChoice(skipped: skipped)) == "/dev/md0")
        #expect(Self.choose(RootDeviceChoice(hints: third, skipped: skipped)) == nil)
    }

    @Test("a skip list that names nothing changes nothing, and one that names all leaves nothing")
    func extremes() throws {
        let none = SkippedDevices(disks: [try RootDeviceHints(["name": "/dev/sdz"])])
        #expect(Self.choose(RootDeviceChoice(skipped: none)) == "/dev/md1")
        let all = SkippedDevices(disks: [try RootDeviceHints(["size": "> 1"])])
        #expect(Self.choose(RootDeviceChoice(skipped: all)) == nil)
    }
}

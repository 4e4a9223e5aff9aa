import BareMetal
import Hardware
import Harness
import Testing

@Suite("The disks of a scenario")
struct DiskReadingTests {
    private static func groups(_ machines: String) throws -> [MachineGroup] {
        let text = """
            scenario: disks
            machines:
              - { count: 1, rack: rack-1, processors: 8, memory: 32GiB, \(machines) }
            cloud:
              mode: poc
              flavors: [{ name: baremetal, processors: 4, memory: 8GiB, disk: 40GiB }]
              roles: [{ name: controller, count: 1, flavor: baremetal }]
            """
        let scenario = try ScenarioReader.read(
            Array(text.utf8), file: "disks.yaml", vocabulary: .standard(bugs: []))
        guard case .machines(let groups) = scenario.hardware else { return [] }
        return groups
    }

    @Test("are told with model, world-wide name and medium, and are ordinary ones without")
    func described() throws {
        let group = try #require(
            try Self.groups(
                "disks: [{ size: 8GiB, medium: virtual-media }, "
                    + "{ size: 1TiB, wwn: 0x5000, model: Fast }]"
            ).first)
        #expect(group.disks.map(\.medium) == [.virtualMedia, .disk])
        #expect(group.disks.map(\.model) == [nil, "Fast"])
        #expect(group.disks.map(\.wwn) == [nil, "0x5000"])
        #expect(group.raid.isEmpty)
    }

    @Test("are RAID volumes alone where nothing is said of others", arguments: ["1+0", "\"1+0\""])
    func volumes(level: String) throws {
        let group = try #require(
            try Self.groups("raid: [{ level: \(level), disks: 4, size: 500GiB }]").first)
        #expect(group.disks.isEmpty)
        #expect(group.raid.map(\.level) == [.stripedMirrors])
        #expect(group.raid.map(\.disks) == [4])
        let both = try #require(
            try Self.groups(
                "disks: [{ size: 60GiB }], raid: [{ level: 5, disks: 3, size: 1TiB }]"
            ).first)
        #expect(both.disks.count == 1 && both.raid.count == 1)
    }

    @Test(
        "cannot be fewer than a RAID level needs, and the level must be one",
        arguments: [
            ("{ level: 6, disks: 3, size: 1TiB }", "expected at least 4 for RAID 6"),
            ("{ level: 7, disks: 3, size: 1TiB }", "unknown RAID level '7'"),
            ("{ level: 1, size: 1TiB }", "missing key 'disks'"),
        ])
    func refused(volume: String, message: String) throws {
        do {
            _ = try Self.groups("raid: [\(volume)]")
            Issue.record("It was taken.")
        } catch { #expect("\(error)".contains(message), "\(error)") }
    }

    private static let mirror = "logical_disks: [{ size_gb: MAX, raid_level: \"1\" }]"

    @Test("have a target RAID configuration and what is to be skipped, in Ironic's own words")
    func target() throws {
        let group = try #require(
            try Self.groups(
                "target-raid-config: { \(Self.mirror) }, "
                    + "skip-block-devices: [{ size: 100 }, { volume_name: data }]"
            ).first)
        #expect(group.targetRAID?.disks.map(\.level) == [.mirror])
        #expect(group.targetRAID?.disks.map(\.size) == [.rest])
        #expect(group.skippedDevices?.disks.count == 1)
        #expect(group.skippedDevices?.volumes == ["data"])
        let plain = try #require(try Self.groups("model: standard").first)
        #expect(plain.targetRAID == nil && plain.skippedDevices == nil)
    }

    @Test(
        "are refused a configuration that Ironic would refuse",
        arguments: [
            ("target-raid-config: { logical_disks: [] }", "expected one"),
            (
                "target-raid-config: { logical_disks: [{ size_gb: 1, raid_level: 1 }] }",
                "raid_level"
            ),
            ("skip-block-devices: [{ colour: red }]", "a list of hints"),
            ("skip-block-devices: []", "a list of hints"),
        ])
    func wrongTarget(text: String, message: String) {
        do {
            _ = try Self.groups(text)
            Issue.record("It was taken.")
        } catch { #expect("\(error)".contains(message), "\(error)") }
    }
}

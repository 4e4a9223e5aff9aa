import Hardware
import NodeAgent
import Testing
import World

@testable import BareMetal

/// The cases are those of Ironic's `update_raid_info`.
@Suite("What a change of volumes makes of a node's record")
struct RAIDRecordTests {
    private static let moment = WallTime(sinceEpoch: .seconds(1))

    private static func node(_ capabilities: [String: String] = ["boot_mode": "uefi"]) -> Node {
        RequestDecisionTests.node(.cleaning) {
            $0.properties.capabilities = capabilities
            $0.properties.localDisk = .gibibytes(10)
        }
    }

    private static func volume(_ name: RAIDVolumeName, _ gibibytes: Int64) -> RAIDVolume {
        RAIDVolume(
            name: name, controller: "RAID.1", level: .parity, size: .gibibytes(gibibytes),
            disks: [], wwn: "0x600\(name)")
    }

    private static func software(
        _ size: LogicalDisk.Size, root use: RootDeviceChoice.Use?
    ) throws -> RAIDConfiguration {
        var disk = LogicalDisk(level: .mirror, size: size)
        (disk.controller, disk.rootUse) = (RAIDConfiguration.software, use)
        return try RAIDConfiguration([disk])
    }

    @Test("the root volume gives the node its size, its level and the hint for its root device")
    func root() throws {
        var node = Self.node()
        let volumes = [Self.volume("os", 100), Self.volume("data", 500)]
        RAIDRecord(volumes: volumes, root: volumes[0], seen: Self.moment).write(on: &node)
        #expect(node.properties.localDisk == .gibibytes(100))
        #expect(node.properties.capabilities == ["boot_mode": "uefi", "raid_level": "5"])
        #expect(node.rootDevice?.expressions == ["wwn": "s== 0x600os"])
        #expect(node.raid?.volumes == volumes && node.raid?.updated == Self.moment)
    }

    @Test("without a root volume size, level and hint stay as they are")
    func rootless() throws {
        var node = Self.node()
        let before = node.properties
        RAIDRecord(volumes: [Self.volume("data", 500)], root: nil, seen: Self.moment)
            .write(on: &node)
        #expect(node.properties == before && node.rootDevice == nil)
        var soft = Self.node()
        soft.recordSoftwareRAID(try Self.software(.gibibytes(50), root: nil), at: Self.moment)
        #expect(soft.properties == before && soft.rootDevice == nil)
        #expect(soft.raid?.updated == Self.moment)
    }

    @Test("a node without capabilities gets the level as its only one")
    func noCapabilities() throws {
        var node = Self.node([:])
        node.recordSoftwareRAID(try Self.software(.gibibytes(50), root: .root), at: Self.moment)
        #expect(node.properties.capabilities == ["raid_level": "1"])
        #expect(node.properties.localDisk == .gibibytes(50))
    }

    @Test("a root volume of size MAX leaves the size as it is, and one without a hint the hint")
    func maximum() throws {
        var node = Self.node()
        node.rootDevice = try RootDeviceHints(["serial": "S1"])
        node.recordSoftwareRAID(try Self.software(.rest, root: .root), at: Self.moment)
        #expect(node.properties.localDisk == .gibibytes(10))
        #expect(node.properties.capabilities["raid_level"] == "1")
        #expect(node.rootDevice?.expressions == ["serial": "s1"])
    }

    @Test("deleting empties what is told of RAID, and takes the hint away, but not the level")
    func deleted() throws {
        var node = Self.node()
        node.recordSoftwareRAID(try Self.software(.rest, root: .root), at: Self.moment)
        node.rootDevice = try RootDeviceHints(["name": "/dev/md0"])
        node.forgetSoftwareRAID()
        #expect(node.raid?.reported == nil && node.raid?.updated == nil)
        #expect(node.rootDevice == nil)
        #expect(node.properties.capabilities["raid_level"] == "1")
    }

    @Test("what is told of software RAID is what it was told to be, and no list of disks")
    func reported() throws {
        var node = Self.node()
        node.recordSoftwareRAID(try Self.software(.rest, root: .barred), at: Self.moment)
        #expect(
            node.raid?.reported == [
                [
                    "raid_level": "1", "size_gb": "MAX", "controller": "software",
                    "is_root_volume": false,
                ]
            ])
    }

    @Test("the tables' form is the one that the capabilities ask for", arguments: ["gpt", "msdos"])
    func label(_ label: String) throws {
        let target = try Self.software(.rest, root: nil)
        let asked = Self.node(["disk_label": label]).softwareRAIDOrder(target, existing: .stays)
        #expect(asked.label?.rawValue == label)
        #expect(Self.node().softwareRAIDOrder(target, existing: .stays).label == nil)
    }
}

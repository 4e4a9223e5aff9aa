import BareMetal
import Hardware
import Testing

@Suite("A RAID configuration")
struct RAIDConfigurationTests {
    private static func disk(_ more: String = "") -> String {
        "{\"raid_level\": \"1\", \"size_gb\": 100\(more)}"
    }

    private static func configuration(_ disks: String...) throws -> RAIDConfiguration {
        try RAIDConfiguration(parsing: "{\"logical_disks\": [\(disks.joined(separator: ","))]}")
    }

    @Test("reads levels, sizes, MAX and the root volume")
    func reads() throws {
        let found = try Self.configuration(
            Self.disk(",\"is_root_volume\": true,\"volume_name\": \"os\""),
            "{\"raid_level\": \"5\", \"size_gb\": \"MAX\"}")
        #expect(found.disks.map(\.level) == [.mirror, .parity])
        #expect(found.disks.map(\.size) == [.gibibytes(100), .rest])
        #expect(found.rootName == "os")
        #expect(found.volumeNames == ["os", "volume-1"])
    }

    @Test(
        "takes every level of Ironic's schema",
        arguments: ["JBOD", "0", "1", "2", "5", "6", "1+0", "5+0", "6+0"])
    func levels(_ level: String) throws {
        let found = try Self.configuration("{\"raid_level\": \"\(level)\", \"size_gb\": 0}")
        #expect(found.disks[0].level.rawValue == level)
    }

    @Test(
        "refuses what breaks the schema",
        arguments: [
            "[]", "{}", "{\"logical_disks\": []}", "{\"logical_disks\": {}}",
            "{\"logical_disks\": [{\"size_gb\": 1}]}",
            "{\"logical_disks\": [{\"raid_level\": \"1\"}]}",
            "{\"logical_disks\": [{\"raid_level\": \"foo\", \"size_gb\": 1}]}",
            "{\"logical_disks\": [{\"raid_level\": 1, \"size_gb\": 1}]}",
            "{\"logical_disks\": [{\"raid_level\": \"1\", \"size_gb\": -1}]}",
            "{\"logical_disks\": [{\"raid_level\": \"1\", \"size_gb\": \"max\"}]}",
            "{\"logical_disks\": [{\"raid_level\": \"1\", \"size_gb\": \"100\"}]}",
            "{\"logical_disks\": [{\"raid_level\": \"1\", \"size_gb\": 1}], \"x\": 1}",
        ])
    func schema(_ text: String) {
        #expect(throws: RAIDRefusal.self) { try RAIDConfiguration(parsing: text) }
    }

    @Test(
        "refuses a wrong value of a logical disk's key",
        arguments: [
            ",\"is_root_volume\": \"True\"", ",\"share_physical_disks\": 1",
            ",\"disk_type\": \"foo\"", ",\"interface_type\": \"foo\"",
            ",\"number_of_physical_disks\": 0", ",\"number_of_physical_disks\": \"a\"",
            ",\"volume_name\": 1", ",\"foo\": \"bar\"", ",\"controller\": 1",
            ",\"physical_disks\": [\"5I:1:1\"]",
            ",\"controller\": \"c\", \"physical_disks\": 1",
            ",\"controller\": \"c\", \"physical_disks\": [{\"size\": \"> 1\"}]",
        ])
    func keys(_ more: String) {
        #expect(throws: RAIDRefusal.self) { try Self.configuration(Self.disk(more)) }
    }

    @Test("has one root volume at most")
    func roots() {
        let root = Self.disk(",\"is_root_volume\": true")
        #expect(throws: RAIDRefusal.rootVolumes(2)) { try Self.configuration(root, root) }
    }

    @Test("can be built without its root volume or without the others")
    func choosing() throws {
        let both = try Self.configuration(Self.disk(",\"is_root_volume\": true"), Self.disk())
        #expect(try both.choosing(.rootOnly).disks.map(\.isRoot) == [true])
        #expect(try both.choosing(.allButRoot).disks.map(\.isRoot) == [false])
        #expect(throws: RAIDRefusal.nothingLeft) { try both.choosing(.none) }
        let rootless = try Self.configuration(Self.disk())
        #expect(throws: RAIDRefusal.nothingLeft) { try rootless.choosing(.rootOnly) }
    }

    private static func software(_ level: String, _ size: String = "\"MAX\"") -> String {
        "{\"raid_level\": \"\(level)\", \"size_gb\": \(size), \"controller\": \"software\"}"
    }

    @Test("of software RAID is a mirror, and one more volume at most")
    func softwareRules() throws {
        try Self.configuration(Self.software("1")).checkSoftware(diskCount: 2)
        try Self.configuration(Self.software("1", "100"), Self.software("1+0"))
            .checkSoftware(diskCount: 4)
        func broken(_ disks: String...) throws -> RAIDRefusal? {
            let text = "{\"logical_disks\": [\(disks.joined(separator: ","))]}"
            let configuration = try RAIDConfiguration(parsing: text)
            do throws(RAIDRefusal) {
                try configuration.checkSoftware(diskCount: 2)
                return nil
            } catch { return error }
        }
        #expect(try broken(Self.software("0")) == .software([.firstIsMirror]))
        #expect(
            try broken(Self.software("1"), Self.software("0")) == .software([.oneMaximum]))
        #expect(
            try broken(Self.software("1", "1"), Self.software("2"))
                == .software([.level, .enoughDisks]))
        #expect(
            try broken(Self.software("1", "1"), Self.software("5")) == .software([.enoughDisks]))
        #expect(
            try broken(Self.software("1", "1"), Self.disk()) == .software([.allSoftware]))
        #expect(
            try broken(Self.software("1", "1"), Self.software("0", "1"), Self.software("0", "1"))
                == .software([.oneOrTwo]))
    }
}

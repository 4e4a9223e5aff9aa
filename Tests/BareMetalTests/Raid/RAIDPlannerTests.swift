import BareMetal
import Hardware
import Testing

@Suite("Choosing disks for RAID volumes")
struct RAIDPlannerTests {
    private static func disk(
        _ name: RAIDDiskName, _ size: Int64 = 100, healthy: Bool = true,
        medium: RAIDDisk.Medium = .hdd
    ) -> RAIDDisk {
        RAIDDisk(
            name: name, controller: "c", size: .gibibytes(size), medium: medium, attachment: .sas,
            isHealthy: healthy)
    }

    private static func requests(
        _ disks: [LogicalDisk], on physical: [RAIDDisk], volumes: [RAIDVolume] = []
    ) throws -> [[RAIDDiskName]] {
        try RAIDPlanner.requests(
            for: RAIDConfiguration(disks),
            on: RAIDInventory(controllers: ["c"], disks: physical, volumes: volumes)
        ).map(\.disks)
    }

    @Test("takes the fewest and smallest disks that will do")
    func smallest() throws {
        let disks = [Self.disk("a", 400), Self.disk("b"), Self.disk("d"), Self.disk("e", 50)]
        #expect(
            try Self.requests([LogicalDisk(level: .mirror, size: .gibibytes(80))], on: disks)
                == [["b", "d"]])
    }

    @Test("gives no disk to two volumes, and none to one beside a volume that is there")
    func once() throws {
        let disks = (1...5).map { Self.disk(RAIDDiskName("d\($0)")) }
        let mirror = LogicalDisk(level: .mirror, size: .gibibytes(50))
        #expect(
            try Self.requests([mirror, mirror], on: disks) == [["d1", "d2"], ["d3", "d4"]])
        let old = RAIDVolume(
            name: "old", controller: "c", level: .stripe, size: .gibibytes(1), disks: ["d1"],
            wwn: "0x1")
        #expect(try Self.requests([mirror], on: disks, volumes: [old]) == [["d2", "d3"]])
    }

    @Test("leaves out failed disks and those of another medium")
    func fit() throws {
        var wanted = LogicalDisk(level: .mirror, size: .rest)
        wanted.medium = .ssd
        let disks = [
            Self.disk("a", medium: .ssd), Self.disk("b"),
            Self.disk("x", healthy: false, medium: .ssd),
            Self.disk("d", medium: .ssd),
        ]
        #expect(try Self.requests([wanted], on: disks) == [["a", "d"]])
    }

    @Test("says which volume finds no disks")
    func none() {
        let disks = [Self.disk("a"), Self.disk("b")]
        #expect(throws: RAIDRefusal.self) {
            try Self.requests([LogicalDisk(level: .parity, size: .gibibytes(1))], on: disks)
        }
        #expect(throws: RAIDRefusal.self) {
            try Self.requests([LogicalDisk(level: .mirror, size: .gibibytes(101))], on: disks)
        }
    }
}

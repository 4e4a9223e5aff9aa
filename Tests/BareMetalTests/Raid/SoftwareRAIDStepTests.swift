import BareMetal
import Hardware
import Simulation
import Testing
import World

@Suite("Software RAID steps")
struct SoftwareRAIDStepTests {
    private static let rebuild = [
        RequestedStep(.raid, .deleteConfiguration), RequestedStep(.raid, .createConfiguration),
    ]

    private static func disk(_ level: RAIDLevel, _ size: LogicalDisk.Size) -> LogicalDisk {
        var disk = LogicalDisk(level: level, size: size)
        disk.controller = RAIDConfiguration.software
        return disk
    }

    private static func target() throws -> RAIDConfiguration {
        var root = disk(.mirror, .gibibytes(20))
        root.name = "root"
        root.isRoot = true
        return try RAIDConfiguration([root, disk(.stripe, .rest)])
    }

    /// Has a node with the target cleaned by hand.
    private static func clean(
        _ steps: [RequestedStep], holding image: ImageDigest? = nil,
        expecting state: ProvisionState = .manageable,
        then check: @escaping @Sendable (Bench) throws -> Void
    ) throws {
        let bench = Bench()
        let target = try target()
        try bench.run {
            bench.machine.install(image)
            try await bench.enrol {
                $0.provisionState = .manageable
                $0.raid = NodeRAID(target: target)
            }
            let station = try await bench.startStation(term: 1)
            try await bench.open(station)
            try await station.conductor.request(.clean(steps), of: "node-1")
            try await bench.reach(state, within: .seconds(3600))
            try check(bench)
        }
    }

    @Test("create_configuration is the agent's, which builds the target; the node tells of it")
    func created() throws {
        try Self.clean(Self.rebuild) { bench in
            #expect(bench.machine.softwareRAID.map(\.volume) == ["root", "md1"])
            let raid = try #require(bench.node.raid)
            let volumes = try #require(raid.volumes)
            #expect(volumes.map(\.name) == ["root", "volume-1"])
            #expect(volumes.allSatisfy { $0.controller == RAIDConfiguration.software })
            #expect(raid.updated != nil)
            #expect(bench.node.properties.localDisk == .gibibytes(20))
            #expect(bench.node.properties.capabilities["raid_level"] == "1")
            #expect(bench.node.rootDevice == nil)
        }
    }

    @Test("only the volumes that are asked for are built")
    func chosen() throws {
        let step = RequestedStep(
            .raid, .createConfiguration, arguments: ["create_nonroot_volumes": false])
        try Self.clean([step]) { bench in
            #expect(bench.machine.softwareRAID.map(\.volume) == ["root"])
            #expect(bench.node.raid?.volumes?.map(\.name) == ["root"])
        }
    }

    @Test("delete_configuration removes what there is, and the node tells of none")
    func deleted() throws {
        try Self.clean(Self.rebuild + [Self.rebuild[0]]) { bench in
            #expect(bench.machine.softwareRAID.isEmpty)
            #expect(bench.node.raid?.volumes == [])
            #expect(bench.node.raid?.target != nil)
        }
    }

    @Test("disks that hold something fail the cleaning")
    func refused() throws {
        try Self.clean(
            [Self.rebuild[1]], holding: Bench.image.digest, expecting: .cleanFailed
        ) { bench in
            #expect(bench.machine.softwareRAID.isEmpty)
            #expect(bench.node.raid?.volumes == nil)
            #expect(bench.node.lastError?.contains("there are partitions on") == true)
        }
    }
}

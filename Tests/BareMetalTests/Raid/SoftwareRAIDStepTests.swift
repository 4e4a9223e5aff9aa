import Hardware
import SimulatedDatacenter
import Simulation
import Testing
import World

@testable import BareMetal

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
            #expect(raid.software == raid.target)
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
            #expect(bench.node.raid?.software?.disks.map(\.name) == ["root"])
        }
    }

    @Test("delete_configuration removes what there is, and the node tells of none")
    func deleted() throws {
        try Self.clean(Self.rebuild + [Self.rebuild[0]]) { bench in
            #expect(bench.machine.softwareRAID.isEmpty)
            #expect(bench.node.raid?.software == nil)
            #expect(bench.node.raid?.volumes == nil)
            #expect(bench.node.raid?.target != nil)
        }
    }

    @Test("disks that hold something fail the cleaning")
    func refused() throws {
        try Self.clean(
            [Self.rebuild[1]], holding: Bench.image.digest, expecting: .cleanFailed
        ) { bench in
            #expect(bench.machine.softwareRAID.isEmpty)
            #expect(bench.node.raid?.software == nil)
            #expect(bench.node.lastError?.contains("there are partitions on") == true)
        }
    }

    @Test("deleting forgets the hint for the root device, which meant a volume that is gone")
    func hintForgotten() throws {
        let bench = Bench()
        try bench.run {
            try await bench.enrol {
                $0.provisionState = .manageable
                $0.raid = NodeRAID(target: try? Self.target())
                $0.rootDevice = try? RootDeviceHints(["name": "/dev/md0"])
            }
            let station = try await bench.startStation(term: 1)
            try await bench.open(station)
            try await station.conductor.request(.clean([Self.rebuild[0]]), of: "node-1")
            try await bench.reach(.manageable, within: .seconds(3600))
            #expect(bench.node.rootDevice == nil)
        }
    }

    @Test("what is written down is what was built, though the target changed in the meantime")
    func targetChanged() throws {
        let bench = Bench()
        let target = try Self.target()
        let other = try RAIDConfiguration([Self.disk(.mirror, .rest)])
        try bench.run {
            try await bench.enrol {
                $0.provisionState = .manageable
                $0.raid = NodeRAID(target: target)
            }
            let station = try await bench.startStation(term: 1)
            try await bench.open(station)
            try await station.conductor.request(.clean([Self.rebuild[1]]), of: "node-1")
            try await bench.wait(upTo: .seconds(3600), for: "the step") {
                bench.node.step?.raid != nil && bench.node.reservation == nil
            }
            try await station.conductor.update("node-1", [.targetRAID(other)])
            try await bench.reach(.manageable, within: .seconds(3600))
            #expect(bench.node.raid?.target == other)
            #expect(bench.node.raid?.software == target)
            #expect(bench.machine.softwareRAID.map(\.volume) == ["root", "md1"])
        }
    }

    @Test("a raid_interface says whose steps they are, whatever the target")
    func interface() throws {
        let node = RequestDecisionTests.node(.manageable)
        func told(_ interface: String?, _ target: RAIDConfiguration?) -> Bool {
            var node = node
            node.raid = NodeRAID(target: target)
            node.driverSettings = interface.map {
                DriverSettings(interfaces: ["raid_interface": $0])
            }
            return node.hasSoftwareRAID
        }
        let hardware = try RAIDConfiguration([LogicalDisk(level: .mirror, size: .rest)])
        #expect(told(nil, try Self.target()) && !told(nil, hardware) && !told(nil, nil))
        #expect(told("agent", nil) && told("agent", hardware))
        #expect(!told("redfish", try Self.target()))
    }

    @Test("a configuration that breaks the rules of software RAID fails the step, and says which")
    func broken() throws {
        let bench = Bench()
        try bench.run {
            try await bench.enrol {
                $0.provisionState = .manageable
                $0.raid = NodeRAID(target: try? RAIDConfiguration([Self.disk(.stripe, .rest)]))
            }
            let station = try await bench.startStation(term: 1)
            try await bench.open(station)
            try await station.conductor.request(.clean(Self.rebuild), of: "node-1")
            try await bench.reach(.cleanFailed, within: .seconds(3600))
            #expect(bench.node.lastError?.contains("the first logical disk is RAID-1") == true)
        }
    }

    @Test("without a target create_configuration fails, and without the volumes asked for too")
    func noTarget() throws {
        for (target, arguments) in [
            (nil, [:]),
            (try RAIDConfiguration([Self.disk(.mirror, .rest)]), ["create_nonroot_volumes": false]),
        ] as [(RAIDConfiguration?, [String: JSONValue])] {
            let bench = Bench()
            try bench.run {
                try await bench.enrol {
                    $0.provisionState = .manageable
                    $0.raid = NodeRAID(target: target)
                    $0.driverSettings = DriverSettings(interfaces: ["raid_interface": "agent"])
                }
                let station = try await bench.startStation(term: 1)
                try await bench.open(station)
                let step = RequestedStep(.raid, .createConfiguration, arguments: arguments)
                try await station.conductor.request(.clean([step]), of: "node-1")
                try await bench.reach(.cleanFailed, within: .seconds(3600))
                #expect(bench.node.lastError?.contains("target RAID configuration") == true)
                #expect(bench.machine.softwareRAID.isEmpty)
            }
        }
    }

    @Test("priorities make the agent's steps a part of automated cleaning")
    func automated() {
        var options = StepOptions()
        options.cleanPriorities[.deleteRAID] = 98
        options.cleanPriorities[.createRAID] = 97
        let book = StepBook(options, [])
        var node = RequestDecisionTests.node(.cleaning)
        node.raid = NodeRAID(target: try? Self.target())
        let plan = book.automatedCleaning(of: node)
        #expect(plan.steps.map(\.id) == [.eraseDevicesMetadata, .deleteRAID, .createRAID])
        #expect(plan.steps.allSatisfy { $0.place == .agent })
        node.raid = nil
        #expect(
            book.automatedCleaning(of: node).steps.map(\.place) == [.agent, .conductor, .conductor])
    }

    @Test("all volumes need names where some are to be kept by name, and no two share one")
    func names() throws {
        let unnamed = try RAIDConfiguration([
            Self.disk(.mirror, .gibibytes(1)), Self.disk(.mirror, .rest),
        ])
        try unnamed.checkSoftware()
        #expect(throws: RAIDRefusal.software([.named])) {
            try unnamed.checkSoftware(keeping: ["data"])
        }
        var twin = Self.disk(.mirror, .gibibytes(1))
        twin.name = "a"
        let twins = try RAIDConfiguration([twin, twin])
        #expect(throws: RAIDRefusal.software([.uniqueNames])) { try twins.checkSoftware() }
    }

    // MARK: Deploying

    private static let applied: JSONValue = [
        "logical_disks": [
            ["raid_level": "1", "size_gb": "MAX", "controller": "software", "volume_name": "os"]
        ]
    ]

    /// Deploys a node that nobody gave a target.
    private static func deploy(
        _ instance: Instance, templates: [DeployTemplate] = [],
        _ change: @escaping @Sendable (inout Node) -> Void = { _ in },
        then check: @escaping @Sendable (Bench) throws -> Void
    ) throws {
        let bench = Bench()
        try bench.run {
            try await bench.enrol {
                $0.provisionState = .available
                change(&$0)
            }
            var transaction = Transaction()
            for template in templates { transaction.put(template) }
            try await bench.store.handle(for: bench.operatorProcess).commit(transaction)
            let station = try await bench.startStation(term: 1)
            try await bench.open(station)
            try await station.conductor.request(.deploy(instance), of: "node-1")
            try await bench.reach(.active, within: .seconds(3600))
            try check(bench)
        }
    }

    @Test("apply_configuration in a deployment is the agent's where its configuration is software")
    func deployed() throws {
        let step = RequestedStep(
            .raid, .applyConfiguration, arguments: ["raid_config": Self.applied], priority: 90)
        let instance = Instance(
            id: Identifier(text: "1"), owner: "a", image: Bench.image, steps: [step])
        try Self.deploy(instance) { bench in
            #expect(bench.machine.softwareRAID.map(\.volume) == ["os"])
            #expect(bench.node.raid?.software?.disks.map(\.name) == ["os"])
            #expect(bench.node.raid?.target == nil)
            #expect(bench.node.properties.capabilities["raid_level"] == nil)
            #expect(bench.machine.disk == Bench.image.digest)
        }
    }

    @Test("a deploy template may build RAID")
    func template() throws {
        let step = RequestedStep(
            .raid, .applyConfiguration, arguments: ["raid_config": Self.applied], priority: 90)
        let template = try DeployTemplate(
            name: "CUSTOM_MIRROR", uuid: Identifier(text: "t"), steps: [step])
        let instance = Instance(
            id: Identifier(text: "1"), owner: "a", image: Bench.image, traits: ["CUSTOM_MIRROR"])
        try Self.deploy(instance, templates: [template]) {
            $0.traits = ["CUSTOM_MIRROR"]
        } then: { bench in
            #expect(bench.machine.softwareRAID.map(\.volume) == ["os"])
        }
    }
}

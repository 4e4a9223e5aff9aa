import Hardware
import NodeAgent
import Simulation
import Testing
import World

@Suite("Software RAID by the agent")
struct SoftwareRAIDTests {
    private struct Outcome: Sendable {
        let deeds: [String]
        let erasures: [String]
        let progress: AgentCommandStatus.Progress?
    }

    private static func disk(_ name: String, _ medium: DiskMedium = .disk) -> DiskFacts {
        DiskFacts(
            name: name, model: "", vendor: "", serial: name, wwn: "", hctl: "", byPath: "",
            size: .gibibytes(80), isRotational: false, medium: medium)
    }

    private static let pair = [disk("/dev/sda"), disk("/dev/sdb")]
    private static let mirror = SoftwareRAIDVolume(level: .mirror, gibibytes: nil)

    private static func run(
        _ work: AgentWork, disks: [DiskFacts] = pair, holding: [String] = [],
        devices: [SoftwareRAIDDevice] = [], dead: [String] = []
    ) -> Outcome {
        let hosts = Hosts(["service", "machine"])
        let service = hosts.process("service", on: "service")
        let desk = BareMetalDesk(service.world, hosts.simulator)
        let (process, world) = hosts.process("agent", on: "machine")
        let hardware = ScriptedHardware(
            process, disks: disks, dead: dead, unwipeable: holding, devices: devices)
        let agent = RamdiskAgent(
            world: world, hardware: hardware, arguments: [BootArgument.api: "service"])
        process.spawn { await agent?.run() }
        hosts.pass(.seconds(60))
        service.process.spawn {
            let command = AgentCommand(id: Identifier(text: "raid"), work: work)
            _ = try? await service.world.network.call(command, to: "machine", within: .seconds(30))
        }
        hosts.pass(.seconds(400))
        return Outcome(
            deeds: hardware.deeds, erasures: hardware.erasures,
            progress: desk.beats.last?.command?.progress)
    }

    private static func reason(_ outcome: Outcome) -> String? {
        guard case .failed(let reason)? = outcome.progress else { return nil }
        return reason
    }

    @Test("volumes are built of disks that hold nothing")
    func built() {
        let scratch = SoftwareRAIDVolume(level: .stripe, gibibytes: 10)
        let outcome = Self.run(.createSoftwareRAID(SoftwareRAIDOrder([Self.mirror, scratch])))
        #expect(outcome.progress == .succeeded)
        #expect(outcome.deeds == ["/dev/md0 of 2", "/dev/md1 of 2"])
    }

    @Test("nothing is built where nothing is asked for")
    func nothing() {
        let outcome = Self.run(.createSoftwareRAID(SoftwareRAIDOrder([])))
        #expect(outcome.progress == .succeeded)
        #expect(outcome.deeds.isEmpty)
    }

    @Test("nothing is built on disks that are divided already, and they are named")
    func divided() {
        let order = SoftwareRAIDOrder([Self.mirror])
        let held = Self.run(.createSoftwareRAID(order), holding: ["/dev/sdb"])
        #expect(Self.reason(held) == "software RAID: there are partitions on /dev/sdb")
        let members = [Self.disk("/dev/sda", .raidMember), Self.disk("/dev/sdb", .raidMember)]
        let again = Self.run(.createSoftwareRAID(order), disks: members)
        #expect(
            Self.reason(again) == "software RAID: there are partitions on /dev/sda, /dev/sdb")
        #expect(held.deeds.isEmpty && again.deeds.isEmpty)
    }

    @Test("all devices go, and then the tables of the disks that held them and of no others")
    func deleted() {
        let devices = ["/dev/md0", "/dev/md1"].map {
            SoftwareRAIDDevice(name: $0, volume: "v", holders: ["/dev/sda", "/dev/sdb"])
        }
        let outcome = Self.run(
            .deleteSoftwareRAID(), disks: Self.pair + [Self.disk("/dev/sdc")], devices: devices)
        #expect(outcome.progress == .succeeded)
        #expect(outcome.deeds == ["remove /dev/md0", "remove /dev/md1"])
        #expect(outcome.erasures == ["/dev/sda", "/dev/sdb"])
    }

    @Test("a holder that cannot be wiped keeps nobody from deleting the rest")
    func deadHolder() {
        let device = SoftwareRAIDDevice(
            name: "/dev/md0", volume: "v", holders: ["/dev/sda", "/dev/sdb"])
        let outcome = Self.run(.deleteSoftwareRAID(), devices: [device], dead: ["/dev/sda"])
        #expect(outcome.progress == .succeeded)
        #expect(outcome.erasures == ["/dev/sda", "/dev/sdb"])
    }

    @Test("a device that is still there after the second pass fails the step")
    func stuck() {
        let device = SoftwareRAIDDevice(name: "/dev/md9", volume: "v", holders: ["/dev/sda"])
        let outcome = Self.run(.deleteSoftwareRAID(), devices: [device])
        #expect(outcome.deeds == ["remove /dev/md9", "remove /dev/md9"])
        #expect(Self.reason(outcome) == "software RAID: /dev/md9 could not be removed")
    }

    @Test("what is to be kept stays, its neighbour is wiped, and their disks' tables stay")
    func kept() {
        let devices = [("/dev/md0", "root"), ("/dev/md1", "data")].map {
            SoftwareRAIDDevice(
                name: $0, volume: RAIDVolumeName($1), holders: ["/dev/sda", "/dev/sdb"])
        }
        let disks = Self.pair + [Self.disk("/dev/md0"), Self.disk("/dev/md1")]
        let outcome = Self.run(
            .deleteSoftwareRAID(sparing: SkippedDevices(volumes: ["data"])), disks: disks,
            devices: devices)
        #expect(outcome.progress == .succeeded)
        #expect(outcome.deeds.isEmpty)
        #expect(outcome.erasures == ["/dev/md0"])
    }

    @Test("a volume on other disks than what is kept goes with its disks' tables")
    func keptElsewhere() {
        let devices = [
            SoftwareRAIDDevice(name: "/dev/md0", volume: "root", holders: ["/dev/sda"]),
            SoftwareRAIDDevice(name: "/dev/md1", volume: "data", holders: ["/dev/sdb"]),
        ]
        let outcome = Self.run(
            .deleteSoftwareRAID(sparing: SkippedDevices(volumes: ["data"])), devices: devices)
        #expect(outcome.progress == .succeeded)
        #expect(outcome.deeds == ["remove /dev/md0"])
        #expect(outcome.erasures == ["/dev/sda"])
    }

    @Test("apply_configuration removes what there is before it builds, unless it is told not to")
    func applied() {
        let device = SoftwareRAIDDevice(name: "/dev/md0", volume: "v", holders: ["/dev/sda"])
        let anew = Self.run(
            .createSoftwareRAID(SoftwareRAIDOrder([Self.mirror], existing: .goes)),
            devices: [device])
        #expect(anew.progress == .succeeded)
        #expect(anew.deeds == ["remove /dev/md0", "/dev/md0 of 2"])
        let members = [Self.disk("/dev/sda", .raidMember), Self.disk("/dev/sdb")]
        let beside = Self.run(
            .createSoftwareRAID(SoftwareRAIDOrder([Self.mirror])), disks: members,
            devices: [device])
        #expect(Self.reason(beside) == "software RAID: there are partitions on /dev/sda")
    }

    @Test("erasing leaves alone what is skipped: disks by hint, volumes and neighbours by name")
    func skipped() throws {
        let devices = [
            SoftwareRAIDDevice(name: "/dev/md0", volume: "data", holders: ["/dev/sda"]),
            SoftwareRAIDDevice(name: "/dev/md1", volume: "root", holders: ["/dev/sda"]),
            SoftwareRAIDDevice(name: "/dev/md2", volume: "old", holders: ["/dev/sdb"]),
        ]
        let disks =
            Self.pair
            + ["/dev/md0", "/dev/md1", "/dev/md2", "/dev/sdc", "/dev/sdd"].map { Self.disk($0) }
        let skipped = SkippedDevices(
            disks: [try RootDeviceHints(["name": "/dev/sdc"])], volumes: ["data"])
        var rules = ErasureRules()
        rules.skipped = skipped
        for work in [
            AgentWork.eraseDevicesMetadata(sparing: skipped), .eraseDevices(rules),
            .eraseDevicesExpress(rules),
        ] {
            let outcome = Self.run(work, disks: disks, devices: devices)
            #expect(outcome.progress == .succeeded)
            let touched = outcome.erasures.map { $0.split(separator: " ").last.map(String.init) }
            #expect(touched == ["/dev/sda", "/dev/sdb", "/dev/md2", "/dev/sdd"], "\(work)")
        }
    }
}

import Hardware
import NodeAgent
import Simulation
import Testing
import World

@Suite("An agent in a ramdisk")
struct RamdiskAgentTests {
    private static let image = ImageReference(name: "image", digest: "0123", size: .gibibytes(2))
    private static let smallDisk = DiskFacts(
        name: "/dev/sdb", model: "", vendor: "", serial: "S", wwn: "", hctl: "", byPath: "",
        size: .gibibytes(1), isRotational: false)

    /// An agent on one host that reports to the service on another.
    private struct Lab {
        let hosts = Hosts(["service", "machine"])
        let desk: BareMetalDesk
        let hardware: ScriptedHardware
        let agent: SimulatedProcess
        let service: (process: SimulatedProcess, world: World)

        init(
            refusing refusals: Int = 0, inspecting: [String: String] = [:],
            disks: [DiskFacts] = [Hosts.disk], writes: [ScriptedHardware.Write] = [.whole],
            dead: [String] = [], unwipeable: [String] = []
        ) {
            service = hosts.process("service", on: "service")
            desk = BareMetalDesk(service.world, hosts.simulator, refusing: refusals)
            let (process, world) = hosts.process("agent", on: "machine")
            agent = process
            let hardware = ScriptedHardware(
                process, disks: disks, writes: writes, dead: dead, unwipeable: unwipeable)
            self.hardware = hardware
            var arguments = inspecting
            arguments[BootArgument.api] = "service"
            let agent = RamdiskAgent(world: world, hardware: hardware, arguments: arguments)
            process.spawn { await agent?.run() }
        }

        /// Gives the agent a command, and lets time pass.
        func command(_ id: String, _ work: AgentWork, for duration: Duration = .seconds(400)) {
            let world = service.world
            service.process.spawn {
                let command = AgentCommand(id: Identifier(text: id), work: work)
                _ = try? await world.network.call(command, to: "machine", within: .seconds(30))
            }
            hosts.pass(duration)
        }

        var progress: AgentCommandStatus.Progress? { desk.beats.last?.command?.progress }
    }

    private static func disk(_ name: String, _ medium: DiskMedium) -> DiskFacts {
        DiskFacts(
            name: name, model: "", vendor: "", serial: name, wwn: "", hctl: "", byPath: "",
            size: .gibibytes(8), isRotational: false, medium: medium)
    }

    private static let write = AgentWork.writeImage(
        image, from: ["service"], onto: RootDeviceChoice())

    @Test("has nobody to report to without an address")
    func noAddress() {
        let (process, world) = Hosts(["machine"]).process("agent", on: "machine")
        let hardware = ScriptedHardware(process, writes: [.whole])
        #expect(RamdiskAgent(world: world, hardware: hardware, arguments: [:]) == nil)
    }

    @Test("asks again when nobody knows it yet", arguments: [0, 1, AgentLimits.lookups - 1])
    func lookupRetried(_ refusals: Int) {
        let lab = Lab(refusing: refusals)
        lab.hosts.pass(.seconds(3000))
        #expect(lab.desk.lookups == refusals + 1)
        #expect(lab.desk.beats.first?.node == "node-1")
    }

    @Test("gives up where nobody ever knows it")
    func lookupsBounded() {
        let lab = Lab(refusing: 1000)
        lab.hosts.pass(.seconds(7200))
        #expect(lab.desk.lookups == AgentLimits.lookups)
        #expect(lab.desk.beats.isEmpty)
    }

    @Test("hands its inventory in once, however often it is refused")
    func inventory() {
        let lab = Lab(refusing: 3, inspecting: [BootArgument.inspection: "service"])
        lab.hosts.pass(.seconds(600))
        #expect(lab.desk.inventories.count == 1)
        #expect(lab.desk.inventories.first?.facts.disks == [Hosts.disk])
    }

    @Test("reports at least twice in the time in which silence would give it up")
    func heartbeats() {
        let lab = Lab()
        let span = 20
        lab.hosts.pass(BareMetalDesk.timeout * span)
        #expect(lab.desk.beats.count > span)
        #expect(lab.desk.beats.count < span * 4)
        #expect(Set(lab.desk.beats.map(\.life)).count == 1)
    }

    @Test("goes on reporting after its network was away")
    func outage() {
        let lab = Lab()
        lab.hosts.pass(.seconds(60))
        lab.hosts.unplug("machine")
        lab.hosts.pass(.seconds(2000))
        let before = lab.desk.beats.count
        lab.hosts.plug("machine")
        // One call under way, and the pause after it.
        lab.hosts.pass(AgentLimits.call + AgentLimits.retryInterval + .seconds(1))
        #expect(lab.desk.beats.count > before)
    }

    @Test("does a command that is sent twice once")
    func twice() {
        let lab = Lab()
        lab.hosts.pass(.seconds(60))
        for _ in 0..<3 { lab.command("c-1", Self.write, for: .seconds(10)) }
        lab.hosts.pass(.seconds(400))
        lab.command("c-1", Self.write)
        #expect(lab.hardware.writes == ["/dev/sda"])
        #expect(lab.progress == .succeeded)
        lab.command("c-2", Self.write)
        #expect(lab.hardware.writes.count == 2)
    }

    @Test("does one command at a time")
    func oneAtATime() {
        let lab = Lab()
        lab.hosts.pass(.seconds(60))
        lab.command("c-1", Self.write, for: .seconds(5))
        lab.command("c-2", .eraseDevicesMetadata())
        #expect(lab.hardware.erasures == [])
        #expect(lab.desk.beats.last?.command?.id == Identifier(text: "c-1"))
        lab.command("c-2", .eraseDevicesMetadata())
        #expect(lab.hardware.erasures == ["/dev/sda"])
    }

    @Test("reports the end of a command at once")
    func promptness() {
        let lab = Lab()
        lab.hosts.pass(.seconds(60))
        lab.command("c-1", Self.write, for: .seconds(33))
        #expect(lab.progress == .succeeded)
    }

    @Test("fails a step whose image is another than was asked for, and leaves nothing to start")
    func wrongDigest() {
        let lab = Lab(writes: [.written("ffff")])
        lab.hosts.pass(.seconds(60))
        lab.command("c-1", Self.write)
        #expect(
            lab.progress
                == .failed(reason: "image image: the checksum of what arrived is wrong"))
        #expect(lab.hardware.writes.count == 1)
        #expect(lab.hardware.erasures == lab.hardware.writes)
    }

    @Test("fetches an image again a bounded number of times", arguments: 1...5)
    func downloads(_ failures: Int) {
        let broken = ScriptedHardware.Write.fails(.downloadFailed("it broke off"))
        let lab = Lab(writes: Array(repeating: broken, count: failures) + [.whole])
        lab.hosts.pass(.seconds(60))
        lab.command("c-1", Self.write)
        #expect(lab.hardware.writes.count == min(failures + 1, AgentLimits.downloads))
        if failures < AgentLimits.downloads {
            #expect(lab.progress == .succeeded)
        } else {
            #expect(lab.progress == .failed(reason: "the download failed: it broke off"))
        }
    }

    @Test("fetches from the next server when a download breaks off, and from the first in the end")
    func nextServer() {
        let broken = ScriptedHardware.Write.fails(.downloadFailed("it broke off"))
        let lab = Lab(writes: [broken, broken, broken, .whole])
        lab.hosts.pass(.seconds(60))
        let servers: [HostAddress] = ["near", "far", "undercloud"]
        lab.command("c-1", .writeImage(Self.image, from: servers, onto: RootDeviceChoice()))
        #expect(lab.hardware.servers == servers + ["near"])
        #expect(lab.progress == .succeeded)
    }

    @Test("keeps to the first server while what it gives arrives")
    func firstServer() {
        let lab = Lab()
        lab.hosts.pass(.seconds(60))
        lab.command(
            "c-1", .writeImage(Self.image, from: ["near", "far"], onto: RootDeviceChoice()))
        #expect(lab.hardware.servers == ["near"])
    }

    @Test("fails a step that names no server, and touches no disk")
    func noServer() {
        let lab = Lab()
        lab.hosts.pass(.seconds(60))
        lab.command("c-1", .writeImage(Self.image, from: [], onto: RootDeviceChoice()))
        #expect(
            lab.progress == .failed(reason: "image image: nobody was named who serves it"))
        #expect(lab.hardware.writes == [])
    }

    @Test("does not write again to a disk that refuses")
    func diskFailure() {
        let lab = Lab(writes: [.fails(.diskFailed(disk: "/dev/sda", reason: "it is full"))])
        lab.hosts.pass(.seconds(60))
        lab.command("c-1", Self.write)
        #expect(lab.hardware.writes.count == 1)
        #expect(lab.progress == .failed(reason: "/dev/sda: it is full"))
    }

    @Test("writes to the disk that is hinted at, and to none where no disk is fit")
    func rootDevice() throws {
        let hints = try RootDeviceHints(["serial": "D"])
        let lab = Lab(disks: [Self.smallDisk, Hosts.disk])
        lab.hosts.pass(.seconds(60))
        lab.command(
            "c-1", .writeImage(Self.image, from: ["service"], onto: RootDeviceChoice(hints: hints)))
        #expect(lab.hardware.writes == ["/dev/sda"])
        let none = Lab(disks: [Self.smallDisk])
        none.hosts.pass(.seconds(60))
        none.command("c-1", Self.write)
        #expect(none.hardware.writes == [])
        #expect(none.progress == .failed(reason: "no disk is a fit root device among 1"))
    }

    @Test("wipes every disk")
    func erasing() {
        let lab = Lab(disks: [Self.smallDisk, Hosts.disk])
        lab.hosts.pass(.seconds(60))
        lab.command("c-1", .eraseDevicesMetadata())
        #expect(lab.hardware.erasures == ["/dev/sdb", "/dev/sda"])
    }

    @Test("fails a step whose image is not on the disk afterwards, names the disk, and wipes it")
    func readBack() {
        let lab = Lab(writes: [.readBack("ffff")])
        lab.hosts.pass(.seconds(60))
        lab.command("c-1", Self.write)
        let reason =
            "/dev/sda (serial D): what was read back is not image image, which was"
            + " written to it"
        #expect(lab.progress == .failed(reason: reason))
        #expect(lab.hardware.erasures == ["/dev/sda"])
    }

    @Test("fails a step on a disk that is far below what disks do, and says how fast it is")
    func slowDisk() {
        let lab = Lab(writes: [.slow(.seconds(1074))])
        lab.hosts.pass(.seconds(60))
        lab.command("c-1", Self.write, for: .seconds(1500))
        let reason = "/dev/sda (serial D): it reads 1 MB/s, and 15 is the least"
        #expect(lab.progress == .failed(reason: reason))
        let other = Lab(writes: [.slow(.seconds(100))])
        other.hosts.pass(.seconds(60))
        other.command("c-1", Self.write)
        #expect(other.progress == .succeeded)
    }

    @Test("wipes what can be wiped, and names every disk that cannot or that only says so")
    func erasureFails() {
        let lab = Lab(
            disks: [Self.smallDisk, Hosts.disk, Self.disk("/dev/sdc", .disk)],
            dead: ["/dev/sdb"], unwipeable: ["/dev/sda"])
        lab.hosts.pass(.seconds(60))
        lab.command("c-1", .eraseDevicesMetadata())
        #expect(lab.hardware.erasures == ["/dev/sdb", "/dev/sda", "/dev/sdc"])
        let reason =
            "/dev/sdb (serial S): it does not answer; "
            + "/dev/sda (serial D): it was wiped and still holds what it held"
        #expect(lab.progress == .failed(reason: reason))
    }

    @Test(
        "neither wipes nor takes for a root device what is no disk", arguments: DiskMedium.allCases)
    func media(medium: DiskMedium) throws {
        // Smaller than the other, so that the rule without hints would choose it.
        let lab = Lab(disks: [Self.disk("/dev/sda", medium), Hosts.disk])
        lab.hosts.pass(.seconds(60))
        lab.command("c-1", .eraseDevicesMetadata())
        #expect(lab.hardware.erasures.count == (medium == .disk ? 2 : 1))
        lab.command("c-2", Self.write)
        #expect(lab.progress == .succeeded)
        let hints = try RootDeviceHints(["serial": "/dev/sda"])
        lab.command(
            "c-3", .writeImage(Self.image, from: ["service"], onto: RootDeviceChoice(hints: hints)))
        let reason =
            "the root device hints name /dev/sda (serial /dev/sda), which is "
            + medium.rawValue
        #expect(lab.progress == (medium == .disk ? .succeeded : .failed(reason: reason)))
    }
}

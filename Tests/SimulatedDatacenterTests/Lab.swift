import Hardware
import SimulatedDatacenter
import Simulation
import Testing
import World

/// A small datacenter to try things in: a seed that serves, and machines to be served.
final class Lab: Sendable {
    static let image = ImageReference(
        name: "overcloud-full",
        digest: "0123456789abcdef",
        size: .gibibytes(2)
    )
    static let seedImage = ImageReference(
        name: "seed",
        digest: "5eed5eed5eed5eed",
        size: .gibibytes(1)
    )
    static let files = BootFiles(
        kernel: ImageReference(name: "agent.kernel", digest: "aaaa", size: .mebibytes(10)),
        ramdisk: ImageReference(name: "agent.ramdisk", digest: "bbbb", size: .mebibytes(400)),
        arguments: ["ipa-api-url": "http://seed:6385"]
    )
    static let credentials = BMCCredentials(user: "admin", password: "secret")
    static let offer = DHCPOffer(leased: "192.0.2.100", server: "seed", files: files)

    let simulator: Simulator
    let datacenter: SimulatedDatacenter
    let journal: Confined<[JournalEntry]>

    init(
        seed: UInt64 = 7,
        schedule: Schedule = .shuffle,
        machines: Int = 2,
        racks: Int = 2,
        disks: Int = 2,
        raid: [RAIDControllerSpecification] = [],
        speed: SpeedClass = .ordinary,
        timing: TimingProfile = TimingProfile(),
        uplink: Bandwidth = .gigabits(40),
        bootOrder: [BootDevice] = [.network, .disk],
        installed: [InstalledImage] = [],
        power: PowerSpecification = PowerSpecification(),
        supply: Supply = Supply(),
        volumes: [SANTarget: ImageReference] = [:],
        wire: ManagementProtocol? = nil,
        wireDefects: WireDefects = WireDefects()
    ) {
        let simulator = Simulator(seed: seed, schedule: schedule)
        let names = (1...racks).map { RackName("rack-\($0)") }
        var specifications = [Self.seedHost(in: names[0])]
        for index in 1...machines {
            let rack = names[(index - 1) % racks]
            specifications.append(
                Self.node(
                    index,
                    in: rack,
                    disks: disks,
                    raid: raid,
                    speed: speed,
                    bootOrder: bootOrder,
                    installed: installed,
                    supply: supply,
                    wire: wire
                )
            )
        }
        let journal = Confined<[JournalEntry]>(simulator, [])
        datacenter = SimulatedDatacenter(
            simulator: simulator,
            specification: DatacenterSpecification(
                racks: names.map { RackSpecification(name: $0, uplink: uplink) },
                machines: specifications,
                power: power,
                timing: timing,
                volumes: volumes
            ),
            wireDefects: wireDefects
        )
        datacenter.observe { entry in journal.write { $0.append(entry) } }
        self.simulator = simulator
        self.journal = journal
    }

    var seed: SimulatedMachine { datacenter.machines[0] }
    var node: SimulatedMachine { datacenter.machines[1] }
    var nodes: [SimulatedMachine] { Array(datacenter.machines.dropFirst()) }

    /// A process that lives outside all machines, as an operator's does.
    func outsider(_ name: String = "operator") -> SimulatedProcess {
        SimulatedProcess(name, on: simulator, clock: NodeClock(simulator))
    }

    func bmc(
        of machine: SimulatedMachine,
        for process: SimulatedProcess,
        credentials: BMCCredentials = Lab.credentials
    ) -> any BMC {
        guard let controller = machine.specification.controller else {
            preconditionFailure("\(machine.name) has no controller.")
        }
        return datacenter.controllers(for: process).controller(
            at: controller.address,
            driver: controller.driver,
            credentials: credentials
        )
    }

    /// Runs `body` to its end in a process of its own.
    func run<Value: Sendable>(
        in process: SimulatedProcess? = nil,
        _ body: @escaping @Sendable (SimulatedProcess) async throws -> Value
    ) throws -> Value {
        let process = process ?? outsider()
        let result = Confined<Result<Value, any Error>?>(simulator, nil)
        process.spawn {
            do {
                let value = try await body(process)
                result.write { $0 = .success(value) }
            } catch {
                result.write { $0 = .failure(error) }
            }
        }
        let finding = simulator.run { result.read { $0 != nil } }
        if let finding { throw LabError(description: finding.description) }
        guard let result = result.read({ $0 }) else { throw LabError(description: "no result") }
        return try result.get()
    }

    /// Lets time pass.
    func pass(_ duration: Duration) {
        let deadline = simulator.now + duration
        simulator.schedule(at: deadline) {}
        let simulator = simulator
        let finding = simulator.run { simulator.now >= deadline }
        if let finding { preconditionFailure(finding.description) }
    }

    /// Starts the seed, with a DHCP service that answers everybody with `offer`.
    @discardableResult
    func startSeed(offering offer: DHCPOffer? = Lab.offer) -> SimulatedProcess {
        seed.bootAtOnce()
        return serve(offering: offer)
    }

    /// Answers everybody who asks from this machine for something to boot.
    @discardableResult
    func serve(
        offering offer: DHCPOffer?,
        from machine: SimulatedMachine? = nil
    ) -> SimulatedProcess {
        let machine = machine ?? seed
        guard let process = machine.startProcess("dhcp") else {
            preconditionFailure("The server runs.")
        }
        let world = world(for: process, on: machine)
        world.network.listen(for: DHCPDiscover.self) { _ in DHCPDiscover.Reply(offer: offer) }
        return process
    }

    func world(for process: SimulatedProcess, on machine: SimulatedMachine) -> World {
        datacenter.world(for: process, on: machine.address, stores: NoStores())
    }

    func events(of kind: String) -> [JournalEntry] {
        journal.read { $0.filter { $0.event.kind == kind } }
    }

    func events(of kind: String, on machine: SimulatedMachine) -> [JournalEntry] {
        events(of: kind).filter { $0.event.subject == machine.name.text }
    }

    func text(of kind: String) -> [String] {
        events(of: kind).map { entry in
            entry.event.fields.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
        }
    }
}

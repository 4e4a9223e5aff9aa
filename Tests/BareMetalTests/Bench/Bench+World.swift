import BareMetal
import Hardware
import Networks
import NodeAgent
import SimulatedDatacenter
import Simulation
import World

extension Bench {
    /// Among whom a conductor works.
    enum Company {
        case alone
        /// Those of the ring that is written down; it begins no new fence.
        case ring
    }

    /// Starts a conductor for a term of its own: earlier conductors can commit nothing any more,
    /// unless it works among them.
    func startStation(
        term: Int, in company: Company = .alone, options: ConductorOptions = ConductorOptions(),
        drivers: [DriverStep] = []
    ) async throws -> Station {
        if company == .alone || store.snapshot(of: BenchFence.self).isEmpty {
            try await begin(term)
        }
        let process = SimulatedProcess(
            "conductor-\(term)", on: simulator, clock: NodeClock(simulator))
        let (meter, trouble) = (
            StepMeter(simulator), Confined(simulator, MeteredStore.Trouble.none)
        )
        let isEntitled = Confined(simulator, true)
        let world = world(of: process, at: HostAddress("host-\(term)"), meter)
        let own = MeteredStore(store: store.handle(for: process), meter: meter, trouble: trouble)
        guard let fence = try await own.get(BenchFence.self, BenchFence.onlyID) else {
            throw BenchFailure("the fence is gone")
        }
        let authority = Authority(
            term: Term(number: term), fenceKey: fence.key,
            fencing: { $0.require(unchanged: fence) },
            ring: company == .ring ? RingView(own) : nil,
            holds: { isEntitled.read { $0 } && process.isAlive })
        let conductor = Conductor(
            world: world, store: own, authority: authority, service: Self.service,
            images: RamdiskImages(kernel: Self.image, ramdisk: Self.image),
            network: BenchBootNetwork(), inspector: BenchInspector(), options: options,
            drivers: drivers)
        serve(conductor, over: world.network)
        return Station(
            process: process, world: world, conductor: conductor, meter: meter, trouble: trouble,
            isEntitled: isEntitled)
    }

    /// Starts an allocator for a term of its own.
    func startAllocator(term: Int) async throws -> Allocator {
        try await begin(term)
        let process = SimulatedProcess(
            "allocator-\(term)", on: simulator, clock: NodeClock(simulator))
        let own = store.handle(for: process)
        guard let fence = try await own.get(BenchFence.self, BenchFence.onlyID) else {
            throw BenchFailure("the fence is gone")
        }
        let authority = Authority(
            term: Term(number: term), fenceKey: fence.key,
            fencing: { $0.require(unchanged: fence) }, holds: { process.isAlive })
        return Allocator(
            world: world(of: process, at: HostAddress("host-\(term)"), StepMeter(simulator)),
            store: own, authority: authority)
    }

    /// Takes over from earlier conductors and begins to watch.
    func open(_ station: Station) async throws {
        try await station.conductor.recover()
        station.process.spawn { await station.conductor.watchTimeouts() }
        station.process.spawn { await station.conductor.synchronizePower() }
    }

    /// Writes nodes down, as they are to be found.
    func enrol(_ change: @Sendable (inout Node) -> Void = { _ in }) async throws {
        var transaction = Transaction()
        for (index, machine) in machines.enumerated() {
            let addresses = machine.facts.interfaces.map(\.address)
            var node = Node(
                name: NodeName("node-\(index + 1)"), uuid: Identifier(text: "\(index + 1)"),
                driver: "bench", bmc: machine.bmc,
                credentials: BMCCredentials(user: "admin", password: "secret"),
                addresses: addresses, properties: NodeProperties(), rootDevice: nil)
            change(&node)
            transaction.insert(node)
            for address in addresses { transaction.insert(Port(address: address, node: node.name)) }
        }
        try await store.handle(for: operatorProcess).commit(transaction)
    }

    private func begin(_ term: Int) async throws {
        let handle = store.handle(for: operatorProcess)
        var transaction = Transaction()
        if let old = try await handle.get(BenchFence.self, BenchFence.onlyID) {
            transaction.replace(old, with: BenchFence(term: term))
        } else {
            transaction.insert(BenchFence(term: term))
        }
        try await handle.commit(transaction)
    }

    private func serve(_ conductor: Conductor, over network: any HostNetwork) {
        network.claim(Self.service)
        network.listen(for: AgentLookup.self) { (lookup) async throws(Rejection) in
            do { return try await conductor.answer(lookup) } catch { throw Rejection("\(error)") }
        }
        network.listen(for: AgentHeartbeat.self) { (beat) async throws(Rejection) in
            do { try await conductor.answer(beat) } catch { throw Rejection("\(error)") }
            return AgentHeartbeat.Reply()
        }
        network.listen(for: AgentInventory.self) { (inventory) async throws(Rejection) in
            do { try await conductor.answer(inventory) } catch { throw Rejection("\(error)") }
            return AgentInventory.Reply()
        }
    }

    func startAgent(on machine: BenchMachine) -> SimulatedProcess? {
        let offers = store.snapshot(of: PXEConfiguration.self).map(\.document)
        let addresses = machine.facts.interfaces.map(\.address)
        guard let offer = offers.first(where: { addresses.contains($0.address) }) else {
            return nil
        }
        let process = SimulatedProcess("agent", on: simulator, clock: NodeClock(simulator))
        let world = world(of: process, at: machine.address, StepMeter(simulator))
        let agent = RamdiskAgent(
            world: world, hardware: BenchHardware(machine: machine, process: process),
            arguments: offer.files.arguments)
        guard let agent else { return nil }
        process.spawn { await agent.run() }
        return process
    }

    private func world(
        of process: SimulatedProcess, at host: HostAddress, _ meter: StepMeter
    ) -> World {
        let life = nextLife()
        let random = BenchRandom(simulator.random.branch("life \(life)"), simulator)
        var byAddress: [BMCAddress: BenchMachine] = [:]
        for machine in machines { byAddress[machine.bmc] = machine }
        let own = BenchControllers(process: process, machines: byAddress, meter: meter)
        let controllers: any ControllerDirectory =
            site.read { $0 }?.controllers(for: process) ?? own
        return World(
            host: host, clock: BenchClock(process: process, meter: meter), random: random,
            stores: BenchStores(),
            network: BenchNetwork(
                process: process, host: host, switchboard: switchboard, meter: meter),
            controllers: controllers, spawner: BenchSpawner(process: process),
            journal: BenchJournal(events: events), faults: NoFaultSites())
    }
}

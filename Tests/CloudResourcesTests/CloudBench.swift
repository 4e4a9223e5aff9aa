import BareMetal
import Compute
import Hardware
import Images
import Orchestration
import OrderedCollections
import SimulatedDatacenter
import Simulation
import World

@testable import CloudResources

/// A world with a store, an engine that knows the cloud's resources, and somebody who asks for
/// stacks. What brings servers to machines is told by the test.
final class CloudBench: Sendable {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    let simulator: Simulator
    let shelf: SimulatedStore
    let store: any Store
    let service: StackService
    private let person: SimulatedProcess
    private let engines: Confined<(process: SimulatedProcess?, count: Int)>

    init(seed: UInt64 = 1) {
        simulator = Simulator(seed: seed, schedule: .shuffle)
        shelf = SimulatedStore(name: "cloud", simulator: simulator, journal: { _ in })
        shelf.join("cloud")
        person = SimulatedProcess("person", on: simulator, clock: NodeClock(simulator))
        store = shelf.handle(for: person)
        engines = Confined(simulator, (nil, 0))
        service = StackService(
            store, clock: BenchClock(process: person), random: BenchChance(simulator, "person"),
            types: .cloud)
    }

    /// Starts an engine; one that ran before is dead.
    func startEngine() {
        engines.read { $0.process }?.kill()
        let count = engines.write { engines in
            engines.count += 1
            return engines.count
        }
        let process = SimulatedProcess("engine", on: simulator, clock: NodeClock(simulator))
        engines.write { $0.process = process }
        let engine = StackEngine(
            shelf.handle(for: process), clock: BenchClock(process: process),
            random: BenchChance(simulator, "engine.\(count)"),
            authority: StackAuthority(engine: "engine-\(count)", holds: { process.isAlive }),
            types: .cloud)
        process.spawn { await engine.run() }
    }

    /// Runs `body` beside an engine to its end in virtual time, then ends the world.
    func run<Value: Sendable>(
        _ body: @escaping @Sendable (CloudBench) async throws -> Value
    ) throws -> Value {
        let result = Confined<Result<Value, any Error>?>(simulator, nil)
        startEngine()
        person.spawn { [self] in
            do {
                try await stock()
                let value = try await body(self)
                result.write { $0 = .success(value) }
            } catch { result.write { $0 = .failure(error) } }
        }
        let finding = simulator.run { result.read { $0 != nil } }
        let value = result.read { $0 }
        simulator.shutDown()
        guard let value else {
            throw Failure(description: finding.map(\.description) ?? "no result")
        }
        return try value.get()
    }

    static let images: [ImageName] = ["overcloud-full", "overcloud-new"]

    private func stock() async throws {
        var transaction = Transaction()
        for name in Self.images {
            transaction.insert(
                Image(
                    reference: ImageReference(
                        name: name, digest: ImageDigest("sha256:\(name)"), size: .gibibytes(1)),
                    purpose: .disk))
        }
        try await store.commit(transaction)
    }

    func pause(_ duration: Duration = .seconds(1)) async throws {
        try await person.wait(WaitReason("pauses"), until: simulator.now + duration)
    }

    /// Waits until something holds.
    func until(
        _ what: String, within limit: Duration = .seconds(600),
        _ holds: () async throws -> Bool
    ) async throws {
        let end = simulator.now + limit
        while try await !holds() {
            guard simulator.now < end else {
                throw Failure(description: "not within time: \(what)")
            }
            try await pause(.milliseconds(500))
        }
    }

    // MARK: Stacks

    func begin(_ template: String, name: String = "stack") async throws -> String {
        try await service.create(name, Self.contents(template))
    }

    func beginUpdate(_ template: String, rollback: StackRecord.Rollback = .disabled) async throws {
        var options = StackService.Options()
        options.rollback = rollback
        try await service.update("stack", Self.contents(template), options)
    }

    func settled(_ stack: String = "stack") async throws -> StackRecord {
        try await until("\(stack) is at rest", within: .seconds(7200)) {
            try await service.show(stack).status != .inProgress
        }
        return try await service.show(stack)
    }

    func create(_ template: String) async throws -> StackRecord {
        try await settled(try await begin(template))
    }

    func update(_ template: String) async throws -> StackRecord {
        try await beginUpdate(template)
        return try await settled()
    }

    private static func contents(_ template: String) -> StackService.Contents {
        StackService.Contents(template: "heat_template_version: 2018-08-31\n" + template)
    }

    func resource(_ name: String) async throws -> ResourceRecord {
        let found = try await service.resources("stack").first { $0.name == name }
        guard let found else { throw Failure(description: "there is no resource \(name)") }
        return found
    }

    func attribute(_ name: String, of resource: String) async throws -> TemplateValue {
        let reader = StackReader(store, types: .cloud)
        return try await reader.attribute(name, path: [], of: try await self.resource(resource))
    }

    // MARK: Servers

    func servers() async throws -> [Server] {
        try await store.scan(Server.self).map(\.document)
    }

    /// What the flow does to a server.
    func change(_ server: String, _ body: (inout Server) -> Void) async throws {
        guard let stored = try await store.get(Server.self, server) else {
            throw Failure(description: "there is no server \(server)")
        }
        var next = stored.document
        body(&next)
        var transaction = Transaction()
        transaction.replace(stored, with: next)
        try await store.commit(transaction)
    }

    /// The server is placed, deployed and heard.
    func deploy(_ server: String, on node: NodeName = "node-1") async throws {
        try await change(server) {
            $0.state = .active
            $0.node = node
            $0.instance = Identifier(text: "instance-of-\($0.name)")
            $0.rebuild = nil
        }
    }

    /// A node on which a server was deployed.
    func addNode(_ name: NodeName, owner: String, ephemeral: ByteCount) async throws {
        var node = Node(
            name: name, uuid: Identifier(text: name.text), driver: "ipmi",
            bmc: BMCAddress(host: name.text),
            credentials: BMCCredentials(user: "admin", password: "secret"), addresses: [],
            properties: NodeProperties(), rootDevice: nil)
        node.instance = Instance(
            id: Identifier(text: "instance-of-\(owner)"), owner: owner,
            image: ImageReference(
                name: "overcloud-full", digest: ImageDigest("d"), size: .gibibytes(1)),
            layout: PartitionLayout(root: .gibibytes(20), swap: .zero, ephemeral: ephemeral))
        var transaction = Transaction()
        transaction.insert(node)
        try await store.commit(transaction)
    }

    func remove(_ server: String) async throws {
        var transaction = Transaction()
        transaction.remove(DocumentKey(kind: Server.kind, id: server))
        try await store.commit(transaction)
    }

    func waitForServers(_ count: Int) async throws {
        try await until("\(count) servers") { try await servers().count == count }
    }
}

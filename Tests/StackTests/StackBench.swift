import Hardware
import Orchestration
import OrderedCollections
import SimulatedDatacenter
import Simulation
import World

/// A world with a store, an engine that may be killed, and somebody who asks for stacks.
final class StackBench: Sendable {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    let simulator: Simulator
    let store: SimulatedStore
    let service: StackService
    private let person: SimulatedProcess
    private let engines: Confined<(process: SimulatedProcess?, engine: StackEngine?, count: Int)>

    init(seed: UInt64 = 1, schedule: Schedule = .shuffle) {
        simulator = Simulator(seed: seed, schedule: schedule)
        store = SimulatedStore(name: "stacks", simulator: simulator, journal: { _ in })
        store.join("stacks")
        person = SimulatedProcess("person", on: simulator, clock: NodeClock(simulator))
        engines = Confined(simulator, (nil, nil, 0))
        service = StackService(
            store.handle(for: person), clock: BenchClock(process: person),
            random: BenchChance(simulator, "person"))
    }

    /// Starts an engine; one that ran before is dead.
    func startEngine() {
        killEngine()
        let count = engines.write { engines in
            engines.count += 1
            return engines.count
        }
        let process = SimulatedProcess("engine", on: simulator, clock: NodeClock(simulator))
        engines.write { $0.process = process }
        let engine = StackEngine(
            store.handle(for: process), clock: BenchClock(process: process),
            random: BenchChance(simulator, "engine.\(count)"),
            authority: StackAuthority(engine: "engine-\(count)", holds: { process.isAlive }))
        engines.write { $0.engine = engine }
        process.spawn { await engine.run() }
    }

    /// Those that the engine has taken so far.
    var steps: Int {
        get async { await engines.read { $0.engine }?.steps ?? 0 }
    }

    func killEngine() { engines.read { $0.process }?.kill() }

    /// Runs `body` beside an engine to its end in virtual time, then ends the world.
    func run<Value: Sendable>(
        _ body: @escaping @Sendable (StackBench) async throws -> Value
    ) throws -> Value {
        let result = Confined<Result<Value, any Error>?>(simulator, nil)
        startEngine()
        person.spawn { [self] in
            do {
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

    func pause(_ duration: Duration) async throws {
        try await person.wait(WaitReason("pauses"), until: simulator.now + duration)
    }

    /// Waits until a stack is at rest.
    @discardableResult
    func settled(_ stack: String, within limit: Duration = .seconds(7200)) async throws
        -> StackRecord
    {
        let end = simulator.now + limit
        while true {
            let record = try await service.show(stack)
            if record.status != .inProgress { return record }
            guard simulator.now < end else {
                throw Failure(description: "\(stack) is \(record.state) after \(limit)")
            }
            try await pause(.milliseconds(500))
        }
    }

    /// Makes a stack and waits until it is at rest.
    @discardableResult
    func create(
        _ template: String, files: [String: String] = [:], environment: String = "{}",
        _ options: StackService.Options = StackService.Options(), name: String = "stack"
    ) async throws -> StackRecord {
        let contents = try Self.contents(template, files, environment)
        let id = try await service.create(name, contents, options)
        return try await settled(id)
    }

    @discardableResult
    func update(
        _ template: String, files: [String: String] = [:], environment: String = "{}",
        _ options: StackService.Options = StackService.Options(), name: String = "stack"
    ) async throws -> StackRecord {
        try await service.update(name, Self.contents(template, files, environment), options)
        return try await settled(name)
    }

    static func contents(
        _ template: String, _ files: [String: String] = [:], _ environment: String = "{}"
    ) throws -> StackService.Contents {
        let file = try EnvironmentFile(parsing: environment, file: "environment.yaml")
        return StackService.Contents(
            template: "heat_template_version: 2018-08-31\n" + template, files: files,
            environment: try Environment(merging: [file]))
    }

    /// What happened to a stack's resources: `name ACTION_STATUS`, in order.
    func history(_ stack: String = "stack") async throws -> [String] {
        try await service.events(stack).map { "\($0.resource) \($0.action)_\($0.status)" }
    }

    func resource(_ name: String, of stack: String = "stack") async throws -> ResourceRecord {
        let found = try await service.resources(stack).first { $0.name == name }
        guard let found else { throw Failure(description: "there is no resource \(name)") }
        return found
    }
}

import Testing

@Suite("Banned names")
struct BannedNameTests {
    @Test("stand in no file outside the places where each is allowed")
    func tree() {
        Violation.report(Repository.swiftFiles.flatMap(BannedNameRule.violations))
    }

    @Test(
        "are caught in a service, each with its replacement",
        arguments: [
            ("Task { await work() }", "World.spawner"),
            ("Task\n{ }", "World.spawner"),
            ("let task = Task(priority: .high) { }", "World.spawner"),
            ("Task(executorPreference: executor) { }", "World.spawner"),
            ("_ = Task<Void, Never> { }", "World.spawner"),
            ("_ = Task<[Int], any Error>.detached { }\nTask.detached { }", "World.spawner"),
            ("try await Task.sleep(for: .seconds(1))", "World.clock.sleep"),
            ("let now = Date()", "World.clock.wallTime"),
            ("let text = \"at \\(Date())\"", "World.clock.wallTime"),
            ("let id = UUID()", "World.random"),
            ("ContinuousClock().now", "World.clock"),
            ("let clock: SuspendingClock", "World.clock"),
            ("Int.random(in: 0..<5)", "using:"),
            ("Bool.random()", "using:"),
            ("names.shuffled()", "using:"),
            ("names.randomElement()", "using:"),
            ("var g = SystemRandomNumberGenerator()", "World.random"),
            ("Thread.sleep(forTimeInterval: 1)", "World.spawner"),
            ("DispatchQueue.main.async { }", "World.spawner"),
            ("let state = Mutex(0)", "one thread needs no lock"),
            ("let lock = NSLock()", "one thread needs no lock"),
            ("let lock = OSAllocatedUnfairLock()", "one thread needs no lock"),
            ("let gate = DispatchSemaphore(value: 0)", "one thread needs no lock"),
            ("var lock = pthread_mutex_t()", "one thread needs no lock"),
            ("final class A: @unchecked Sendable {}", "Confined"),
            ("if world.isSimulated { }", "the seam"),
            ("key.hashValue % 3", "process to process"),
            ("var hasher = Hasher()", "every process"),
            ("struct NodeManager {}", "the field's own term"),
            ("enum PowerHelpers {}", "the field's own term"),
            ("typealias StringUtils = Int", "the field's own term"),
        ]
    )
    func caught(text: String, replacement: String) {
        let found = violations("Sources/BareMetal/A.swift", text)

        #expect(found.count == 1)
        #expect(found.first?.message.contains(replacement) == true, "\(found)")
    }

    @Test(
        "leave alone what only looks like them",
        arguments: [
            "// Task { } and Date() and Mutex", "let text = \"Task.sleep Date()\"",
            "let task: Task<Void, Never> { handle }", "func f() -> Task<Int, Never> { handle }",
            "Int.random(in: 0..<5, using: &generator)", "names.shuffled(using: &generator)",
            "await Task.yield()", "Task.isCancelled", "struct WorldThread {}",
            "func hash(into hasher: inout Hasher) {}", "FileManager.default", "struct Task {}",
            "let date = Date(timeIntervalSince1970: 0)", "final class A: Sendable {}",
        ]
    )
    func leftAlone(text: String) {
        #expect(violations("Sources/BareMetal/A.swift", text) == [])
    }

    @Test(
        "are allowed where the world is met or made",
        arguments: [
            ("Simulators/Simulation/A.swift", "Task(executorPreference: executor) { }"),
            ("Simulators/Simulation/A.swift", "final class A: @unchecked Sendable {}"),
            ("Sources/LiveWorld/A.swift", "Task { try await Task.sleep(for: d) }; Date()"),
            ("Sources/updraft/A.swift", "UInt64.random(in: 0...9)"),
            ("Benchmarks/updraft-bench/A.swift", "let clock = ContinuousClock()"),
        ]
    )
    func allowed(path: String, text: String) {
        #expect(violations(path, text) == [])
    }

    @Test("keep the kernel's own privileges from other simulators and from tests")
    func privileges() {
        let promise = "final class A: @unchecked Sendable {}"
        #expect(violations("Simulators/SimulatedDatacenter/A.swift", promise).count == 1)
        #expect(violations("Tests/WorldTests/A.swift", promise).count == 1)
        let start = "Task(executorPreference: executor) { }"
        #expect(violations("Simulators/SimulatedCloud/A.swift", start).count == 1)
        #expect(violations("Sources/LiveWorld/A.swift", start).count == 1)
    }

    @Test(
        "include marks of unfinished work in any comment",
        arguments: ["// TODO: later", "/// FIXME this", "/* one\n XXX */", "let a = 1 // TODO"]
    )
    func unfinished(text: String) {
        #expect(violations("Sources/updraft/A.swift", text).count == 1)
    }

    private func violations(_ path: String, _ text: String) -> [Violation] {
        BannedNameRule.violations(in: SwiftFile(path: path, text: text))
    }
}

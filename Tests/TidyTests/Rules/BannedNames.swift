/// The names that would make a run differ from its repetition, or hide what a thing is.
enum BannedNames {
    /// Where the real world is met.
    private static let live = [
        "Sources/LiveWorld", "Sources/LiveHTTP", "Sources/Libvirt", "Sources/API",
        "Sources/updraft",
    ]
    private static let measured =
        live + [
            "Benchmarks", "Tests/LiveWorldTests", "Tests/LiveControllerTests",
            "Tests/LibvirtTests", "Tests/Contracts",
        ]
    private static let kernel = ["Simulators/Simulation"]
    private static let anyTests = ["Tests", "Benchmarks"]

    static let all: [BannedName] = tasks + time + chance + threads + names

    private static let tasks = [
        BannedName(
            name: "Task { … }",
            pattern: .unstructuredTask,
            replacement:
                "World.spawner, or `async let` and task groups: other tasks run on threads "
                + "of their own, where no seed orders them",
            allowed: kernel + live + anyTests
        ),
        sequence(
            ["(", "executorPreference", ":"],
            "World.spawner: only the kernel puts tasks on an executor",
            allowed: kernel + ["Tests/SimulationTests"]
        ),
        sequence(
            ["Task", ".", "detached"],
            "World.spawner: a detached task leaves the executor",
            allowed: live
        ),
        sequence(
            ["Task", ".", "immediate"],
            "World.spawner: such a task leaves the executor",
            allowed: live
        ),
        sequence(["Task", ".", "sleep"], "World.clock.sleep", allowed: measured),
        sequence(["usleep", "("], "World.clock.sleep", allowed: measured),
        sequence(["nanosleep", "("], "World.clock.sleep", allowed: measured),
    ]

    private static let time = [
        sequence(["Date", "(", ")"], "World.clock.wallTime", allowed: measured),
        sequence(["Date", ".", "now"], "World.clock.wallTime", allowed: measured),
        sequence(["ContinuousClock"], "World.clock", allowed: measured),
        sequence(["SuspendingClock"], "World.clock", allowed: measured),
        sequence(["gettimeofday"], "World.clock.wallTime", allowed: measured),
        sequence(["clock_gettime"], "World.clock", allowed: measured),
    ]

    private static let chance = [
        sequence(
            ["UUID", "(", ")"],
            "Identifier, drawn from World.random",
            allowed: live + anyTests
        ),
        withoutGenerator("random"), withoutGenerator("shuffled"), withoutGenerator("shuffle"),
        withoutGenerator("randomElement"),
        sequence(
            ["SystemRandomNumberGenerator"],
            "World.random, or a branch of the seed",
            allowed: live
        ),
        sequence(["arc4random"], "World.random, or a branch of the seed", allowed: []),
        sequence(
            [".", "hashValue"],
            "a value of your own: hashes differ from process to process",
            allowed: []
        ),
        sequence(
            ["Hasher", "("],
            "a hash that is the same in every process, as TraceHash",
            allowed: []
        ),
    ]

    private static let threads = [
        sequence(["Thread", "."], "World.spawner", allowed: live + anyTests),
        sequence(["Thread", "("], "World.spawner", allowed: live + anyTests),
        sequence(["pthread_create"], "World.spawner", allowed: []),
        sequence(["DispatchQueue"], "World.spawner and World.clock", allowed: live),
        sequence(["DispatchGroup"], "a task group", allowed: live),
        sequence(["DispatchSource"], "World.clock or a watch on the store", allowed: live),
        lock("DispatchSemaphore"), lock("Mutex"), lock("NSLock"), lock("NSRecursiveLock"),
        lock("NSCondition"), lock("OSAllocatedUnfairLock"), lock("pthread_mutex_t"),
        lock("pthread_mutex_lock"),
        sequence(
            ["@", "unchecked", "Sendable"],
            "an actor, a value, or Confined: only the kernel may promise what it cannot show",
            allowed: kernel + ["Sources/CLibvirt", "Sources/Libvirt"]
        ),
    ]

    private static let names = [
        sequence(
            ["isSimulated"],
            "the world handed in: nothing above the seam can tell which one it is in",
            allowed: []
        ),
        typeName("Manager"), typeName("Helper"), typeName("Util"),
    ]

    private static func sequence(
        _ texts: [String],
        _ replacement: String,
        allowed: [String]
    ) -> BannedName {
        BannedName(
            name: texts.joined(),
            pattern: .sequence(texts),
            replacement: replacement,
            allowed: allowed
        )
    }

    private static func withoutGenerator(_ member: String) -> BannedName {
        BannedName(
            name: ".\(member)( without using:",
            pattern: .chanceWithoutGenerator(member: member),
            replacement: "the same call with `using:` a branch of the seed or World.random",
            // Where a run without a seed is given one.
            allowed: ["Sources/updraft", "Sources/LiveWorld"]
        )
    }

    private static func lock(_ name: String) -> BannedName {
        sequence(
            [name],
            "an actor, or Confined in a simulator: one thread needs no lock",
            allowed: live + ["Tests"]
        )
    }

    private static func typeName(_ part: String) -> BannedName {
        BannedName(
            name: "a type named …\(part)…",
            pattern: .typeName(part),
            replacement: "the field's own term for what it is or does",
            allowed: []
        )
    }
}

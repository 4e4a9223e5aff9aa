import BareMetal
import Hardware
import SimulatedDatacenter
import Simulation
import Testing
import World

@Suite("Steps that are taken on a node")
struct StepRunTests {
    private static let first = StepID(.vendor, "first")
    private static let second = StepID(.management, "second")

    /// Two drivers' steps that write down that they were taken.
    private static func drivers(
        _ taken: Confined<[StepName]>, ramdisk: StepDefinition.Ramdisk = .notRequired,
        outcome: StepOutcome = .done
    ) -> [DriverStep] {
        [first, second].map { id in
            DriverStep(
                StepDefinition(id, priority: 0, at: .conductor, ramdisk: ramdisk),
                for: [.clean, .deploy, .service],
                work: { context in
                    taken.write { $0.append(context.step.name) }
                    return outcome
                })
        }
    }

    private static let both = [
        RequestedStep(.vendor, "first"), RequestedStep(.management, "second"),
    ]

    @Test("steps by hand that need no ramdisk start none, and leave the node out of the pool")
    func outOfBand() throws {
        let bench = Bench()
        try bench.run {
            let taken = Confined<[StepName]>(bench.simulator, [])
            try await bench.enrol { $0.provisionState = .manageable }
            let station = try await bench.startStation(term: 1, drivers: Self.drivers(taken))
            try await bench.open(station)
            try await station.conductor.request(.clean(Self.both), of: "node-1")
            try await bench.reach(.manageable, within: .seconds(600))
            #expect(taken.read { $0 } == ["first", "second"])
            #expect(!bench.machine.commands.contains(.on))
            #expect(bench.intents.allSatisfy { $0.outcome == .done })
        }
    }

    @Test("automated cleaning gives the node to the pool, erased")
    func automated() throws {
        let bench = Bench()
        try bench.run {
            bench.machine.install(Bench.image.digest)
            try await bench.enrol { $0.provisionState = .manageable }
            let station = try await bench.startStation(term: 1)
            try await bench.open(station)
            try await station.conductor.request(.provide, of: "node-1")
            try await bench.reach(.available, within: .seconds(1200))
            #expect(bench.machine.disk == nil && bench.machine.power == .off)
        }
    }

    @Test("a node whose cleaning is switched off goes to the pool as it is")
    func switchedOff() throws {
        let bench = Bench()
        try bench.run {
            bench.machine.install(Bench.image.digest)
            try await bench.enrol {
                $0.provisionState = .manageable
                $0.automatedCleaning = .disabled
            }
            let station = try await bench.startStation(term: 1)
            try await bench.open(station)
            try await station.conductor.request(.provide, of: "node-1")
            try await bench.reach(.available, within: .seconds(600))
            #expect(bench.machine.disk == Bench.image.digest)
        }
    }

    @Test("a hold stops the work until unhold, with the ramdisk and without")
    func hold() throws {
        for ramdisk in [StepDefinition.Ramdisk.notRequired, .required] {
            let bench = Bench()
            try bench.run {
                let taken = Confined<[StepName]>(bench.simulator, [])
                try await bench.enrol { $0.provisionState = .manageable }
                let station = try await bench.startStation(
                    term: 1, drivers: Self.drivers(taken, ramdisk: ramdisk))
                try await bench.open(station)
                let steps = [
                    Self.both[0], RequestedStep(.deploy, "hold"), Self.both[1],
                ]
                try await station.conductor.request(.clean(steps), of: "node-1")
                try await bench.reach(.cleanHold, within: .seconds(1200))
                try await bench.pause(.seconds(3 * 3600))
                #expect(bench.node.provisionState == .cleanHold)
                #expect(taken.read { $0 } == ["first"])
                try await station.conductor.request(.unhold, of: "node-1")
                try await bench.reach(.manageable, within: .seconds(1200))
                #expect(taken.read { $0 } == ["first", "second"])
            }
        }
    }

    @Test("a service takes its steps and leaves the instance running")
    func service() throws {
        for ramdisk in [StepDefinition.Ramdisk.notRequired, .required] {
            let bench = Bench()
            try bench.run {
                let taken = Confined<[StepName]>(bench.simulator, [])
                bench.machine.install(Bench.image.digest)
                bench.machine.switchOn()
                try await bench.pause(.seconds(120))
                try await bench.enrol {
                    $0.provisionState = .active
                    $0.instance = NodeOperation.instance
                }
                let station = try await bench.startStation(
                    term: 1, drivers: Self.drivers(taken, ramdisk: ramdisk))
                try await bench.open(station)
                try await station.conductor.request(.service(Self.both), of: "node-1")
                try await bench.wait(upTo: .seconds(2400), for: "the service to end") {
                    bench.node.provisionState == .active && bench.node.intent == nil
                        && bench.machine.system == .disk(Bench.image.digest)
                }
                #expect(taken.read { $0 } == ["first", "second"])
                #expect(bench.machine.writes == 0)
            }
        }
    }

    @Test("an abort waits for the end of a step that may not be broken off")
    func deferredAbort() throws {
        let bench = Bench()
        try bench.run {
            bench.machine.writeDuration = .seconds(600)
            try await bench.enrol { $0.provisionState = .available }
            let station = try await bench.startStation(term: 1)
            try await bench.open(station)
            try await station.conductor.request(.deploy(NodeOperation.instance), of: "node-1")
            try await bench.wait(upTo: .seconds(600), for: "the write to begin") {
                bench.node.attempts(at: .writeImage) == 1 && bench.node.reservation == nil
            }
            try await station.conductor.request(.abort, of: "node-1")
            try await bench.pause(.seconds(120))
            #expect(bench.node.provisionState == .deployWait)
            try await bench.reach(.deployFailed, within: .seconds(1800))
            #expect(bench.machine.writes == 1)
            #expect(bench.node.lastError?.contains("aborted by request") == true)
            #expect(bench.node.maintenance == nil)
        }
    }

    @Test("an abort ends at once a step that may be broken off")
    func immediateAbort() throws {
        let bench = Bench()
        try bench.run {
            try await bench.enrol { $0.provisionState = .manageable }
            let station = try await bench.startStation(term: 1)
            try await bench.open(station)
            bench.machine.writeDuration = .seconds(3600)
            try await station.conductor.request(
                .clean([RequestedStep(.deploy, .eraseDevices)]), of: "node-1")
            try await bench.wait(upTo: .seconds(600), for: "the erasure to begin") {
                bench.node.attempts(at: .eraseDevices) == 1 && bench.node.reservation == nil
            }
            try await station.conductor.request(.abort, of: "node-1")
            try await bench.reach(.cleanFailed, within: .seconds(300))
        }
    }

    @Test("steps of a template are added to the deployment of who asks for its trait")
    func template() throws {
        let bench = Bench()
        try bench.run {
            let taken = Confined<[StepName]>(bench.simulator, [])
            try await bench.enrol {
                $0.provisionState = .available
                $0.traits = ["CUSTOM_FIRST"]
            }
            let station = try await bench.startStation(term: 1, drivers: Self.drivers(taken))
            try await bench.open(station)
            let template = try DeployTemplate(
                name: "CUSTOM_FIRST", uuid: Identifier(text: "t"),
                steps: [RequestedStep(.vendor, "first", priority: 150)])
            var transaction = Transaction()
            transaction.insert(template)
            try await bench.store.handle(for: bench.operatorProcess).commit(transaction)
            var instance = NodeOperation.instance
            instance.traits = ["CUSTOM_FIRST"]
            try await station.conductor.request(.deploy(instance), of: "node-1")
            try await bench.reach(.active, within: .seconds(2400))
            #expect(taken.read { $0 } == ["first"])
            #expect(bench.machine.disk == Bench.image.digest)
        }
    }

    @Test("what waits for hardware is looked at until it is done")
    func hardware() throws {
        let bench = Bench()
        try bench.run {
            let looks = Confined<Int>(bench.simulator, 0)
            let driver = DriverStep(
                StepDefinition(Self.first, priority: 0, at: .conductor, ramdisk: .notRequired),
                for: [.clean], work: { _ in .waits(.hardware) },
                look: { _ in
                    looks.write { $0 += 1 }; return looks.read { $0 } >= 3 ? .done : .underWay
                })
            try await bench.enrol { $0.provisionState = .manageable }
            let station = try await bench.startStation(term: 1, drivers: [driver])
            try await bench.open(station)
            try await station.conductor.request(.clean([Self.both[0]]), of: "node-1")
            try await bench.reach(.cleanWait, within: .seconds(60))
            try await bench.reach(.manageable, within: .seconds(600))
            #expect(looks.read { $0 } >= 3)
        }
    }

    @Test("a step that nobody offers is refused before anything is begun")
    func refused() throws {
        let bench = Bench()
        try bench.run {
            try await bench.enrol { $0.provisionState = .manageable }
            let station = try await bench.startStation(term: 1)
            await #expect(throws: ConductorError.self) {
                try await station.conductor.request(.clean(Self.both), of: "node-1")
            }
            #expect(bench.node.provisionState == .manageable && bench.node.reservation == nil)
        }
    }
}

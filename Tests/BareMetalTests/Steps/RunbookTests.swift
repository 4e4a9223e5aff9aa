import BareMetal
import Hardware
import SimulatedDatacenter
import Simulation
import Testing
import World

@Suite("Steps that a runbook names")
struct RunbookTests {
    private static let first = StepID(.vendor, "first")
    private static let second = StepID(.management, "second")

    private static func drivers(
        _ taken: Confined<[StepName]>, ramdisk: StepDefinition.Ramdisk = .notRequired
    ) -> [DriverStep] {
        [first, second].map { id in
            DriverStep(
                StepDefinition(id, priority: 0, at: .conductor, ramdisk: ramdisk),
                for: [.clean, .service],
                work: { context in
                    taken.write { $0.append(context.step.name) }
                    return .done
                })
        }
    }

    /// A node that carries the runbook's trait, and the conductor that has it.
    private static func station(
        _ bench: Bench, _ taken: Confined<[StepName]>, in state: ProvisionState,
        ramdisk: StepDefinition.Ramdisk = .notRequired,
        allowing allowed: StepValidation.Ramdisk = .allowed
    ) async throws -> Station {
        try await bench.enrol {
            $0.provisionState = state
            $0.traits = ["CUSTOM_BOOK"]
            if state == .active { $0.instance = NodeOperation.instance }
        }
        let station = try await bench.startStation(
            term: 1, drivers: drivers(taken, ramdisk: ramdisk))
        try await bench.open(station)
        var transaction = Transaction()
        for name in ["CUSTOM_BOOK", "CUSTOM_OTHER"] {
            transaction.insert(
                try Runbook(
                    name: name, uuid: Identifier(text: "id of \(name)"),
                    entries: [
                        Runbook.Entry(RequestedStep(.management, "second"), order: 2),
                        Runbook.Entry(RequestedStep(.vendor, "first"), order: 1),
                    ], ramdisk: allowed))
        }
        try await bench.store.handle(for: bench.operatorProcess).commit(transaction)
        return station
    }

    @Test(
        "are taken in the runbook's order, named by its name or its identifier",
        arguments: ["CUSTOM_BOOK", "id of CUSTOM_BOOK"])
    func named(_ reference: String) throws {
        for (kind, state) in [(StepKind.clean, ProvisionState.manageable), (.service, .active)] {
            let bench = Bench()
            try bench.run {
                let taken = Confined<[StepName]>(bench.simulator, [])
                let station = try await Self.station(bench, taken, in: state)
                try await station.conductor.request(
                    StepRequest(kind, .runbook(reference)), of: "node-1")
                try await bench.wait(upTo: .seconds(600), for: "the end") {
                    bench.node.provisionState == state && bench.node.intent == nil
                }
                #expect(taken.read { $0 } == ["first", "second"])
                #expect(bench.intents.map(\.outcome) == [.done])
            }
        }
    }

    @Test("are refused where there is no such runbook, or the node lacks its trait")
    func refused() throws {
        for reference in ["CUSTOM_NONE", "CUSTOM_OTHER", "id of CUSTOM_OTHER"] {
            let bench = Bench()
            try bench.run {
                let taken = Confined<[StepName]>(bench.simulator, [])
                let station = try await Self.station(bench, taken, in: .manageable)
                let refusal = await bench.refusal { () async throws(ConductorError) in
                    try await station.conductor.request(
                        StepRequest(.clean, .runbook(reference)), of: "node-1")
                }
                guard case .forbidden("node-1", .invalid)? = refusal else {
                    throw BenchFailure("\(reference): \(String(describing: refusal))")
                }
                #expect(bench.node.provisionState == .manageable && bench.node.reservation == nil)
                #expect(bench.intents == [])
            }
        }
    }

    @Test("are refused where they need a ramdisk that the runbook or the request forbids")
    func ramdisk() throws {
        for (book, request) in [
            (StepValidation.Ramdisk.disabled, StepValidation.Ramdisk.allowed),
            (.allowed, .disabled),
        ] {
            let bench = Bench()
            try bench.run {
                let taken = Confined<[StepName]>(bench.simulator, [])
                let station = try await Self.station(
                    bench, taken, in: .manageable, ramdisk: .required, allowing: book)
                let refusal = await bench.refusal { () async throws(ConductorError) in
                    try await station.conductor.request(
                        StepRequest(.clean, .runbook("CUSTOM_BOOK"), ramdisk: request),
                        of: "node-1")
                }
                guard case .steps("node-1", let refused)? = refusal else {
                    throw BenchFailure("\(String(describing: refusal))")
                }
                #expect(
                    refused.problems == [
                        .needsRamdisk(.clean, Self.first), .needsRamdisk(.clean, Self.second),
                    ])
            }
        }
    }

    @Test("a deployment's steps come with its instance, and not by a request of their own")
    func deployment() throws {
        let bench = Bench()
        try bench.run {
            let taken = Confined<[StepName]>(bench.simulator, [])
            let station = try await Self.station(bench, taken, in: .available)
            let refusal = await bench.refusal { () async throws(ConductorError) in
                try await station.conductor.request(
                    StepRequest(.deploy, .steps([])), of: "node-1")
            }
            #expect(refusal != nil && bench.node.provisionState == .available)
        }
    }
}

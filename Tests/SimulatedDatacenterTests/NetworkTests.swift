import Hardware
import SimulatedDatacenter
import Simulation
import Testing
import World

@Suite("The network")
struct NetworkTests {
    private static let limit: Duration = .seconds(5)

    @Test("brings a question to its host and the answer back", arguments: UInt64(1)...10)
    func answered(seed: UInt64) throws {
        let lab = Self.lab(seed)
        Self.answer(lab, lab.nodes[0])
        #expect(try Self.ask(lab, "node-1") == .success(Question.Reply(text: "?", by: "node-1")))
        #expect(lab.simulator.now - .zero < .milliseconds(3))
    }

    @Test("hands on why a question was not answered")
    func rejected() throws {
        let lab = Self.lab()
        let process = try #require(lab.nodes[0].startProcess("service"))
        lab.world(for: process, on: lab.nodes[0]).network.listen(for: Question.self) {
            question throws(Rejection) in throw Rejection("no '\(question.text)'")
        }
        #expect(try Self.ask(lab, "node-1") == .failure(.rejected(Rejection("no '?'"))))
    }

    @Test("refuses at once where the host is up and nobody listens")
    func refused() throws {
        let lab = Self.lab()
        #expect(try Self.ask(lab, "node-1") == .failure(.refused))
        let service = Self.answer(lab, lab.nodes[0])
        #expect(try Self.ask(lab, "node-1").isSuccess)
        service.kill()
        #expect(try Self.ask(lab, "node-1") == .failure(.refused))
        Self.answer(lab, lab.nodes[0])
        #expect(try Self.ask(lab, "node-1").isSuccess, "It was started again.")
    }

    @Test(
        "says nothing where a link or the host is down",
        arguments: [HardwareFault.linkLoss, .powerLoss],
        ["node-1", "node-2"]
    )
    func lost(fault: HardwareFault, machine: String) throws {
        let lab = Self.lab()
        Self.answer(lab, lab.nodes[0])
        lab.datacenter.inject(fault, on: MachineName(machine))
        if fault == .powerLoss, machine == "node-2" { return }
        let start = lab.simulator.now
        #expect(try Self.ask(lab, "node-1") == .failure(.timedOut(after: Self.limit)))
        let waited = (lab.simulator.now - start) / Self.limit
        #expect(abs(waited - 1) < 0.0001, "Measured on the asker's own clock.")
    }

    @Test("says nothing at an address nobody has")
    func nobody() throws {
        let lab = Self.lab()
        #expect(try Self.ask(lab, "nowhere") == .failure(.timedOut(after: Self.limit)))
    }

    @Test("loses the answer of a process that dies before it gives it")
    func diesInAnswer() throws {
        let lab = Self.lab()
        let process = try #require(lab.nodes[0].startProcess("service"))
        let world = lab.world(for: process, on: lab.nodes[0])
        world.network.listen(for: Question.self) { question in
            process.kill()
            return Question.Reply(text: question.text, by: "a ghost")
        }
        #expect(try Self.ask(lab, "node-1") == .failure(.timedOut(after: Self.limit)))
    }

    @Test("lets a host talk to itself with its link down")
    func loopback() throws {
        let lab = Self.lab()
        Self.answer(lab, lab.nodes[1])
        lab.datacenter.inject(.linkLoss, on: "node-2")
        #expect(try Self.ask(lab, "node-2").isSuccess)
    }

    @Test("sends a service address to whoever claimed it last, until that process ends")
    func claims() throws {
        let lab = Self.lab()
        let first = Self.answer(lab, lab.nodes[0], claiming: "undercloud")
        #expect(try Self.ask(lab, "undercloud").reply?.by == "node-1")
        let second = Self.answer(lab, lab.nodes[2], claiming: "undercloud")
        #expect(try Self.ask(lab, "undercloud").reply?.by == "node-3")
        first.kill()
        #expect(try Self.ask(lab, "undercloud").reply?.by == "node-3", "It was not its any more.")
        second.kill()
        #expect(try Self.ask(lab, "undercloud") == .failure(.timedOut(after: Self.limit)))
    }

    @Test("does not carry a dead process's questions")
    func revoked() throws {
        let lab = Self.lab()
        Self.answer(lab, lab.nodes[0])
        let process = try #require(lab.nodes[1].startProcess("asker"))
        let world = lab.world(for: process, on: lab.nodes[1])
        let error = Confined<NetworkError?>(lab.simulator, nil)
        process.spawn {
            process.kill()
            do throws(NetworkError) {
                _ = try await world.network.call(
                    Question(text: "?"),
                    to: "node-1",
                    within: Self.limit
                )
            } catch let thrown {
                error.write { $0 = thrown }
            }
        }
        lab.pass(.seconds(1))
        #expect(error.read { $0 } == .revoked)
    }

    private static func lab(_ seed: UInt64 = 7) -> Lab {
        let lab = Lab(
            seed: seed,
            machines: 3,
            installed: [InstalledImage(Lab.image, on: "/dev/sda")]
        )
        for machine in lab.datacenter.machines { machine.bootAtOnce() }
        return lab
    }

    @discardableResult
    private static func answer(
        _ lab: Lab,
        _ machine: SimulatedMachine,
        claiming service: HostAddress? = nil
    ) -> SimulatedProcess {
        guard let process = machine.startProcess("service") else {
            preconditionFailure("The machine runs.")
        }
        let world = lab.world(for: process, on: machine)
        let name = machine.name.text
        world.network.listen(for: Question.self) { Question.Reply(text: $0.text, by: name) }
        if let service { world.network.claim(service) }
        return process
    }

    /// Asks from node-2.
    private static func ask(
        _ lab: Lab,
        _ destination: HostAddress
    ) throws -> Result<Question.Reply, NetworkError> {
        let asker = lab.nodes[1]
        let process = try #require(asker.startProcess("asker"))
        let world = lab.world(for: process, on: asker)
        return try lab.run(in: process) { _ in
            do throws(NetworkError) {
                return .success(
                    try await world.network.call(
                        Question(text: "?"),
                        to: destination,
                        within: limit
                    )
                )
            } catch { return .failure(error) }
        }
    }
}

extension Result {
    fileprivate var reply: Success? { try? get() }
    fileprivate var isSuccess: Bool { reply != nil }
}

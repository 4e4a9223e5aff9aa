@testable import IPMI

/// A client and a fake controller in one process, with a network between them that loses,
/// repeats and reorders datagrams as a seed has it.
actor LoopbackExchange: IPMIExchange {
    struct Network {
        /// Chances in a hundred.
        var loss: UInt64 = 0
        var duplication: UInt64 = 0
        var latency: ClosedRange<UInt64> = 1...1
    }

    private struct Flight {
        let due: Duration
        let bytes: [UInt8]
        let isAnswer: Bool
    }

    static let place = DatagramPeer(ipv4: 0x0A00_0001, port: 623)

    private(set) var test: TestBMC
    private var client = IPMIClient()
    private let host: HostNumber
    private let network: Network
    private var random: CountingGenerator
    private var flights: [Flight] = []
    private var tickets = 0
    private var done: Result<[UInt8], IPMIError>?
    private(set) var now: Duration = .seconds(1)
    /// Everything that was sent, for tests that look at it.
    private(set) var sent = 0

    init(
        _ test: TestBMC = TestBMC(), _ access: IPMIAccess, network: Network = Network(),
        seed: UInt64 = 1
    ) {
        self.test = test
        self.network = network
        random = CountingGenerator(seed: seed)
        host = client.add(Self.place, access)
    }

    func change(_ body: @Sendable (inout TestBMC) -> Void) { body(&test) }

    func wait(_ duration: Duration) {
        let end = now + duration
        while step(until: end) {}
        done = nil
        now = end
    }

    var hasSession: Bool { client.hasSession(host) }

    func exchange(
        _ request: IPMIRequest, within limit: Duration
    ) async throws(IPMIError) -> [UInt8] {
        tickets += 1
        let ticket = RequestTicket(tickets)
        done = nil
        take(client.submit(request, to: host, ticket, within: limit, at: now, using: &random))
        while done == nil, step(until: .seconds(1_000_000)) {}
        switch done {
        case .success(let bytes): return bytes
        case .failure(let error): throw error
        case nil: throw .cancelled
        }
    }

    // MARK: Serial console

    /// What the console has shown, and whether it was closed.
    private(set) var shown: [UInt8] = []
    private(set) var isConsoleLost = false

    func openConsole() async throws {
        try client.openConsole(host, answer: try await exchange(.activateConsole))
    }

    func type(_ characters: [UInt8]) {
        take(client.type(characters, to: host, at: now, using: &random))
    }

    /// The machine writes.
    func write(_ characters: [UInt8]) {
        for datagram in test.bmc.writeConsole(characters, at: now, using: &random) {
            launch(datagram.bytes, isAnswer: true)
        }
    }

    func pause(_ duration: Duration) async throws(IPMIError) { wait(duration) }

    /// Sends what the client wants sent, and keeps how a request has ended.
    private func take(_ output: ClientOutput) {
        for datagram in output.datagrams { launch(datagram.bytes, isAnswer: false) }
        if let completion = output.completions.last { done = completion.result }
        for news in output.consoles {
            shown += news.characters
            isConsoleLost = isConsoleLost || news.isClosed
        }
    }

    private func launch(_ bytes: [UInt8], isAnswer: Bool) {
        sent += 1
        let copies = random.next() % 100 < network.duplication ? 2 : 1
        for _ in 0..<copies where random.next() % 100 >= network.loss {
            let width = network.latency.upperBound - network.latency.lowerBound + 1
            let delay = network.latency.lowerBound + random.next() % width
            flights.append(
                Flight(due: now + .milliseconds(Int64(delay)), bytes: bytes, isAnswer: isAnswer))
        }
    }

    /// Lets the next thing happen.
    ///
    /// - Returns: whether there was one before the end.
    private func step(until end: Duration) -> Bool {
        let landing = flights.indices.min { flights[$0].due < flights[$1].due }
        let times = [landing.map { flights[$0].due }, client.deadline, test.bmc.deadline]
        guard let next = times.compactMap({ $0 }).min(), next <= end else { return false }
        now = max(now, next)
        if let landing, flights[landing].due <= now {
            land(flights.remove(at: landing))
            return true
        }
        for datagram in test.bmc.advance(to: now, using: &random) {
            launch(datagram.bytes, isAnswer: true)
        }
        take(client.advance(to: now, using: &random))
        return true
    }

    private func land(_ flight: Flight) {
        guard !flight.isAnswer else {
            return take(client.receive(flight.bytes, from: Self.place, at: now, using: &random))
        }
        test.now = now
        for answer in test.send(flight.bytes) { launch(answer, isAnswer: true) }
    }
}

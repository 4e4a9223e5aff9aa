public import IPMI

/// Speaks IPMI to any number of controllers over one socket of its own.
public actor LiveIPMI {
    private var client = IPMIClient()
    private let socket: SocketBox
    nonisolated let clock = MonotonicClock()
    private var random = PooledGenerator()
    private var askers: [RequestTicket: CheckedContinuation<Result<[UInt8], IPMIError>, Never>] =
        [:]
    private var lastTicket = 0
    /// Who looks at which machine's console.
    private var watchers: [HostNumber: AsyncStream<[UInt8]>.Continuation] = [:]
    private let thread: SocketThread

    /// Longest wait without anything to wait for.
    private static let rest: Duration = .seconds(1)

    public nonisolated var unownedExecutor: UnownedSerialExecutor {
        thread.asUnownedSerialExecutor()
    }

    /// Runs where the socket is waited for. Tasks that prefer it are spared a change of threads for
    /// every question and every answer; none of them may block.
    public nonisolated var executor: any TaskExecutor { thread }

    public init() throws(SocketError) {
        let box = SocketBox(try UDPSocket.unbound())
        let thread = try SocketThread(box)
        socket = box
        self.thread = thread
        thread.start { [weak self] in self?.assumeIsolated { $0.turn() } ?? Self.rest }
    }

    deinit { thread.end() }

    /// Adds a controller. Nothing is sent until something is asked of it.
    public func host(_ place: DatagramPeer, _ access: IPMIAccess) -> LiveIPMIHost {
        LiveIPMIHost(self, client.add(place, access))
    }

    func ask(
        _ request: IPMIRequest, _ host: HostNumber, within limit: Duration
    ) async throws(IPMIError) -> [UInt8] {
        lastTicket += 1
        let ticket = RequestTicket(lastTicket)
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { asker in
                askers[ticket] = asker
                take(
                    client.submit(
                        request, to: host, ticket, within: limit, at: clock.now, using: &random))
            }
        } onCancel: {
            Task { await self.cancel(ticket, host) }
        }
        return try result.get()
    }

    private func cancel(_ ticket: RequestTicket, _ host: HostNumber) {
        client.cancel(ticket, of: host)
        askers.removeValue(forKey: ticket)?.resume(returning: .failure(.cancelled))
    }

    // MARK: Serial consoles

    func watchConsole(
        _ host: HostNumber, _ answer: [UInt8]
    ) throws(IPMIError) -> AsyncStream<[UInt8]> {
        try client.openConsole(host, answer: answer)
        let (stream, continuation) = AsyncStream<[UInt8]>.makeStream()
        watchers[host] = continuation
        return stream
    }

    func type(_ characters: [UInt8], _ host: HostNumber) {
        take(client.type(characters, to: host, at: clock.now, using: &random))
    }

    func leaveConsole(_ host: HostNumber) {
        client.closeConsole(host)
        watchers.removeValue(forKey: host)?.finish()
    }

    /// Closes all sessions.
    public func close() {
        for datagram in client.closeAll(using: &random) { socket.socket.send(datagram) }
    }

    /// Takes what has come, and does what is due.
    ///
    /// - Returns: how long nothing more need be done.
    private func turn() -> Duration {
        while let (bytes, peer) = socket.socket.receive() {
            take(client.receive(bytes, from: peer, at: clock.now, using: &random))
        }
        take(client.advance(to: clock.now, using: &random))
        return client.deadline.map { $0 - clock.now } ?? Self.rest
    }

    private func take(_ output: ClientOutput) {
        for datagram in output.datagrams { socket.socket.send(datagram) }
        for done in output.completions {
            askers.removeValue(forKey: done.ticket)?.resume(returning: done.result)
        }
        for news in output.consoles {
            if !news.characters.isEmpty { watchers[news.host]?.yield(news.characters) }
            if news.isClosed { leaveConsole(news.host) }
        }
    }
}

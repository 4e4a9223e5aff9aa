import Dispatch
public import IPMI

/// Speaks IPMI to any number of controllers over one socket of its own.
public actor LiveIPMI {
    private var client = IPMIClient()
    private let socket: SocketBox
    nonisolated let clock = MonotonicClock()
    private var random = SystemRandomNumberGenerator()
    private var askers: [RequestTicket: CheckedContinuation<Result<[UInt8], IPMIError>, Never>] =
        [:]
    private var lastTicket = 0
    /// Who looks at which machine's console.
    private var watchers: [HostNumber: AsyncStream<[UInt8]>.Continuation] = [:]
    /// When the client is next called without a datagram.
    private var alarm: Duration?

    public init() throws(SocketError) {
        let box = SocketBox(try UDPSocket.unbound())
        socket = box
        Self.watch(box) { [weak self] in
            guard let self else { return false }
            Task { await self.drain() }
            return true
        }
    }

    deinit {
        // Wakes the watch, which then finds nobody and ends.
        socket.socket.send(
            OutgoingDatagram([], to: DatagramPeer(ipv4: 0x7F00_0001, port: socket.socket.port)))
    }

    /// - Parameter body: called when there is something to read; false ends the watch.
    private static func watch(_ box: SocketBox, _ body: @escaping @Sendable () -> Bool) {
        let source = DispatchSource.makeReadSource(
            fileDescriptor: box.socket.descriptor, queue: DispatchQueue(label: "ipmi"))
        source.setEventHandler { if !body() { source.cancel() } }
        // The descriptor is closed only once nobody watches it.
        source.setCancelHandler { withExtendedLifetime(box) {} }
        source.activate()
    }

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

    private func drain() {
        while let (bytes, peer) = socket.socket.receive() {
            take(client.receive(bytes, from: peer, at: clock.now, using: &random))
        }
    }

    private func advance(at time: Duration) {
        if alarm == time { alarm = nil }
        // An answer that is there already is no reason to ask again.
        drain()
        take(client.advance(to: clock.now, using: &random))
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
        schedule()
    }

    /// Sets an alarm where something is due before the one that is set.
    private func schedule() {
        guard let next = client.deadline, alarm.map({ next < $0 }) ?? true else { return }
        alarm = next
        let left = max(next - clock.now, .zero)
        Task { [weak self] in
            try? await Task.sleep(for: left)
            await self?.advance(at: next)
        }
    }
}

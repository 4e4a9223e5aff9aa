public import IPMI

/// Asks many controllers at once over one socket, and waits for all answers.
public struct IPMICaller: ~Copyable {
    private var client = IPMIClient()
    private let socket: UDPSocket
    private let clock = MonotonicClock()
    private var random = PooledGenerator()
    private var results: [Result<[UInt8], IPMIError>?] = []

    public init() throws(SocketError) { socket = try UDPSocket.unbound() }

    public mutating func add(_ place: DatagramPeer, _ access: IPMIAccess) -> HostNumber {
        client.add(place, access)
    }

    /// Asks; the results are in the order of the requests.
    public mutating func ask(
        _ requests: [(host: HostNumber, request: IPMIRequest)]
    ) -> [Result<[UInt8], IPMIError>] {
        results = Array(repeating: nil, count: requests.count)
        for (place, asked) in requests.enumerated() {
            take(
                client.submit(
                    asked.request, to: asked.host, RequestTicket(place), at: clock.now,
                    using: &random))
        }
        while client.isBusy {
            socket.wait(for: max((client.deadline ?? clock.now) - clock.now, .zero))
            drain()
            take(client.advance(to: clock.now, using: &random))
        }
        return results.map { $0 ?? .failure(.cancelled) }
    }

    private mutating func drain() {
        while let (bytes, peer) = socket.receive() {
            take(client.receive(bytes, from: peer, at: clock.now, using: &random))
        }
    }

    private mutating func take(_ output: ClientOutput) {
        for datagram in output.datagrams { socket.send(datagram) }
        for done in output.completions { results[done.ticket.number] = done.result }
    }

    /// Closes all sessions.
    public mutating func close() {
        for datagram in client.closeAll(using: &random) { socket.send(datagram) }
    }
}

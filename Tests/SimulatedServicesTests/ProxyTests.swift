import Hardware
import SimulatedServices
import Testing

@Suite("HAProxy")
struct ProxyTests {
    private func backend(
        _ servers: [ProxyServer] = [ProxyServer("a"), ProxyServer("b"), ProxyServer("c")],
        change: (inout ProxyOptions) -> Void = { _ in }
    ) -> ProxyBackend {
        var options = ProxyOptions(servers: servers)
        change(&options)
        return ProxyBackend(options)
    }

    private func open(
        _ backend: inout ProxyBackend, _ call: Int, from source: Int = 0
    ) -> ProxyDecision {
        backend.open(CallNumber(call), from: source, at: .zero)
    }

    private func check(
        _ backend: inout ProxyBackend, _ node: ServiceNode, _ health: ServiceHealth, times: Int
    ) {
        for _ in 0..<times { _ = backend.note(check: node, health) }
    }

    @Test("goes round its servers")
    func roundRobin() {
        var backend = backend()
        #expect(
            (0..<4).map { open(&backend, $0) } == [
                .server("a"), .server("b"), .server("c"), .server("a"),
            ])
    }

    @Test("sends to a dead server until the third check has failed, and not after")
    func fall() {
        var backend = backend([ProxyServer("a"), ProxyServer("b")])
        check(&backend, "a", .down, times: 2)
        #expect((0..<2).map { open(&backend, $0) }.contains(.server("a")))
        check(&backend, "a", .down, times: 1)
        #expect((2..<8).allSatisfy { open(&backend, $0) == .server("b") })
    }

    @Test("forgets failures between which a check went well, and takes a server back after two")
    func rise() {
        var backend = backend()
        check(&backend, "a", .down, times: 2)
        check(&backend, "a", .serving, times: 1)
        check(&backend, "a", .down, times: 2)
        #expect(backend.up == ["a", "b", "c"])
        check(&backend, "a", .down, times: 1)
        #expect(backend.up == ["b", "c"])
        check(&backend, "a", .serving, times: 1)
        #expect(backend.up == ["b", "c"])
        check(&backend, "a", .serving, times: 1)
        #expect(backend.up == ["a", "b", "c"])
    }

    @Test("says 503 once no server is up")
    func unavailable() {
        var backend = backend([ProxyServer("a")])
        check(&backend, "a", .refusing("non-Primary"), times: 3)
        #expect(open(&backend, 1) == .unavailable)
    }

    @Test("keeps Galera's clients on one server, also when the first comes back")
    func sticks() {
        var backend = backend([
            ProxyServer("a", .backup), ProxyServer("b", .backup), ProxyServer("c", .backup),
        ]) {
            $0.sticksToOne = true
            $0.closesSessions = true
        }
        #expect((0..<3).allSatisfy { open(&backend, $0) == .server("a") })
        check(&backend, "a", .down, times: 2)
        #expect(
            backend.note(check: "a", .down) == [CallNumber(0), CallNumber(1), CallNumber(2)])
        #expect(open(&backend, 3) == .server("b"))
        check(&backend, "a", .serving, times: 2)
        #expect(open(&backend, 4) == .server("b"))
    }

    @Test("asks a backup only where no other server is up")
    func backup() {
        var backend = backend([ProxyServer("a"), ProxyServer("b", .backup)])
        #expect((0..<3).allSatisfy { open(&backend, $0) == .server("a") })
        check(&backend, "a", .down, times: 3)
        #expect(open(&backend, 3) == .server("b"))
    }

    @Test("gives the next connection to whoever has the fewest")
    func leastConnections() {
        var backend = backend { $0.balance = .leastConnections }
        let first = (0..<3).map { open(&backend, $0) }
        #expect(Set(first).count == 3)
        backend.close(CallNumber(1))
        #expect(open(&backend, 3) == first[1])
    }

    @Test("sends a client to the same server as long as the same ones are up")
    func source() {
        var backend = backend { $0.balance = .source }
        let first = open(&backend, 0, from: 7)
        #expect((1..<5).allSatisfy { open(&backend, $0, from: 7) == first })
    }

    @Test("has connections beyond a server's limit wait, and gives up after a minute")
    func queue() {
        var backend = backend([ProxyServer("a", limit: 1)])
        #expect(open(&backend, 0) == .server("a"))
        #expect(open(&backend, 1) == .queued)
        #expect(open(&backend, 2) == .queued)
        #expect(backend.serveQueue(at: .seconds(1)).isEmpty)
        backend.close(CallNumber(0))
        let served = backend.serveQueue(at: .seconds(2))
        #expect(served.map(\.call) == [CallNumber(1)] && served.map(\.node) == ["a"])
        let late = backend.serveQueue(at: .seconds(60))
        #expect(late.map(\.call) == [CallNumber(2)] && late.map(\.node) == [nil])
    }
}

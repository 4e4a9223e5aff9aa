import Hardware
import Testing

@testable import IPMI

@Suite("A client's serial console")
struct ClientConsoleTests {
    private static let text = Array("the quick brown fox jumps over the lazy dog\r\n".utf8)

    private static func access(_ suite: CipherSuite = .suite3) -> IPMIAccess {
        IPMIAccess(BMCCredentials(user: "admin", password: "secret"), suites: [suite])
    }

    @Test("shows what was typed where the machine echoes, and what the machine writes")
    func bothWays() async throws {
        let way = LoopbackExchange(TestBMC(), Self.access())
        try await way.openConsole()
        await way.type(Array("hello".utf8))
        await way.wait(.seconds(1))
        #expect(await way.shown == Array("hello".utf8))
        await way.write(Array("login: ".utf8))
        await way.wait(.seconds(1))
        #expect(await way.shown == Array("hellologin: ".utf8))
    }

    @Test(
        "loses, doubles and reorders nothing over a network that does",
        arguments: UInt64(1)...20)
    func badNetwork(_ seed: UInt64) async throws {
        let network = LoopbackExchange.Network(loss: 5, duplication: 15, latency: 1...80)
        let way = LoopbackExchange(TestBMC(), Self.access(), network: network, seed: seed)
        try await way.openConsole()
        for _ in 0..<8 {
            await way.type(Self.text)
            await way.wait(.seconds(2))
        }
        await way.wait(.seconds(10))
        #expect(await !way.isConsoleLost)
        let shown = await way.shown
        #expect(shown == Array(repeating: Self.text, count: 8).flatMap { $0 })
    }

    @Test("stays open while nobody types, for longer than sessions that are not used")
    func idle() async throws {
        let way = LoopbackExchange(TestBMC(), Self.access())
        try await way.openConsole()
        await way.wait(.seconds(600))
        await way.type(Array("still there".utf8))
        await way.wait(.seconds(2))
        #expect(await way.shown == Array("still there".utf8))
    }

    @Test("tells that it is gone when the controller forgets its session")
    func lost() async throws {
        let way = LoopbackExchange(TestBMC(), Self.access())
        try await way.openConsole()
        await way.change { $0.bmc.restartAtOnce() }
        await way.wait(.seconds(120))
        #expect(await way.isConsoleLost)
    }
}

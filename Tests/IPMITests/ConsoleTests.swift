import Testing

@testable import IPMI

@Suite("A serial console over the network")
struct ConsoleTests {
    static let activate = Command(.application, 0x48)
    static let deactivate = Command(.application, 0x49)
    static let payload: [UInt8] = [1, 1, 0xC0, 0, 0, 0]

    private static func packets(
        _ console: TestConsole, _ datagrams: [[UInt8]]
    ) throws -> [SOLPacket] {
        try datagrams.compactMap { console.read($0) }.map { try SOLPacket(parsing: $0.1) }
    }

    @Test("acknowledges and echoes, and does neither twice for a packet that comes twice")
    func echo() throws {
        var bmc = TestBMC()
        var console = try #require(TestConsole.logIn(to: &bmc))
        let answer = try #require(console.ask(&bmc, Self.activate, Self.payload))
        #expect(answer.code == 0)
        #expect(answer.data[8...9] == [0x6F, 0x02])
        let text = SOLPacket(sequence: 1, characters: Array("hello".utf8)[...])
        let first = try Self.packets(
            console, bmc.send(console.seal(.serialOverLAN, text.encoded())))
        #expect(first.count == 2)
        #expect(first[0] == SOLPacket(acknowledging: 1, accepted: 5))
        #expect(Array(first[1].characters) == Array("hello".utf8))
        let again = try Self.packets(
            console, bmc.send(console.seal(.serialOverLAN, text.encoded())))
        #expect(again == [SOLPacket(acknowledging: 1, accepted: 5)])
    }

    @Test("sends characters again until they are acknowledged, then gives up")
    func retransmission() throws {
        var bmc = TestBMC()
        var console = try #require(TestConsole.logIn(to: &bmc))
        _ = console.ask(&bmc, Self.activate, Self.payload)
        let sent = bmc.bmc.writeConsole(Array("boot".utf8), at: bmc.now, using: &bmc.random)
        #expect(sent.count == 1)
        var times = 1
        while let deadline = bmc.bmc.sessions.sessions[0].serial?.deadline {
            bmc.now = deadline
            times += bmc.bmc.advance(to: bmc.now, using: &bmc.random).count
        }
        #expect(times == 8)
        // Acknowledged in part: the rest comes in a packet of its own.
        let next = bmc.bmc.writeConsole(Array("login".utf8), at: bmc.now, using: &bmc.random)
        let packet = try #require(try Self.packets(console, next.map(\.bytes)).first)
        let part = SOLPacket(acknowledging: packet.sequence, accepted: 2)
        let rest = try Self.packets(
            console, bmc.send(console.seal(.serialOverLAN, part.encoded())))
        #expect(rest.map { Array($0.characters) } == [Array("gin".utf8)])
        #expect(rest[0].sequence != packet.sequence)
    }

    @Test("belongs to one session at a time, until it is given back or the session ends")
    func oneHolder() throws {
        var bmc = TestBMC()
        var first = try #require(TestConsole.logIn(to: &bmc))
        var second = try #require(TestConsole.logIn(to: &bmc))
        #expect(first.ask(&bmc, Self.activate, Self.payload)?.code == 0)
        #expect(second.ask(&bmc, Self.activate, Self.payload)?.code == 0x80)
        let taken = bmc.send(second.request(Self.deactivate, Self.payload))
        // The one who had it is told.
        let notice = try Self.packets(first, Array(taken.dropFirst()))
        #expect(notice.map(\.flags) == [SOLPacket.deactivating])
        #expect(second.ask(&bmc, Self.deactivate, Self.payload)?.code == 0x80)
        #expect(second.ask(&bmc, Self.activate, Self.payload)?.code == 0)
        let id = try #require(second.exchange).controller
        _ = second.ask(&bmc, Command(.application, 0x3C), [UInt8](little: id.value))
        #expect(first.ask(&bmc, Self.activate, Self.payload)?.code == 0)
    }

    @Test("keeps the oldest characters out where nobody fetches them")
    func backlog() {
        var port = SOLPort()
        port.enqueue([UInt8](repeating: 1, count: FakeBMCLimits.consoleBacklog))
        port.enqueue([2, 3])
        var characters: [UInt8] = []
        while let packet = port.due(at: .zero) {
            characters += packet.characters
            _ = port.take(
                SOLPacket(
                    acknowledging: packet.sequence, accepted: packet.characters.count))
        }
        #expect(characters.count == FakeBMCLimits.consoleBacklog)
        #expect(characters.suffix(2) == [2, 3])
    }
}

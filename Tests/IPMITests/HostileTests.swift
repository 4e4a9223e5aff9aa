import Testing

@testable import IPMI

@Suite("Bad datagrams")
struct HostileTests {
    static let status = Command(.chassis, 0x01)

    @Test("A replayed datagram is dropped")
    func replay() throws {
        var bmc = TestBMC()
        var console = try #require(TestConsole.logIn(to: &bmc))
        let datagram = console.request(Self.status)
        #expect(bmc.send(datagram).count == 1)
        #expect(bmc.send(datagram).isEmpty)
    }

    @Test("Sequence numbers of zero, far ahead and far behind are dropped; swapped ones are taken")
    func sequences() throws {
        var bmc = TestBMC()
        var console = try #require(TestConsole.logIn(to: &bmc))
        let highest = console.sequence - 1
        #expect(bmc.send(console.request(Self.status, sequence: 0)).isEmpty)
        #expect(bmc.send(console.request(Self.status, sequence: highest + 16)).isEmpty)
        #expect(bmc.send(console.request(Self.status, sequence: highest + 15)).count == 1)
        #expect(bmc.send(console.request(Self.status, sequence: highest + 3)).count == 1)
        #expect(bmc.send(console.request(Self.status, sequence: highest + 3)).isEmpty)
        #expect(bmc.send(console.request(Self.status, sequence: highest + 40)).isEmpty)
        #expect(bmc.send(console.request(Self.status, sequence: highest + 30)).count == 1)
        #expect(bmc.send(console.request(Self.status, sequence: highest + 14)).count == 1)
        #expect(bmc.send(console.request(Self.status, sequence: highest + 13)).isEmpty)
    }

    @Test("Every bit of a signed datagram matters", arguments: [3, 8, 12, 17] as [UInt8])
    func everyBit(_ suite: UInt8) throws {
        var bmc = TestBMC()
        let suite = try #require(CipherSuite(id: suite))
        var console = try #require(TestConsole.logIn(to: &bmc, suite: suite))
        let datagram = console.request(Self.status)
        for place in datagram.indices where place != 1 && place != 2 {
            for bit in 0..<8 {
                var damaged = datagram
                damaged[place] ^= 1 << UInt8(bit)
                #expect(bmc.send(damaged).isEmpty, "byte \(place), bit \(bit)")
            }
        }
        #expect(bmc.send(datagram).count == 1)
    }

    @Test("Clear text and unsigned packets in a session that agreed otherwise are dropped")
    func clearText() throws {
        var bmc = TestBMC()
        var console = try #require(TestConsole.logIn(to: &bmc))
        let id = try #require(console.exchange).controller
        let message = IPMIMessage(request: Self.status, sequence: 1, data: []).encoded()
        let plain = SessionPacket.header(0x00, id, 5, message.count) + message
        #expect(bmc.send(plain).isEmpty)
        // Signed right, but with the flags of another suite.
        let signing = try #require(CipherSuite(id: 16))
        let cipher = SessionCipher(suite: signing, keys: try #require(console.cipher).keys)
        let signed = cipher.seal(
            .message, message, session: id, sequence: 5, using: &console.random)
        #expect(bmc.send(signed).isEmpty)
    }

    @Test("Every truncation of every datagram of a session is dropped or refused")
    func truncations() throws {
        var bmc = TestBMC()
        var console = TestConsole()
        let opened = try #require(console.open(&bmc))
        let first = RAKPMessage.First(
            tag: 2, controller: opened, consoleRandom: [UInt8](repeating: 7, count: 16),
            role: 0x14, userName: Array("admin".utf8))
        let datagrams = [
            ASFMessage.presencePing(tag: 1).datagram(),
            SessionPacket.plain(
                .openSessionRequest,
                OpenSession.Request(
                    tag: 1, privilege: .user, console: SessionID(5), .suite3
                ).encoded()),
            SessionPacket.plain(.rakp1, first.encoded()),
            LegacyPacket(
                payload: IPMIMessage(
                    request: Command(.application, 0x38), sequence: 1, data: [0x8E, 4]
                ).encoded()
            ).datagram(signedBy: nil),
        ]
        for datagram in datagrams {
            for count in 0..<datagram.count {
                #expect(bmc.send(Array(datagram.prefix(count))).isEmpty)
            }
            #expect(bmc.send(datagram).count == 1)
        }
        #expect(console.shake(&bmc, opened, "admin", "secret", role: 0x14) != .ok)
        var whole = try #require(TestConsole.logIn(to: &bmc))
        let request = whole.request(Self.status)
        for count in 0..<request.count {
            #expect(bmc.send(Array(request.prefix(count))).isEmpty)
        }
        #expect(bmc.send(request).count == 1)
    }

    @Test("An answer outside a session is no larger than ten times what asked for it")
    func amplification() {
        for number in UInt8.min...UInt8.max {
            for function in stride(from: UInt8(0), to: 0x40, by: 2) {
                var bmc = TestBMC()
                let command = Command(NetworkFunction(code: function), number)
                let message = IPMIMessage(request: command, sequence: 1, data: [0x8E, 4])
                let request = LegacyPacket(payload: message.encoded()).datagram(signedBy: nil)
                let size = bmc.send(request).map(\.count).reduce(0, +)
                #expect(size <= 2 * request.count)
            }
        }
    }

    @Test("Commands outside a session, in a session that is not finished and in one that is closed")
    func outside() throws {
        var bmc = TestBMC()
        let message = IPMIMessage(request: Self.status, sequence: 1, data: [])
        let plain = bmc.send(SessionPacket.plain(.message, message.encoded()))
        let payload = try #require(TestConsole.payload(plain))
        #expect(try IPMIMessage(parsing: payload).data.first == CompletionCode.privilege.value)

        var console = TestConsole()
        let opened = try #require(console.open(&bmc))
        _ = console.shake(&bmc, opened, "admin", "secret", role: 0x14)
        let keys = try #require(console.exchange).keys()
        console.cipher = SessionCipher(suite: .suite17, keys: keys)
        #expect(bmc.send(console.request(Self.status)).isEmpty)

        var other = try #require(TestConsole.logIn(to: &bmc))
        let id = try #require(other.exchange).controller
        let close = other.ask(&bmc, Command(.application, 0x3C), [UInt8](little: id.value))
        #expect(close?.code == 0)
        #expect(other.ask(&bmc, Self.status) == nil)
    }

    @Test("A name of 255 bytes is refused")
    func longName() throws {
        var bmc = TestBMC()
        let opened = try #require(TestConsole().open(&bmc))
        let first = RAKPMessage.First(
            tag: 2, controller: opened, consoleRandom: [UInt8](repeating: 7, count: 16),
            role: 0x14, userName: [UInt8](repeating: 0x41, count: 255))
        let answer = bmc.send(SessionPacket.plain(.rakp1, first.encoded()))
        let payload = try #require(TestConsole.payload(answer))
        #expect(try RAKPMessage.Second(parsing: payload).status == .invalidNameLength)
    }
}

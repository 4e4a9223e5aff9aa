import Testing

@testable import IPMI

/// Exchanges between independent programs, taken from the wire.
@Suite("Captured exchanges")
struct CaptureTests {
    @Test("The codes of a session of FreeIPMI with suite 11 are ours")
    func freeIPMISuite11() throws {
        // ipmipower 1.6.10, user "admin", password "secret".
        let exchange = RAKPExchange(
            algorithm: .hmacMD5, console: SessionID(0x55BD_0EA0),
            controller: SessionID(0x68C8_DC2E),
            consoleRandom: hex("310d36eb4c31089a16bf16f70ff8fbf9"),
            controllerRandom: hex("040eaa211b7ee83eb0bb52ca9445101b"),
            controllerGUID: hex("00000000000000008877665544332211"), role: 0x14,
            userName: Array("admin".utf8), password: Secret("secret"), controllerKey: nil)
        #expect(exchange.consoleCode() == hex("95283b7508e268876b0c4d42a9f502e9"))
        let datagram = hex(
            """
            0600ff0706402edcc8680100000008002018c8815c3b04e4ffff0207
            19b755daed7a0701be372e1b3ea0b21b
            """)
        let suite = try #require(CipherSuite(id: 11))
        let cipher = SessionCipher(suite: suite, keys: exchange.keys())
        let packet = try SessionPacket(parsing: datagram[4...]) { _ in 16 }
        let message = try IPMIMessage(parsing: try cipher.open(packet))
        #expect(message.command == Command(.application, 0x3B))
        #expect(message.data == [0x04])
    }

    @Test("FreeIPMI asks for the authentication capabilities outside any session")
    func capabilitiesRequest() throws {
        let datagram = hex("0600ff07000000000000000000092018c8814c388e0469")
        guard case .ipmi(let bytes) = try RMCPDatagram(parsing: datagram) else {
            Issue.record("not an IPMI datagram")
            return
        }
        let message = try IPMIMessage(parsing: try LegacyPacket(parsing: bytes).payload)
        #expect(message.command == Command(.application, 0x38))
        #expect(Array(message.data) == [0x8E, 0x04])
        #expect(LegacyPacket(payload: message.encoded()).datagram(signedBy: nil) == datagram)
    }
}

import Testing

@testable import IPMI

@Suite("Sessions of IPMI 1.5")
struct LegacySessionTests {
    struct Session {
        let type: AuthenticationType
        let id: SessionID
        let secret: Secret
        var sequence: UInt32

        func datagram(
            _ command: Command, _ data: [UInt8] = [], sequence: UInt32
        ) -> [UInt8] {
            let message = IPMIMessage(request: command, sequence: 3, data: data)
            return LegacyPacket(
                type, sequence: sequence, session: id, payload: message.encoded()
            ).datagram(signedBy: secret)
        }
    }

    private static func message(_ datagrams: [[UInt8]]) throws -> IPMIMessage {
        let packet = try LegacyPacket(parsing: try #require(datagrams.first)[4...])
        return try IPMIMessage(parsing: packet.payload)
    }

    private static func challenge(
        _ bmc: inout TestBMC, _ type: AuthenticationType, _ name: String
    ) throws -> IPMIMessage {
        let padded = Secret(name).padded(to: 16)
        let request = IPMIMessage(
            request: Command(.application, 0x39), sequence: 1, data: [type.rawValue] + padded)
        return try message(
            bmc.send(LegacyPacket(payload: request.encoded()).datagram(signedBy: nil)))
    }

    static func open(
        _ bmc: inout TestBMC, _ type: AuthenticationType, password: String = "secret",
        privilege: PrivilegeLevel = .administrator
    ) throws -> Session? {
        let challenge = Array(try challenge(&bmc, type, "admin").data.dropFirst())
        var reader = ByteReader(challenge)
        let temporary = SessionID(try reader.uint32())
        var session = Session(type: type, id: temporary, secret: Secret(password), sequence: 0)
        let data = [type.rawValue, privilege.rawValue] + challenge[4...] + [9, 0, 0, 0]
        let answer = bmc.send(
            session.datagram(Command(.application, 0x3A), data, sequence: 0))
        guard !answer.isEmpty else { return nil }
        let active = Array(try message(answer).data)
        guard active[0] == 0 else { return nil }
        var rest = ByteReader(active[2...])
        let id = SessionID(try rest.uint32())
        session = Session(
            type: type, id: id, secret: Secret(password), sequence: try rest.uint32())
        return session
    }

    @Test("answer commands, each datagram once", arguments: [AuthenticationType.md5, .password])
    func answers(_ type: AuthenticationType) throws {
        var bmc = TestBMC()
        let session = try #require(try Self.open(&bmc, type))
        let status = Command(.chassis, 0x01)
        let first = session.datagram(status, sequence: session.sequence)
        #expect(try Self.message(bmc.send(first)).data.first == 0)
        #expect(bmc.send(first).isEmpty)
        let ahead = session.datagram(status, sequence: session.sequence &+ 8)
        #expect(bmc.send(ahead).count == 1)
        let far = session.datagram(status, sequence: session.sequence &+ 40)
        #expect(bmc.send(far).isEmpty)
        #expect(bmc.send(session.datagram(status, sequence: 0)).isEmpty)
        var forged = session.datagram(status, sequence: session.sequence &+ 1)
        forged[20] ^= 1
        #expect(bmc.send(forged).isEmpty)
    }

    @Test("are not opened with a wrong password, which is counted")
    func wrongPassword() throws {
        var bmc = TestBMC()
        #expect(try Self.open(&bmc, .md5, password: "wrong") == nil)
        #expect(bmc.bmc.failedLogIns == 1)
        #expect(bmc.bmc.activeSessions == 0)
    }

    @Test("are not given without a code, to unknown users, or to the unnamed one")
    func refusals() throws {
        var bmc = TestBMC()
        #expect(try Self.challenge(&bmc, .none, "admin").data.first == 0xCC)
        #expect(try Self.challenge(&bmc, .md2, "admin").data.first == 0xCC)
        #expect(try Self.challenge(&bmc, .md5, "nobody").data.first == 0x81)
        #expect(try Self.challenge(&bmc, .md5, "").data.first == 0x82)
    }

    @Test("sign with MD5 as the specification has it")
    func signature() {
        // MD5 of password, session, message, sequence, password.
        let packet = LegacyPacket(.md5, sequence: 1, session: SessionID(2), payload: [1, 2, 3])
        let bytes = packet.datagram(signedBy: Secret("secret"))
        #expect(bytes[13..<29].elementsEqual(hex("56b2923e48750c51b94cf8c78576a9e8")))
    }
}

import Testing

@testable import IPMI

/// The other end of a session, step by step, for tests that want to do it wrong as well.
struct TestConsole {
    let suite: CipherSuite
    let id = SessionID(0xA0A2_A3A4)
    var exchange: RAKPExchange?
    var cipher: SessionCipher?
    var sequence: UInt32 = 1
    var random = CountingGenerator(seed: 99)

    init(_ suite: CipherSuite = .suite17) { self.suite = suite }

    /// Opens a session; nil where the controller refuses.
    static func logIn(
        to bmc: inout TestBMC, _ name: String = "admin", _ password: String = "secret",
        _ privilege: PrivilegeLevel = .administrator, suite: CipherSuite = .suite17,
        key: String? = nil
    ) -> TestConsole? {
        var console = TestConsole(suite)
        guard let opened = console.open(&bmc) else { return nil }
        let role = privilege.rawValue | RAKPMessage.First.nameOnlyLookup
        guard console.shake(&bmc, opened, name, password, role: role, key: key) == .ok else {
            return nil
        }
        guard console.finish(&bmc) == .ok else { return nil }
        if privilege > .user {
            _ = console.ask(&bmc, Command(.application, 0x3B), [privilege.rawValue])
        }
        return console
    }

    static func payload(_ datagrams: [[UInt8]]) -> ArraySlice<UInt8>? {
        guard let first = datagrams.first else { return nil }
        return try? SessionPacket(parsing: first[4...]) { _ in nil }.payload
    }

    func open(_ bmc: inout TestBMC) -> SessionID? {
        let request = OpenSession.Request(
            tag: 1, privilege: .administrator, console: id, suite)
        let answer = bmc.send(SessionPacket.plain(.openSessionRequest, request.encoded()))
        guard let payload = Self.payload(answer),
            let response = try? OpenSession.Response(parsing: payload), response.status == .ok
        else { return nil }
        return response.controller
    }

    mutating func shake(
        _ bmc: inout TestBMC, _ controller: SessionID, _ name: String, _ password: String,
        role: UInt8, key: String? = nil
    ) -> RAKPStatus? {
        let first = RAKPMessage.First(
            tag: 2, controller: controller, consoleRandom: random.bytes(16), role: role,
            userName: Array(name.utf8))
        let answer = bmc.send(SessionPacket.plain(.rakp1, first.encoded()))
        guard let payload = Self.payload(answer),
            let second = try? RAKPMessage.Second(parsing: payload)
        else { return nil }
        guard second.status == .ok else { return second.status }
        exchange = RAKPExchange(
            algorithm: suite.authentication, console: id, controller: controller,
            consoleRandom: first.consoleRandom, controllerRandom: second.controllerRandom,
            controllerGUID: second.controllerGUID, role: role, userName: first.userName,
            password: Secret(password), controllerKey: key.map { Secret($0) })
        return second.status
    }

    mutating func finish(_ bmc: inout TestBMC, code: [UInt8]? = nil) -> RAKPStatus? {
        guard let exchange else { return nil }
        let third = RAKPMessage.Third(
            tag: 3, status: .ok, controller: exchange.controller,
            code: code ?? exchange.consoleCode())
        let answer = bmc.send(SessionPacket.plain(.rakp3, third.encoded()))
        guard let payload = Self.payload(answer),
            let fourth = try? RAKPMessage.Fourth(parsing: payload)
        else { return nil }
        if fourth.status == .ok {
            let keys = exchange.keys()
            #expect(fourth.check == exchange.integrityCheck(keys))
            cipher = SessionCipher(suite: suite, keys: keys)
        }
        return fourth.status
    }

    /// A request as a datagram, with the next sequence number unless another is given.
    mutating func request(
        _ command: Command, _ data: [UInt8] = [], sequence: UInt32? = nil
    ) -> [UInt8] {
        let message = IPMIMessage(request: command, sequence: 5, data: data)
        return seal(.message, message.encoded(), sequence: sequence)
    }

    mutating func seal(
        _ type: PayloadType, _ payload: [UInt8], sequence: UInt32? = nil
    ) -> [UInt8] {
        guard let cipher, let exchange else { preconditionFailure("The session is not open.") }
        let number = sequence ?? self.sequence
        if sequence == nil { self.sequence += 1 }
        return cipher.seal(
            type, payload, session: exchange.controller, sequence: number, using: &random)
    }

    /// The message in a datagram from the controller.
    func read(_ datagram: [UInt8]) -> (PayloadType, ArraySlice<UInt8>)? {
        guard let cipher,
            let packet = try? SessionPacket(
                parsing: datagram[4...], codeLength: { _ in cipher.suite.integrity.codeLength }),
            packet.session == id, let payload = try? cipher.open(packet)
        else { return nil }
        return (packet.payloadType, payload)
    }

    /// A command's completion code and data; nil where nothing comes back.
    mutating func ask(
        _ bmc: inout TestBMC, _ command: Command, _ data: [UInt8] = []
    ) -> Answer? {
        let datagrams = bmc.send(request(command, data))
        guard let first = datagrams.first, let (_, payload) = read(first),
            let message = try? IPMIMessage(parsing: payload), let code = message.data.first
        else { return nil }
        return Answer(code: code, data: Array(message.data.dropFirst()))
    }

    struct Answer: Equatable {
        let code: UInt8
        let data: [UInt8]
    }
}

import Hardware
import Testing

@testable import IPMI

@Suite("A client")
struct ClientTests {
    static let access = IPMIAccess(BMCCredentials(user: "admin", password: "secret"))

    @Test("asks everything of a controller that the BMC protocol has")
    func everything() async throws {
        let way = LoopbackExchange(TestBMC(power: .off), Self.access)
        let controller = IPMIController(over: way)
        #expect(try await controller.powerState() == .off)
        try await controller.setPower(.on)
        #expect(try await controller.powerState() == .on)
        let override = BootOverride(.network, .once, mode: .uefi)
        try await controller.setBootOverride(override)
        #expect(try await controller.bootOverride() == override)
        try await controller.setPower(.reset)
        #expect(try await controller.bootOverride() == nil)
        let identity = try await controller.identity()
        #expect(
            identity
                == BMCIdentity(
                    manufacturer: "Updraft", product: "Node", serialNumber: "SN1000"))
        try await controller.setIndicator(.on)
        #expect(try await controller.indicator() == .blinking)
        try await controller.setIndicator(.off)
        #expect(try await controller.indicator() == .off)
        try await controller.injectNMI()
        try await controller.setPower(.softReboot)
        #expect(try await controller.powerState() == .on)
        try await controller.setPower(.off)
        try await controller.setPower(.reset)
        #expect(try await controller.powerState() == .off)
    }

    @Test("reads the sensors as they were put in, with their limits and states")
    func sensors() async throws {
        let controller = IPMIController(over: LoopbackExchange(TestBMC(), Self.access))
        let readings = try await controller.sensors()
        #expect(readings.map(\.name) == ControllerProfile.usualSensors.map(\.name))
        for (read, put) in zip(readings, ControllerProfile.usualSensors) {
            let figure = try #require(read.value.figure)
            let expected = try #require(put.value.figure)
            #expect(abs(figure - expected) <= expected * 0.01)
            #expect(read.state == .ok)
            #expect((read.thresholds == nil) == (put.thresholds == nil))
        }
        let inlet = try #require(readings.first?.thresholds)
        #expect(inlet.upperCritical == 47)
        #expect(inlet.lowerNonCritical == 8)
        #expect(inlet.hysteresis == 2)
    }

    @Test("reads and clears the event log")
    func eventLog() async throws {
        let way = LoopbackExchange(TestBMC(), Self.access)
        let controller = IPMIController(over: way)
        #expect(try await controller.eventLog().isEmpty)
        // The inlet's upper critical limit falls below what it shows.
        _ = try await way.exchange(
            IPMIRequest(function: 0x04, number: 0x26, data: [1, 0x10, 0, 0, 0, 0, 20, 0]))
        let entries = try await controller.eventLog()
        #expect(entries.map(\.message) == ["Inlet Temp: upper critical going high"])
        #expect(entries.first?.severity == .critical)
        try await controller.clearEventLog()
        #expect(try await controller.eventLog().isEmpty)
    }

    @Test("gets its answers over a network that loses, repeats and reorders", arguments: 1...20)
    func badNetwork(_ seed: UInt64) async throws {
        let network = LoopbackExchange.Network(loss: 20, duplication: 20, latency: 1...300)
        let way = LoopbackExchange(TestBMC(), Self.access, network: network, seed: seed)
        let controller = IPMIController(over: way)
        for round in 0..<10 {
            try await controller.setPower(round.isMultiple(of: 2) ? .off : .on)
            #expect(try await controller.powerState() == (round.isMultiple(of: 2) ? .off : .on))
        }
        #expect(await way.test.bmc.activeSessions >= 1)
    }

    @Test("uses one session for many requests")
    func sessionReuse() async throws {
        let way = LoopbackExchange(TestBMC(), Self.access)
        for _ in 0..<50 { _ = try await way.exchange(.chassisStatus) }
        #expect(await way.test.bmc.activeSessions == 1)
        #expect(await way.sent == 2 * 3 + 2 * 50)
    }

    @Test("keeps a session open while it is used now and then, and closes it when it is not")
    func keepAlive() async throws {
        let way = LoopbackExchange(TestBMC(), Self.access)
        _ = try await way.exchange(.chassisStatus)
        await way.wait(.seconds(120))
        #expect(await way.test.bmc.activeSessions == 1)
        #expect(await way.hasSession)
        await way.wait(.seconds(120))
        #expect(await way.test.bmc.activeSessions == 0)
        #expect(await !way.hasSession)
    }

    @Test("opens a new session where the controller has restarted in between")
    func controllerRestart() async throws {
        let way = LoopbackExchange(TestBMC(), Self.access)
        _ = try await way.exchange(.chassisStatus)
        await way.change { $0.bmc.sessions.removeAll() }
        let status = try await way.exchange(.chassisStatus)
        #expect(status.first.map { $0 & 1 } == 1)
        #expect(await way.test.bmc.activeSessions == 1)
    }

    @Test("falls back to the suite that the controller has")
    func suiteFallback() async throws {
        let suite = try #require(CipherSuite(id: 3))
        let profile = ControllerProfile(accounts: TestBMC.accounts, suites: [suite])
        let way = LoopbackExchange(TestBMC(profile), Self.access)
        #expect(try await IPMIController(over: way).powerState() == .on)
    }

    @Test("opens sessions with a controller's own key, in letters and in digits")
    func controllerKey() async throws {
        let profile = ControllerProfile(accounts: TestBMC.accounts, controllerKey: "kg")
        let user = BMCCredentials(user: "admin", password: "secret")
        for text in ["kg", "0x6b67"] {
            let key = try #require(ControllerKey(text))
            #expect("\(key)" == "***")
            let access = IPMIAccess(user, controllerKey: key)
            let way = LoopbackExchange(TestBMC(profile), access)
            #expect(try await IPMIController(over: way).powerState() == .on)
        }
        let way = LoopbackExchange(TestBMC(profile), IPMIAccess(user))
        await #expect(throws: IPMIError.wrongKey) { try await way.exchange(.chassisStatus) }
        for text in ["", "0x", "0x123", "0xgg", "123456789012345678901"] {
            #expect(ControllerKey(text) == nil)
        }
    }

    @Test("says why there is no session")
    func refusals() async throws {
        let wrong = BMCCredentials(user: "admin", password: "wrong")
        let unknown = BMCCredentials(user: "nobody", password: "secret")
        let low = BMCCredentials(user: "user", password: "userpw")
        for (credentials, error) in [
            (wrong, IPMIError.wrongPassword), (unknown, .handshake(.unauthorizedName)),
            (low, .handshake(.unauthorizedRole)),
        ] {
            let way = LoopbackExchange(TestBMC(), IPMIAccess(credentials))
            await #expect(throws: error) { try await way.exchange(.chassisStatus) }
            #expect(error.asBMCError == .unauthorized)
            // The controller is told, and keeps no place for it.
            await way.wait(.seconds(1))
            #expect(await way.test.bmc.sessions.isEmpty)
        }
    }

    @Test("gives up within its limit where nobody answers, and waits longer each time")
    func silence() async throws {
        let network = LoopbackExchange.Network(loss: 100)
        let way = LoopbackExchange(TestBMC(), Self.access, network: network)
        let start = await way.now
        let error = IPMIError.timeout(waited: IPMIClientLimits.request)
        await #expect(throws: error) { try await way.exchange(.chassisStatus) }
        #expect(await way.now - start == IPMIClientLimits.request)
        // With each repetition goes the question whether there is IPMI 2.0 at all.
        #expect(await way.sent <= 4 * IPMIClientLimits.attempts)
        #expect(IPMIClientLimits.request < BMCLimits.call)
    }

    @Test("tells each completion code in words, and which of them may pass")
    func completionCodes() {
        for value in UInt8.min...UInt8.max {
            #expect(CompletionCode(value).description.contains(value.hex))
            #expect(RAKPStatus(value).description.contains(value.hex))
        }
        #expect(IPMIError.command("x", .busy).isTransient)
        #expect(!IPMIError.command("x", .invalidCommand).isTransient)
    }

    @Test("takes no answer that is forged, late or for another")
    func forgedAnswers() {
        var client = IPMIClient()
        var random = CountingGenerator()
        let host = client.add(LoopbackExchange.place, Self.access)
        let first = client.submit(
            .chassisStatus, to: host, RequestTicket(1), at: .zero, using: &random)
        #expect(first.datagrams.count == 1)
        let console = client.hosts[0].console
        for tag in UInt8.min...UInt8.max {
            let answer = OpenSession.Response(
                tag: tag, status: .ok, privilege: .administrator, console: SessionID(77),
                controller: SessionID(1), authentication: 3, integrity: 4, confidentiality: 1)
            let bytes = SessionPacket.plain(.openSessionResponse, answer.encoded())
            let output = client.receive(
                bytes, from: LoopbackExchange.place, at: .zero, using: &random)
            #expect(output.datagrams.isEmpty && output.completions.isEmpty)
        }
        // The right words from the wrong place.
        let right = OpenSession.Response(
            tag: client.hosts[0].tag, status: .ok, privilege: .administrator, console: console,
            controller: SessionID(1), authentication: 3, integrity: 4, confidentiality: 1)
        let bytes = SessionPacket.plain(.openSessionResponse, right.encoded())
        let elsewhere = DatagramPeer(ipv4: 1, port: 623)
        let output = client.receive(bytes, from: elsewhere, at: .zero, using: &random)
        #expect(output.datagrams.isEmpty)
    }
}

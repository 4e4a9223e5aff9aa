import Hardware
import Testing

@testable import IPMI

@Suite("A client and IPMI 1.5")
struct LegacyClientTests {
    private static let user = BMCCredentials(user: "admin", password: "secret")

    private static func controller(
        _ types: [AuthenticationType] = [.md5, .password], hasCurrent: Bool = false
    ) -> TestBMC {
        TestBMC(
            ControllerProfile(
                accounts: TestBMC.accounts, suites: hasCurrent ? CipherSuite.all : [],
                legacyTypes: types))
    }

    @Test("falls back to it where the controller has no other, and does everything there")
    func fallback() async throws {
        let way = LoopbackExchange(Self.controller(), IPMIAccess(Self.user))
        let controller = IPMIController(over: way)
        try await controller.setPower(.off)
        #expect(try await controller.powerState() == .off)
        let override = BootOverride(.network, .once, mode: .uefi)
        try await controller.setBootOverride(override)
        #expect(try await controller.bootOverride() == override)
        #expect(try await controller.identity().serialNumber == "SN1000")
        #expect(try await controller.sensors().count == ControllerProfile.usualSensors.count)
        #expect(await way.test.bmc.activeSessions == 1)
        #expect(await way.now < .seconds(5))
        // What it has learnt spares the next session the wait.
        await way.wait(.seconds(300))
        #expect(await way.test.bmc.activeSessions == 0)
        let start = await way.now
        _ = try await way.exchange(.chassisStatus)
        #expect(await way.now - start < .milliseconds(100))
    }

    @Test("speaks 2.0 with a controller that has both, also where its answers get lost")
    func preference() async throws {
        for seed in UInt64(1)...10 {
            let network = LoopbackExchange.Network(loss: 10, latency: 1...300)
            let way = LoopbackExchange(
                Self.controller(hasCurrent: true), IPMIAccess(Self.user), network: network,
                seed: seed)
            _ = try await way.exchange(.chassisStatus)
            let isCurrent = await way.test.bmc.sessions.sessions.contains { $0.cipher != nil }
            #expect(isCurrent)
        }
    }

    @Test("gets its answers over a network that loses, repeats and reorders", arguments: 1...20)
    func badNetwork(_ seed: UInt64) async throws {
        let network = LoopbackExchange.Network(loss: 10, duplication: 20, latency: 1...300)
        let access = IPMIAccess(Self.user, version: .legacy)
        let way = LoopbackExchange(Self.controller(), access, network: network, seed: seed)
        let controller = IPMIController(over: way)
        for round in 0..<10 {
            try await controller.setPower(round.isMultiple(of: 2) ? .off : .on)
            #expect(try await controller.powerState() == (round.isMultiple(of: 2) ? .off : .on))
        }
    }

    @Test("tells the password to nobody who has not been chosen for that")
    func clearPasswords() async throws {
        let bmc = Self.controller([.password])
        let way = LoopbackExchange(bmc, IPMIAccess(Self.user))
        await #expect(throws: IPMIError.noSignature) { try await way.exchange(.chassisStatus) }
        let chosen = LoopbackExchange(bmc, IPMIAccess(Self.user, version: .legacy))
        #expect(try await IPMIController(over: chosen).powerState() == .on)
        let never = LoopbackExchange(Self.controller(), IPMIAccess(Self.user, version: .current))
        await #expect(throws: IPMIError.timeout(waited: IPMIClientLimits.request)) {
            try await never.exchange(.chassisStatus)
        }
    }

    @Test("says why there is no session, and leaves no place taken")
    func refusals() async throws {
        for (name, password, error) in [
            ("admin", "wrong", IPMIError.unansweredLogIn),
            ("nobody", "secret", .handshake(.unauthorizedName)),
            ("user", "userpw", .handshake(.unauthorizedRole)),
        ] {
            let access = IPMIAccess(BMCCredentials(user: name, password: password))
            let way = LoopbackExchange(Self.controller(), access)
            await #expect(throws: error) { try await way.exchange(.chassisStatus) }
            #expect(error.asBMCError == .unauthorized)
            await way.wait(.seconds(120))
            #expect(await way.test.bmc.sessions.isEmpty)
        }
    }

    @Test("opens a new session where the controller has restarted in between")
    func restart() async throws {
        let way = LoopbackExchange(Self.controller(), IPMIAccess(Self.user))
        _ = try await way.exchange(.chassisStatus)
        await way.change { $0.bmc.sessions.removeAll() }
        #expect(try await way.exchange(.chassisStatus).first.map { $0 & 1 } == 1)
    }
}

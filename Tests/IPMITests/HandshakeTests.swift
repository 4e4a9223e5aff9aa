import Testing

@testable import IPMI

@Suite("Opening a session")
struct HandshakeTests {
    @Test(
        "Every suite but 0 opens a session in which commands are answered",
        arguments: CipherSuite.all)
    func everySuite(_ suite: CipherSuite) throws {
        var bmc = TestBMC()
        var console = try #require(TestConsole.logIn(to: &bmc, suite: suite))
        let answer = console.ask(&bmc, Command(.chassis, 0x01))
        #expect(answer?.code == 0)
        #expect(answer?.data.first.map { $0 & 1 } == 1)
    }

    @Test("Suite 0 is refused with the status for its algorithm")
    func suiteZero() throws {
        var bmc = TestBMC()
        let request = OpenSession.Request(
            tag: 7, privilege: 4, console: SessionID(1), authentication: 0, integrity: 0,
            confidentiality: 0)
        let answer = bmc.send(SessionPacket.plain(.openSessionRequest, request.encoded()))
        let payload = try #require(TestConsole.payload(answer))
        #expect(try OpenSession.Response(parsing: payload).status == .invalidAuthentication)
        #expect(bmc.bmc.sessions.isEmpty)
    }

    @Test("Algorithms that no suite has together are refused")
    func mixedSuite() throws {
        var bmc = TestBMC()
        let request = OpenSession.Request(
            tag: 7, privilege: 4, console: SessionID(1), authentication: 1, integrity: 4,
            confidentiality: 1)
        let answer = bmc.send(SessionPacket.plain(.openSessionRequest, request.encoded()))
        let payload = try #require(TestConsole.payload(answer))
        #expect(try OpenSession.Response(parsing: payload).status == .noCipherSuite)
    }

    @Test("A wrong password is refused, counted, and leaves no session behind")
    func wrongPassword() {
        var bmc = TestBMC()
        #expect(TestConsole.logIn(to: &bmc, "admin", "wrong") == nil)
        #expect(bmc.bmc.failedLogIns == 1)
        #expect(bmc.bmc.sessions.isEmpty)
    }

    @Test("The refusal of log-ins that go on failing waits longer and longer")
    func failuresAreDelayed() throws {
        var bmc = TestBMC()
        for _ in 0..<FakeBMCLimits.freeFailures {
            #expect(TestConsole.logIn(to: &bmc, "admin", "wrong") == nil)
        }
        #expect(bmc.bmc.refusals.isEmpty)
        _ = TestConsole.logIn(to: &bmc, "admin", "wrong")
        _ = TestConsole.logIn(to: &bmc, "admin", "wrong")
        #expect(
            bmc.bmc.refusals.map(\.due) == [
                bmc.now + .milliseconds(250), bmc.now + .milliseconds(500),
            ])
        let early = bmc.bmc.advance(to: bmc.now + .milliseconds(249), using: &bmc.random)
        #expect(early.isEmpty)
        let due = bmc.bmc.advance(to: bmc.now + .milliseconds(250), using: &bmc.random)
        #expect(due.count == 1)
        // Whoever knows the password is let in meanwhile, and ends the waiting.
        #expect(TestConsole.logIn(to: &bmc) != nil)
        #expect(bmc.bmc.failures.inARow == 0)
    }

    @Test("Who asks again while a refusal is kept back is refused by the number asked with last")
    func refusalOfRetry() throws {
        var bmc = TestBMC()
        for _ in 0..<FakeBMCLimits.freeFailures { _ = bmc.bmc.failures.fail() }
        let opened = try #require(TestConsole().open(&bmc))
        for tag: UInt8 in [2, 3] {
            let first = RAKPMessage.First(
                tag: tag, controller: opened, consoleRandom: bmc.random.bytes(16), role: 0x14,
                userName: Array("nobody".utf8))
            #expect(bmc.send(SessionPacket.plain(.rakp1, first.encoded())).isEmpty)
        }
        let due = bmc.bmc.advance(to: bmc.now + .milliseconds(250), using: &bmc.random)
        let payload = try #require(TestConsole.payload(due.map(\.bytes)))
        let second = try RAKPMessage.Second(parsing: payload)
        #expect(second.status == .unauthorizedName && second.tag == 3)
        #expect(due.count == 1 && bmc.bmc.failedLogIns == 4)
    }

    @Test("The unnamed user, unknown users and too much privilege are refused")
    func refusedUsers() throws {
        var bmc = TestBMC()
        for (name, role, status) in [
            ("", UInt8(0x14), RAKPStatus.unauthorizedName), ("nobody", 0x14, .unauthorizedName),
            ("user", 0x13, .unauthorizedRole), ("user", 0x03, .unauthorizedRole),
            ("admin", 0x10, .invalidRole), ("seventeenletters!", 0x14, .invalidNameLength),
        ] {
            var console = TestConsole()
            let opened = try #require(console.open(&bmc))
            #expect(console.shake(&bmc, opened, name, "x", role: role) == status)
            #expect(bmc.bmc.sessions.isEmpty)
            // Refusals of names are delayed like wrong passwords.
            bmc.bmc.failures.succeed()
        }
    }

    @Test("By name and privilege, the user is found whose privilege suffices")
    func roleLookup() throws {
        let profile = ControllerProfile(accounts: [
            UserAccount(name: "same", password: "low", privilege: .user),
            UserAccount(name: "same", password: "high", privilege: .administrator),
        ])
        var bmc = TestBMC(profile)
        var console = TestConsole()
        let opened = try #require(console.open(&bmc))
        #expect(console.shake(&bmc, opened, "same", "high", role: 0x04) == .ok)
        #expect(console.finish(&bmc) == .ok)
    }

    @Test("With a key of the controller's own, only those who know it have a session")
    func controllerKey() throws {
        let profile = ControllerProfile(accounts: TestBMC.accounts, controllerKey: "kg")
        var bmc = TestBMC(profile)
        var console = try #require(TestConsole.logIn(to: &bmc, key: "kg"))
        #expect(console.ask(&bmc, Command(.application, 0x01))?.code == 0)
    }

    @Test("RAKP 3 without RAKP 1 is refused and the session may still be finished")
    func thirdFirst() throws {
        var bmc = TestBMC()
        var console = TestConsole()
        let opened = try #require(console.open(&bmc))
        let third = RAKPMessage.Third(tag: 3, status: .ok, controller: opened, code: [1, 2, 3])
        let answer = bmc.send(SessionPacket.plain(.rakp3, third.encoded()))
        let payload = try #require(TestConsole.payload(answer))
        #expect(try RAKPMessage.Fourth(parsing: payload).status == .invalidSession)
        #expect(console.shake(&bmc, opened, "admin", "secret", role: 0x14) == .ok)
        #expect(console.finish(&bmc) == .ok)
    }

    @Test("A request of the handshake that comes twice gets the same answer and no second session")
    func repeatedHandshake() throws {
        var bmc = TestBMC()
        let request = OpenSession.Request(
            tag: 1, privilege: .administrator, console: SessionID(9), .suite3)
        let datagram = SessionPacket.plain(.openSessionRequest, request.encoded())
        let first = bmc.send(datagram)
        #expect(first == bmc.send(datagram))
        #expect(bmc.bmc.sessions.sessions.count == 1)
    }

    @Test("Handshakes that never end lock nobody out")
    func halfOpenExhaustion() {
        var bmc = TestBMC()
        for number in 1...200 {
            let request = OpenSession.Request(
                tag: 1, privilege: .administrator, console: SessionID(UInt32(number)), .suite3)
            _ = bmc.send(SessionPacket.plain(.openSessionRequest, request.encoded()))
        }
        #expect(bmc.bmc.sessions.sessions.count == FakeBMCLimits.halfOpenSessions)
        #expect(TestConsole.logIn(to: &bmc) != nil)
    }

    @Test("In a full table, a session that has been silent for long gives way")
    func staleSession() throws {
        var bmc = TestBMC()
        var first = try #require(TestConsole.logIn(to: &bmc))
        for _ in 1..<FakeBMCLimits.activeSessions {
            #expect(TestConsole.logIn(to: &bmc) != nil)
        }
        bmc.now += FakeBMCLimits.staleSession
        #expect(first.ask(&bmc, Command(.chassis, 0x01)) != nil)
        #expect(TestConsole.logIn(to: &bmc, "admin", "wrong") == nil)
        #expect(bmc.bmc.activeSessions == FakeBMCLimits.activeSessions)
        #expect(TestConsole.logIn(to: &bmc) != nil)
        #expect(bmc.bmc.activeSessions == FakeBMCLimits.activeSessions)
        #expect(first.ask(&bmc, Command(.chassis, 0x01)) != nil)
    }

    @Test("A full table of sessions refuses one more, until one has been idle too long")
    func fullTable() throws {
        var bmc = TestBMC()
        for _ in 0..<FakeBMCLimits.activeSessions {
            #expect(TestConsole.logIn(to: &bmc) != nil)
        }
        #expect(TestConsole.logIn(to: &bmc) == nil)
        #expect(bmc.bmc.deadline == bmc.now + FakeBMCLimits.idleSession)
        bmc.now += FakeBMCLimits.idleSession
        #expect(TestConsole.logIn(to: &bmc) != nil)
        #expect(bmc.bmc.activeSessions == 1)
    }

    @Test("Passwords and keys are in no description")
    func secretsAreNotPrinted() {
        let account = UserAccount(name: "admin", password: "hunter2", privilege: .user)
        let keys = SessionKeys(sik: [1, 2, 3], .sha1, password: Secret("hunter2"))
        var dumped = ""
        dump(account, to: &dumped)
        dump(keys, to: &dumped)
        dump(Secret("hunter2"), to: &dumped)
        let texts = [dumped, "\(account)", "\(keys)", String(reflecting: account)]
        #expect(texts.allSatisfy { !$0.contains("hunter2") && !$0.contains("104") })
    }
}

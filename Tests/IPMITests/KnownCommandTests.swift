import Testing

@testable import IPMI

@Suite("The commands that tools rely on")
struct KnownCommandTests {
    private static let commands: [Command] =
        [
            (
                NetworkFunction.chassis,
                [0x00...0x00, 0x01...0x01, 0x02...0x02, 0x04...0x0B, 0x0F...0x0F]
            ),
            (
                .sensorEvent,
                [0x00...0x02, 0x25...0x27, 0x29...0x29, 0x2B...0x2B, 0x2D...0x2D, 0x2F...0x2F]
            ),
            (
                .application,
                [
                    0x01...0x04, 0x07...0x08, 0x22...0x22, 0x24...0x25, 0x2E...0x2F, 0x37...0x38,
                    0x3B...0x3D, 0x40...0x4F, 0x54...0x54, 0x58...0x59,
                ]
            ),
            (
                .storage,
                [0x10...0x12, 0x20...0x23, 0x28...0x29, 0x40...0x44, 0x46...0x49, 0x5C...0x5C]
            ),
            (.transport, [0x01...0x02, 0x21...0x22]),
            (.groupExtension, [0x01...0x03, 0x06...0x0A, 0x10...0x10]),
        ].flatMap { (function: NetworkFunction, ranges: [ClosedRange<UInt8>]) in
            ranges.flatMap { $0 }.map { Command(function, $0) }
        }

    private static func data(_ command: Command) -> [UInt8] {
        command.function == .groupExtension ? [DCMISettings.group] : []
    }

    @Test("are known in sessions of IPMI 2.0 with every suite", arguments: CipherSuite.all)
    func current(_ suite: CipherSuite) throws {
        for command in Self.commands {
            var bmc = TestBMC()
            var console = try #require(TestConsole.logIn(to: &bmc, suite: suite))
            let answer = try #require(console.ask(&bmc, command, Self.data(command)), "\(command)")
            #expect(answer.code != CompletionCode.invalidCommand.value, "\(command)")
        }
    }

    @Test("are told from those that nobody has")
    func unknown() throws {
        var bmc = TestBMC()
        var console = try #require(TestConsole.logIn(to: &bmc))
        for command in [Command(.storage, 0x3F), Command(.chassis, 0x7F), Command(.bridge, 0x34)] {
            let answer = try #require(console.ask(&bmc, command))
            #expect(answer.code == CompletionCode.invalidCommand.value, "\(command)")
        }
    }

    @Test(
        "are known in sessions of IPMI 1.5 with every signature",
        arguments: [AuthenticationType.md5, .password])
    func legacy(_ type: AuthenticationType) throws {
        for command in Self.commands {
            var bmc = TestBMC()
            let session = try #require(try LegacySessionTests.open(&bmc, type))
            let raise = session.datagram(
                Command(.application, 0x3B), [PrivilegeLevel.administrator.rawValue],
                sequence: session.sequence)
            #expect(bmc.send(raise).count == 1)
            let answers = bmc.send(
                session.datagram(command, Self.data(command), sequence: session.sequence &+ 1))
            let packet = try LegacyPacket(parsing: try #require(answers.first, "\(command)")[4...])
            let code = try IPMIMessage(parsing: packet.payload).data.first
            #expect(code != CompletionCode.invalidCommand.value, "\(command)")
        }
    }
}

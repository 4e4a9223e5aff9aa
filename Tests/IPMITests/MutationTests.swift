import Hardware
import Testing

@testable import IPMI

/// Datagrams that are nearly right, by seeds: whatever comes, nothing crashes, no session is lost
/// and no place is taken for good.
@Suite("Damaged datagrams")
struct MutationTests {
    /// How many datagrams each seed sends.
    static let rounds = 500

    static func mutate(_ bytes: [UInt8], _ random: inout CountingGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0...(random.next() % 4) {
            let place = bytes.isEmpty ? 0 : Int(random.next() % UInt64(bytes.count))
            switch random.next() % 6 {
            case 0 where !bytes.isEmpty: bytes[place] ^= 1 << UInt8(random.next() % 8)
            case 1 where !bytes.isEmpty: bytes[place] = UInt8(random.next() % 256)
            case 2: bytes = Array(bytes.prefix(place))
            case 3: bytes += random.bytes(Int(random.next() % 64))
            case 4: bytes.insert(UInt8(random.next() % 256), at: place)
            case 5 where !bytes.isEmpty: bytes.remove(at: place)
            default: break
            }
        }
        return bytes
    }

    @Test("to a controller", arguments: UInt64(1)...8)
    func controller(_ seed: UInt64) throws {
        var bmc = TestBMC()
        var random = CountingGenerator(seed: seed)
        for _ in 0..<Self.rounds {
            let console = TestConsole()
            let request = OpenSession.Request(
                tag: 1, privilege: .administrator, console: SessionID(9), console.suite)
            var datagram = SessionPacket.plain(.openSessionRequest, request.encoded())
            if random.next().isMultiple(of: 2), let opened = console.open(&bmc) {
                let first = RAKPMessage.First(
                    tag: 2, controller: opened, consoleRandom: random.bytes(16), role: 0x14,
                    userName: Array("admin".utf8))
                datagram = SessionPacket.plain(.rakp1, first.encoded())
            }
            _ = bmc.send(Self.mutate(datagram, &random))
            bmc.now += .milliseconds(50)
        }
        bmc.now += FakeBMCLimits.handshake
        var console = try #require(TestConsole.logIn(to: &bmc))
        #expect(console.ask(&bmc, Command(.chassis, 0x01))?.code == 0)
        #expect(bmc.bmc.sessions.sessions.count == 1)
    }

    @Test("within a session: every command with data of every kind", arguments: UInt64(1)...8)
    func commands(_ seed: UInt64) throws {
        var bmc = TestBMC()
        var random = CountingGenerator(seed: seed)
        var console = try #require(TestConsole.logIn(to: &bmc))
        let functions: [NetworkFunction] = [
            .chassis, .sensorEvent, .application, .storage, .transport, .groupExtension,
        ]
        for _ in 0..<Self.rounds {
            let function = functions[Int(random.next() % UInt64(functions.count))]
            let command = Command(function, UInt8(random.next() % 0x60))
            // Whoever closes the session, locks out the user or restarts the controller is gone.
            let ending: [UInt8] = [0x02, 0x3C, 0x40, 0x43, 0x45, 0x47]
            if function == .application, ending.contains(command.number) { continue }
            var data = random.bytes(Int(random.next() % 24))
            if function == .groupExtension { data.insert(DCMISettings.group, at: 0) }
            if random.next().isMultiple(of: 2), !data.isEmpty { data[0] &= 0x0F }
            let answer = console.ask(&bmc, command, data)
            #expect(answer != nil, "\(command) \(data)")
            bmc.now += .milliseconds(10)
        }
        #expect(bmc.bmc.activeSessions == 1)
    }

    @Test("to a client", arguments: UInt64(1)...8)
    func client(_ seed: UInt64) {
        var random = CountingGenerator(seed: seed)
        var bmc = TestBMC()
        var client = IPMIClient()
        let access = IPMIAccess(BMCCredentials(user: "admin", password: "secret"))
        let host = client.add(LoopbackExchange.place, access)
        var now: Duration = .seconds(1)
        var ended = 0
        for round in 0..<150 {
            var output = client.submit(
                .chassisStatus, to: host, RequestTicket(round), at: now, using: &random)
            for _ in 0..<40 where !output.datagrams.isEmpty || client.isBusy {
                ended += output.completions.count
                var next = ClientOutput()
                bmc.now = now
                for answer in output.datagrams.flatMap({ bmc.send($0.bytes) }) {
                    for bytes in [Self.mutate(answer, &random), answer] {
                        let taken = client.receive(
                            bytes, from: LoopbackExchange.place, at: now, using: &random)
                        next.datagrams += taken.datagrams
                        next.completions += taken.completions
                    }
                }
                now += .milliseconds(100)
                let later = client.advance(to: now, using: &random)
                next.datagrams += later.datagrams
                next.completions += later.completions
                output = next
            }
            ended += output.completions.count
        }
        // Each request ends once.
        #expect(ended <= 150)
        now += IPMIClientLimits.request
        ended += client.advance(to: now, using: &random).completions.count
        #expect(ended == 150)
        #expect(!client.isBusy)
    }

    @Test("to each parser", arguments: UInt64(1)...8)
    func parsers(_ seed: UInt64) {
        var random = CountingGenerator(seed: seed)
        for _ in 0..<4000 {
            let bytes = random.bytes(Int(random.next() % 80))
            let slice = bytes[...]
            _ = try? RMCPDatagram(parsing: bytes)
            _ = try? LegacyPacket(parsing: slice)
            _ = try? SessionPacket(parsing: slice) { _ in 12 }
            _ = try? IPMIMessage(parsing: slice)
            _ = try? OpenSession.Request(parsing: slice)
            _ = try? OpenSession.Response(parsing: slice)
            _ = try? RAKPMessage.First(parsing: slice)
            _ = try? RAKPMessage.Second(parsing: slice)
            _ = try? RAKPMessage.Third(parsing: slice)
            _ = try? RAKPMessage.Fourth(parsing: slice)
            _ = try? SOLPacket(parsing: slice)
            _ = ReceivedSensor(bytes)?.reading(bytes)
            _ = FRUInventory.identity(Self.mutate(TestBMC.inventory, &random))
            if bytes.count >= EventRecord.length {
                _ = ReceivedEvent.entry(bytes, sensors: [:]).message
            }
        }
    }
}

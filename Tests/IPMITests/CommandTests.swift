import Hardware
import Testing

@testable import IPMI

@Suite("Commands of a controller")
struct CommandTests {
    private static func ask(
        _ console: inout TestConsole, _ bmc: inout TestBMC, _ function: UInt8, _ number: UInt8,
        _ data: [UInt8] = []
    ) -> TestConsole.Answer? {
        console.ask(&bmc, Command(NetworkFunction(code: function), number), data)
    }

    @Test("are answered, all that a full controller has, or refused for their data alone")
    func allThatAre() throws {
        let commands: [UInt8: [UInt8]] = [
            0x00: [0x00, 0x01, 0x02, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0A, 0x0B, 0x0F],
            0x04: [0x00, 0x01, 0x02, 0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x20, 0x21, 0x22]
                + Array(0x23...0x2B) + [0x2D, 0x2E, 0x2F],
            0x06: [0x01, 0x02, 0x03, 0x04, 0x06, 0x07, 0x08, 0x22, 0x24, 0x25, 0x2E, 0x2F, 0x37]
                + [0x38, 0x3B, 0x3D] + Array(0x40...0x4F) + [0x54, 0x56, 0x57, 0x58, 0x59],
            0x0A: [0x10, 0x11, 0x12] + Array(0x20...0x2C) + Array(0x40...0x44)
                + [0x46, 0x47, 0x48, 0x49, 0x5A, 0x5C, 0x5D],
            0x0C: [0x01, 0x02, 0x03, 0x04, 0x21, 0x22],
            0x2C: Array(0x01...0x0C) + [0x10, 0x12, 0x13],
        ]
        var bmc = TestBMC()
        var console = try #require(TestConsole.logIn(to: &bmc))
        for (function, numbers) in commands.sorted(by: { $0.key < $1.key }) {
            for number in numbers {
                let data: [UInt8] = function == 0x2C ? [0xDC] : []
                let answer = Self.ask(&console, &bmc, function, number, data)
                let code = try #require(answer?.code)
                // A watchdog that was never set cannot be reset.
                let isUnset = function == 0x06 && number == 0x22 && code == 0x80
                #expect(
                    code == 0 || code == 0xC7 || isUnset,
                    "\(function.hex)h/\(number.hex)h: \(code.hex)h")
            }
        }
        for (function, number) in [(UInt8(0x06), UInt8(0x99)), (0x08, 0x01), (0x3A, 0x01)] {
            #expect(Self.ask(&console, &bmc, function, number)?.code == 0xC1)
        }
    }

    @Test("need levels that account lists name in words")
    func privilegeNames() {
        for level in PrivilegeLevel.allCases {
            #expect(PrivilegeLevel(name: level.name) == level)
        }
        #expect(PrivilegeLevel(name: "Administrator") == .administrator)
        #expect(PrivilegeLevel(name: "root") == nil)
    }

    @Test("are refused to those who may not give them")
    func privileges() throws {
        var bmc = TestBMC()
        var user = try #require(TestConsole.logIn(to: &bmc, "user", "userpw", .user))
        #expect(Self.ask(&user, &bmc, 0x00, 0x01)?.code == 0)
        #expect(Self.ask(&user, &bmc, 0x00, 0x02, [1])?.code == 0xD4)
        #expect(Self.ask(&user, &bmc, 0x06, 0x3B, [4])?.code == 0x81)
        var oper = try #require(TestConsole.logIn(to: &bmc, "oper", "operpw", .operator))
        #expect(Self.ask(&oper, &bmc, 0x00, 0x02, [1])?.code == 0)
        #expect(Self.ask(&oper, &bmc, 0x06, 0x47, [2, 0])?.code == 0xD4)
    }

    @Test("switch power and tell what is on")
    func power() throws {
        var bmc = TestBMC(power: .off)
        var console = try #require(TestConsole.logIn(to: &bmc))
        #expect(Self.ask(&console, &bmc, 0x00, 0x02, [2])?.code == 0xD5)
        #expect(Self.ask(&console, &bmc, 0x00, 0x02, [1])?.code == 0)
        #expect(bmc.bmc.host.powerState == .on)
        #expect(Self.ask(&console, &bmc, 0x00, 0x07)?.data == [1, 1])
        #expect(Self.ask(&console, &bmc, 0x00, 0x02, [5])?.code == 0)
        #expect(bmc.bmc.host.powerState == .off)
        #expect(Self.ask(&console, &bmc, 0x00, 0x02, [6])?.code == 0xCC)
        #expect(Self.ask(&console, &bmc, 0x00, 0x06, [2])?.data == [7])
        #expect(Self.ask(&console, &bmc, 0x00, 0x01)?.data.first == 0x40)
    }

    @Test("keep boot flags until a boot has used them up, or for a minute")
    func bootFlags() throws {
        var bmc = TestBMC(power: .off)
        var console = try #require(TestConsole.logIn(to: &bmc))
        let get: [UInt8] = [5, 0, 0]
        #expect(Self.ask(&console, &bmc, 0x00, 0x08, [5, 0xA0, 4, 0, 0, 0])?.code == 0)
        #expect(bmc.bmc.host.bootOverride == BootOverride(.network, .once, mode: .uefi))
        #expect(Self.ask(&console, &bmc, 0x00, 0x09, get)?.data == [1, 5, 0xA0, 4, 0, 0, 0])
        _ = Self.ask(&console, &bmc, 0x00, 0x02, [1])
        #expect(Self.ask(&console, &bmc, 0x00, 0x09, get)?.data == [1, 5, 0x20, 4, 0, 0, 0])
        // Setup is nothing the machine behind has a word for.
        _ = Self.ask(&console, &bmc, 0x00, 0x08, [5, 0x80, 0x18, 0, 0, 0])
        _ = Self.ask(&console, &bmc, 0x00, 0x02, [3])
        #expect(Self.ask(&console, &bmc, 0x00, 0x09, get)?.data[2] == 0)
        // A minute, unless that was switched off.
        _ = Self.ask(&console, &bmc, 0x00, 0x08, [5, 0x80, 4, 0, 0, 0])
        bmc.now += .seconds(50)
        #expect(Self.ask(&console, &bmc, 0x00, 0x09, get)?.data[2] == 0x80)
        bmc.now += .seconds(10)
        #expect(Self.ask(&console, &bmc, 0x00, 0x09, get)?.data[2] == 0)
        _ = Self.ask(&console, &bmc, 0x00, 0x08, [3, 8])
        _ = Self.ask(&console, &bmc, 0x00, 0x08, [5, 0x80, 4, 0, 0, 0])
        bmc.now += .seconds(50)
        _ = Self.ask(&console, &bmc, 0x00, 0x01)
        bmc.now += .seconds(50)
        #expect(Self.ask(&console, &bmc, 0x00, 0x09, get)?.data[2] == 0x80)
        #expect(Self.ask(&console, &bmc, 0x00, 0x09, [99, 0, 0])?.code == 0x80)
    }

    @Test("log what passes a limit, and what comes back")
    func thresholds() throws {
        var bmc = TestBMC()
        var console = try #require(TestConsole.logIn(to: &bmc))
        #expect(Self.ask(&console, &bmc, 0x04, 0x2D, [1])?.data == [23, 0xC0, 0xC0])
        let low: [UInt8] = [1, 0x18, 0, 0, 0, 20, 22, 0]
        #expect(Self.ask(&console, &bmc, 0x04, 0x26, low)?.code == 0)
        #expect(Self.ask(&console, &bmc, 0x04, 0x2D, [1])?.data == [23, 0xC0, 0xD8])
        #expect(Self.ask(&console, &bmc, 0x0A, 0x40)?.data[1] == 2)
        // Not back by the hysteresis of two yet.
        _ = Self.ask(&console, &bmc, 0x04, 0x26, [1, 0x10, 0, 0, 0, 0, 25, 0])
        #expect(Self.ask(&console, &bmc, 0x04, 0x2D, [1])?.data[2] == 0xD8)
        _ = Self.ask(&console, &bmc, 0x04, 0x26, [1, 0x18, 0, 0, 0, 42, 47, 0])
        #expect(Self.ask(&console, &bmc, 0x04, 0x2D, [1])?.data[2] == 0xC0)
        #expect(Self.ask(&console, &bmc, 0x0A, 0x40)?.data[1] == 4)
        #expect(Self.ask(&console, &bmc, 0x04, 0x26, [1, 0x04, 0, 0, 1, 0, 0, 0])?.code == 0xCC)
        #expect(Self.ask(&console, &bmc, 0x04, 0x27, [0xF1])?.code == 0xCD)
        #expect(Self.ask(&console, &bmc, 0x04, 0x2D, [0x99])?.code == 0xCB)
    }

    @Test("give sensors no figure while the machine is off, but those on standby power")
    func sensorsWhileOff() throws {
        var bmc = TestBMC(power: .off)
        var console = try #require(TestConsole.logIn(to: &bmc))
        #expect(Self.ask(&console, &bmc, 0x04, 0x2D, [1])?.data.first == 23)
        let fan = try #require(Self.ask(&console, &bmc, 0x04, 0x2D, [4]))
        #expect(fan.data[1] & 0x20 != 0)
    }

    @Test("fill the event log until it overflows, and clear it under a reservation")
    func eventLog() throws {
        var bmc = TestBMC()
        var console = try #require(TestConsole.logIn(to: &bmc))
        let event: [UInt8] = [0, 0, 2, 0, 0, 0, 0, 0x20, 0, 4, 1, 1, 1, 0x59, 0, 0]
        for _ in 0..<SystemEventLog.capacity {
            #expect(Self.ask(&console, &bmc, 0x0A, 0x44, event)?.code == 0)
        }
        #expect(Self.ask(&console, &bmc, 0x0A, 0x44, event)?.code == 0xC4)
        #expect(Self.ask(&console, &bmc, 0x0A, 0x40)?.data.last.map { $0 & 0x80 } == 0x80)
        let last = try #require(Self.ask(&console, &bmc, 0x0A, 0x43, [0, 0, 0xFF, 0xFF, 0, 0xFF]))
        #expect(last.data.prefix(4) == [0xFF, 0xFF, 0x00, 0x02])
        let held = try #require(Self.ask(&console, &bmc, 0x0A, 0x42)?.data)
        let clear = Array("CLR".utf8) + [0xAA]
        #expect(Self.ask(&console, &bmc, 0x0A, 0x47, [9, 9] + clear)?.code == 0xC5)
        #expect(Self.ask(&console, &bmc, 0x0A, 0x47, held + clear)?.data == [1])
        #expect(Self.ask(&console, &bmc, 0x0A, 0x43, [0, 0, 0, 0, 0, 0xFF])?.code == 0xCB)
        #expect(Self.ask(&console, &bmc, 0x0A, 0x40)?.data.last == 0x0B)
    }

    @Test("give sensor records in parts to whoever holds the reservation")
    func sensorRecords() throws {
        var bmc = TestBMC()
        var console = try #require(TestConsole.logIn(to: &bmc))
        let whole = try #require(Self.ask(&console, &bmc, 0x0A, 0x23, [0, 0, 0, 0, 0, 0xFF]))
        #expect(whole.data.count == 2 + 5 + Int(whole.data[6]))
        #expect(Self.ask(&console, &bmc, 0x0A, 0x23, [0, 0, 1, 0, 5, 10])?.code == 0xC5)
        let held = try #require(Self.ask(&console, &bmc, 0x0A, 0x22)?.data)
        let part = Self.ask(&console, &bmc, 0x0A, 0x23, held + [1, 0, 5, 10])
        #expect(part?.data.dropFirst(2) == whole.data[7..<17])
        _ = Self.ask(&console, &bmc, 0x0A, 0x22)
        #expect(Self.ask(&console, &bmc, 0x0A, 0x23, held + [1, 0, 5, 10])?.code == 0xC5)
        // Emptied, it can be filled again from the sensors' own records.
        let again = try #require(Self.ask(&console, &bmc, 0x0A, 0x22)?.data)
        let clear = Array("CLR".utf8) + [0xAA]
        #expect(Self.ask(&console, &bmc, 0x0A, 0x27, again + clear)?.code == 0)
        #expect(Self.ask(&console, &bmc, 0x0A, 0x23, [0, 0, 0, 0, 0, 0xFF])?.code == 0xCB)
        let own = try #require(Self.ask(&console, &bmc, 0x04, 0x21, [0, 0, 0, 0, 0, 0xFF]))
        #expect(Self.ask(&console, &bmc, 0x0A, 0x24, Array(own.data.dropFirst(2)))?.data == [1, 0])
    }

    @Test("read and write the inventory within its bounds")
    func inventory() throws {
        var bmc = TestBMC()
        var console = try #require(TestConsole.logIn(to: &bmc))
        let size = try #require(Self.ask(&console, &bmc, 0x0A, 0x10, [0])?.data)
        #expect(size == [0x00, 0x02, 0x00])
        #expect(Self.ask(&console, &bmc, 0x0A, 0x12, [0, 0xFE, 0x01, 7, 8])?.data == [2])
        let end = Self.ask(&console, &bmc, 0x0A, 0x11, [0, 0xFE, 0x01, 16])
        #expect(end?.data == [2, 7, 8])
        #expect(Self.ask(&console, &bmc, 0x0A, 0x12, [0, 0xFF, 0x01, 7, 8])?.code == 0xCA)
        #expect(Self.ask(&console, &bmc, 0x0A, 0x11, [0, 0x00, 0x02, 16])?.code == 0xC9)
        #expect(Self.ask(&console, &bmc, 0x0A, 0x11, [1, 0, 0, 16])?.code == 0xCB)
    }

    @Test("make users who can log in, and lock them out again")
    func users() throws {
        var bmc = TestBMC()
        var console = try #require(TestConsole.logIn(to: &bmc))
        let name = Array("bob".utf8) + [UInt8](repeating: 0, count: 13)
        #expect(Self.ask(&console, &bmc, 0x06, 0x45, [6] + name)?.code == 0)
        let password = Array("12345678901234567890".utf8)
        #expect(Self.ask(&console, &bmc, 0x06, 0x47, [0x86, 2] + password)?.code == 0)
        #expect(Self.ask(&console, &bmc, 0x06, 0x43, [0xB1, 6, 3, 0])?.code == 0)
        #expect(Self.ask(&console, &bmc, 0x06, 0x47, [6, 1])?.code == 0)
        #expect(Self.ask(&console, &bmc, 0x06, 0x44, [1, 6])?.data == [16, 0x44, 1, 0x33])
        let text = String(decoding: password, as: UTF8.self)
        #expect(TestConsole.logIn(to: &bmc, "bob", text, .operator) != nil)
        #expect(Self.ask(&console, &bmc, 0x06, 0x47, [0x86, 3] + password)?.code == 0)
        let short = Array(password.prefix(16))
        #expect(Self.ask(&console, &bmc, 0x06, 0x47, [6, 3] + short)?.code == 0x81)
        #expect(
            Self.ask(&console, &bmc, 0x06, 0x47, [0x86, 3, 1] + password.dropFirst())?.code == 0x80)
        #expect(Self.ask(&console, &bmc, 0x06, 0x47, [6, 0])?.code == 0)
        #expect(TestConsole.logIn(to: &bmc, "bob", text, .operator) == nil)
        #expect(Self.ask(&console, &bmc, 0x06, 0x46, [17])?.code == 0xC9)
    }

    @Test("let the watchdog bite, and log it")
    func watchdog() throws {
        var bmc = TestBMC()
        var console = try #require(TestConsole.logIn(to: &bmc))
        #expect(Self.ask(&console, &bmc, 0x06, 0x22)?.code == 0x80)
        #expect(Self.ask(&console, &bmc, 0x06, 0x24, [4, 2, 0, 0, 10, 0])?.code == 0)
        #expect(Self.ask(&console, &bmc, 0x06, 0x22)?.code == 0)
        bmc.now += .milliseconds(999)
        _ = bmc.bmc.advance(to: bmc.now, using: &bmc.random)
        #expect(bmc.bmc.host.powerState == .on)
        bmc.now += .milliseconds(1)
        _ = bmc.bmc.advance(to: bmc.now, using: &bmc.random)
        #expect(bmc.bmc.host.powerState == .off)
        #expect(Self.ask(&console, &bmc, 0x06, 0x25)?.data[3] == 0x10)
        #expect(Self.ask(&console, &bmc, 0x0A, 0x40)?.data[1] == 1)
    }

    @Test("forget all sessions after a cold reset, once its answer is out")
    func coldReset() throws {
        var bmc = TestBMC()
        var console = try #require(TestConsole.logIn(to: &bmc))
        #expect(Self.ask(&console, &bmc, 0x06, 0x02)?.code == 0)
        bmc.now += FakeBMCLimits.resetDelay
        #expect(Self.ask(&console, &bmc, 0x06, 0x01) == nil)
        #expect(TestConsole.logIn(to: &bmc) != nil)
    }

    @Test("tell the limit on power with the code that says it is not in force")
    func powerLimit() throws {
        var bmc = TestBMC()
        var console = try #require(TestConsole.logIn(to: &bmc))
        let none = Self.ask(&console, &bmc, 0x2C, 0x03, [0xDC, 0, 0])
        #expect(none?.code == 0x80)
        #expect(none?.data.count == 14)
        let limit: [UInt8] = [0xDC, 0, 0, 0, 1, 0x2C, 1, 0xE8, 3, 0, 0, 0, 0, 5, 0]
        #expect(Self.ask(&console, &bmc, 0x2C, 0x04, limit)?.code == 0)
        #expect(Self.ask(&console, &bmc, 0x2C, 0x05, [0xDC, 1, 0, 0])?.code == 0)
        let set = Self.ask(&console, &bmc, 0x2C, 0x03, [0xDC, 0, 0])
        #expect(set?.code == 0)
        #expect(set?.data == [0xDC, 0, 0, 1, 0x2C, 1, 0xE8, 3, 0, 0, 0, 0, 5, 0])
    }

    @Test("have multipliers of more than a byte")
    func wideMultiplier() {
        let reading = SensorReading(name: "48V", value: .voltage(Volts(54)))
        let definition = SensorDefinition(reading, at: 0)
        #expect(definition.scale.multiplier > 255)
        let record = SensorRecord.repository([definition])[0]
        #expect(ReceivedSensor(record)?.scale == definition.scale)
    }
}

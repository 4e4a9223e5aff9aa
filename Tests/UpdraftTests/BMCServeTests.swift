import Foundation
import Testing

@Suite(
    "Serving fake BMCs", .serialized, .enabled(if: Updraft.isBuilt, Updraft.absence))
struct BMCServeTests {
    private let folder = TemporaryFolder()

    /// What users are called in these tests.
    private static let accounts = """
        - { name: admin, password: secret, privilege: administrator }
        - { name: oper, password: operpw, privilege: operator }
        - { name: user, password: userpw, privilege: user }
        """

    /// A farm, once it is ready: on ports that were free, with its inventory in a file.
    private func serve(_ arguments: String...) throws -> ServedFarm {
        let accounts = try folder.write(Self.accounts, to: "accounts.yaml")
        return try ServedFarm(
            arguments + ["--accounts", accounts, "--ipmi-base", "0"], in: folder)
    }

    @Test("tells where and who, serves what it prints, and ends cleanly with a summary")
    func whole() throws {
        let farm = try serve("--count", "3")
        #expect(farm.messages.hasPrefix("ready: 3 BMCs over IPMI at 127.0.0.1:"))
        #expect(farm.messages.contains("admin (administrator), oper (operator), user (user)"))
        #expect(!farm.messages.contains("secret"))
        let status = try farm.ask("power", "status")
        #expect(status.status == 0, "\(status)")
        #expect(status.lines == ["name    power", "node-0  on", "node-1  on", "node-2  on"])
        #expect(try farm.ask("power", "off", "node-1").status == 0)
        #expect(try farm.ask("power", "status", "node-1").lines.last == "node-1  off")
        let ending = farm.stop()
        #expect(ending.status == 0)
        #expect(ending.messageLines.last?.hasPrefix("stopped: 3 BMCs served for") == true)
        #expect(try farm.ask("fault", "dead", inventory: false).status == 69)
    }

    @Test("serves at addresses of IPv6")
    func currentAddresses() throws {
        guard FileManager.default.fileExists(atPath: "/proc/net/if_inet6") else {
            return print("SKIPPED: this host has no IPv6")
        }
        let farm = try serve("--count", "2", "--address", "::1")
        #expect(farm.messages.contains("at [::1]:"))
        let status = try farm.ask("power", "status")
        #expect(status.lines.dropFirst() == ["node-0  on", "node-1  on"], "\(status)")
    }

    @Test("lets faults begin and end while it serves, and our tools tell what came of them")
    func faults() throws {
        let farm = try serve("--count", "2")
        #expect(try farm.ask("fault", "says-off", "node-0", inventory: false).status == 0)
        #expect(try farm.ask("power", "status", "node-0").lines.last == "node-0  off")
        #expect(try farm.ask("fault", "full-sel", "node-1", inventory: false).status == 0)
        #expect(
            try farm.ask("sel", "info").lines == ["name    entries", "node-0  0", "node-1  512"])
        #expect(try farm.ask("fault", "credentials-changed", inventory: false).status == 0)
        let refused = try farm.ask("power", "status")
        #expect(refused.status == 1)
        #expect(refused.messages.contains("node-0: the controller refused the user or"))
        #expect(refused.messages.contains("2 of 2 failed"))
        let shown = try farm.ask("fault", "--show", inventory: false)
        #expect(
            shown.lines == ["node-0: says-off, credentials-changed", "node-1: credentials-changed"])
        #expect(try farm.ask("fault", "--repair", inventory: false).status == 0)
        let healed = try farm.ask("power", "status")
        #expect(healed.lines.dropFirst() == ["node-0  on", "node-1  on"], "\(healed)")
        #expect(try farm.ask("fault", "power-loss", "node-9", inventory: false).status == 64)
    }

    @Test("is silent where a machine has lost its current, and back when it has it again")
    func powerLoss() throws {
        let farm = try serve("--count", "1", "--accelerate", "1000")
        #expect(try farm.ask("fault", "power-loss", inventory: false).status == 0)
        let silent = try farm.ask("power", "status")
        #expect(silent.status == 1)
        #expect(silent.messages.contains("did not answer"))
        #expect(try farm.ask("fault", "--repair", inventory: false).status == 0)
        #expect(Waiting.until { (try? farm.ask("power", "status").status) == 0 })
    }

    @Test("changes and tells boot devices, sensors, logs and inventories of many at once")
    func everything() throws {
        let farm = try serve("--count", "2")
        #expect(try farm.ask("boot", "set", "pxe", "--persistent").status == 0)
        let boot = try farm.ask("boot", "get")
        #expect(boot.lines.last == "node-1  pxe     persistent   uefi", "\(boot)")
        let sensors = try farm.ask("sensors")
        #expect(sensors.lines.count { $0.contains("Inlet Temp") } == 2)
        #expect(sensors.lines.contains { $0.contains("Fan1") && $0.contains("RPM") })
        let inventory = try farm.ask("fru", "--json")
        #expect(inventory.output.contains("\"serialNumber\" : \"UD100001\""))
        #expect(inventory.output.contains("\"ok\" : true"))
        #expect(try farm.ask("sel", "clear").status == 0)
    }

    @Test("does nothing where input is wrong, and says what was expected")
    func wrong() throws {
        let accounts = try folder.write(
            "- { name: a, password: b, privilege: root }", to: "wrong.yaml")
        let refused = try Updraft.run("bmc", "serve", "--count", "1", "--accounts", accounts)
        #expect(refused.status == 64)
        #expect(
            refused.messages.contains("wrong.yaml:1: [0].privilege: found 'root', expected one"))
        #expect(try Updraft.run("bmc", "serve").status == 64)
        #expect(try Updraft.run("bmc", "serve", "--count", "0").status == 64)
        #expect(try Updraft.run("bmc", "power", "status").status == 64)
        let farm = try serve("--count", "1")
        let taken = try Updraft.run(
            "bmc", "serve", "--count", "1", "--ipmi-base", "\(farm.port)")
        #expect(taken.status == 69)
        #expect(taken.messages.contains("which another program has"), "\(taken)")
        let elsewhere = try Updraft.run(
            "bmc", "serve", "--count", "1", "--address", "192.0.2.1")
        #expect(elsewhere.status == 69)
        #expect(elsewhere.messages.contains("is no address of this host"))
    }
}

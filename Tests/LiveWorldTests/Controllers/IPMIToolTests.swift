import Foundation
import Testing

@Suite(
    "ipmitool against a fake controller", .serialized,
    .enabled(if: Tool.isInstalled("ipmitool"), "SKIPPED: ipmitool is not installed"))
struct IPMIToolTests {
    @Test(
        "opens sessions with every suite that it has",
        arguments: ["1", "2", "3", "6", "7", "8", "15", "16", "17"])
    func suites(_ suite: String) throws {
        var farm = try TestFarm()
        let outcome = try farm.ipmitool("power status", interface: ["lanplus", "-C", suite])
        #expect(outcome.text == "Chassis Power is on\n")
        #expect(outcome.status == 0)
    }

    @Test("finds a suite by itself, without waiting for an answer that does not come")
    func bestSuite() throws {
        var farm = try TestFarm()
        #expect(try farm.ipmitool("power status", interface: ["lanplus"]).status == 0)
    }

    @Test("opens sessions of IPMI 1.5", arguments: ["MD5", "PASSWORD"])
    func legacy(_ type: String) throws {
        var farm = try TestFarm()
        let outcome = try farm.ipmitool("chassis status", interface: ["lan", "-A", type])
        #expect(outcome.text.contains("System Power         : on"))
    }

    @Test("is refused suite 0, a wrong password, and what its user may not do")
    func refusals() throws {
        var farm = try TestFarm()
        #expect(try farm.ipmitool("power status", interface: ["lanplus", "-C", "0"]).status != 0)
        #expect(try farm.ipmitool("power status", password: "wrong").status != 0)
        #expect(try farm.ipmitool("power status", user: "", password: "").status != 0)
        let user = try farm.ipmitool(
            "power off", user: "user", password: "userpw",
            interface: ["lanplus", "-C", "3", "-L", "USER"])
        #expect(user.text.contains("Insufficient privilege level"))
    }

    @Test(
        "is answered",
        arguments: [
            ("mc info", "IPMI Version              : 2.0"),
            ("mc guid", "System GUID"), ("mc selftest", "passed"),
            ("mc getenables", "System Event Logging"), ("mc watchdog get", "Stopped"),
            ("chassis poh", "POH Counter"), ("chassis restart_cause", "restart cause"),
            ("chassis policy list", "always-off always-on previous"),
            ("chassis identify 1", "1 seconds"), ("chassis bootdev pxe", "Set Boot Device to pxe"),
            ("chassis bootparam get 5", "Boot Flag Invalid"),
            ("sdr list", "CPU1 Temp        | 52 degrees C      | ok"),
            ("sdr elist full", "Fan1             | 04h | ok  | 29.4 | 5400 RPM"),
            ("sdr list mcloc", "Updraft BMC"), ("sensor list", "12.033"),
            ("sensor get Fan1", "Lower Critical        : 900.000"),
            ("sel info", "Entries          : 0"), ("sel list", "SEL has no entries"),
            ("event 1", "Upper Critical"), ("fru print", "Product Serial        : SN1000"),
            ("lan print", "IP Address              : 127.0.0.1"),
            ("channel info 1", "802.3 LAN"), ("channel authcap 1 4", "IPMI v2.0 : yes"),
            ("channel getciphers ipmi", "sha256_128"), ("user list", "oper"),
            ("user summary", "Enabled User Count  : 3"),
            ("session info active", "IPMIv2/RMCP+"), ("sol info", "Enabled"),
            ("sol payload status 1 2", "enabled"), ("pef info", "0x51"),
            ("pef status", "PEF"), ("dcmi discover", "Power management available"),
            ("dcmi power reading", "180 Watts"), ("dcmi sensors", "Inlet Temp"),
            ("dcmi get_temp_reading", "+23 C"), ("dcmi get_mc_id_string", "Node"),
            ("raw 0x06 0x01", "20 81"),
        ])
    func commands(_ arguments: String, _ expected: String) throws {
        var farm = try TestFarm()
        let outcome = try farm.ipmitool(arguments)
        #expect(outcome.status == 0, "\(outcome.text)")
        #expect(outcome.text.contains(expected), "\(outcome.text)")
    }

    @Test("switches power as Ironic has it do")
    func power() throws {
        var farm = try TestFarm()
        for (verb, state) in [
            ("off", "off"), ("on", "on"), ("soft", "off"), ("on", "on"), ("reset", "on"),
            ("cycle", "on"), ("diag", "on"),
        ] {
            #expect(try farm.ipmitool("power \(verb)").status == 0)
            #expect(try farm.ipmitool("power status").text == "Chassis Power is \(state)\n")
        }
        _ = try farm.ipmitool("raw 0 8 3 8")
        _ = try farm.ipmitool("raw 0 8 5 0xe0 4 0 0 0")
        let flags = try farm.ipmitool("chassis bootparam get 5").text
        #expect(flags.contains("BIOS EFI boot") && flags.contains("Force PXE"))
        #expect(flags.contains("Options apply to all future boots"))
    }

    @Test("resets the controller, which answers again afterwards")
    func reset() throws {
        var farm = try TestFarm()
        #expect(try farm.ipmitool("mc reset warm").status == 0)
        #expect(try farm.ipmitool("mc reset cold").status == 0)
        #expect(try farm.ipmitool("power status").status == 0)
    }
}

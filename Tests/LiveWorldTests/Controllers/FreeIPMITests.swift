import Foundation
import Testing

@Suite(
    "FreeIPMI against a fake controller", .serialized,
    .enabled(if: Tool.isInstalled("ipmipower"), "SKIPPED: freeipmi-tools is not installed"))
struct FreeIPMITests {
    @Test(
        "opens sessions with every suite",
        arguments: ["1", "2", "3", "6", "7", "8", "11", "12", "15", "16", "17"])
    func suites(_ suite: String) throws {
        var farm = try TestFarm()
        let outcome = try farm.freeIPMI("ipmipower", "-D LAN_2_0 -I \(suite) --stat")
        #expect(outcome.text.contains("127.0.0.1: on"), "\(outcome.text)")
    }

    @Test(
        "is answered",
        arguments: [
            ("ipmipower", "-D LAN --stat", "127.0.0.1: on"),
            ("ipmipower", "-D LAN_2_0 --off --wait-until-off", "127.0.0.1: ok"),
            ("ipmi-sensors", "-D LAN_2_0", "CPU1 Temp"),
            ("bmc-info", "-D LAN_2_0", "802.3 LAN"),
            ("ipmi-sel", "-D LAN_2_0 --info", "Number of log entries"),
            ("ipmi-fru", "-D LAN_2_0", "SN1000"),
            ("ipmi-chassis", "-D LAN_2_0 --get-chassis-status", "System Power"),
            ("ipmi-chassis", "-D LAN_2_0 --get-boot-flags", "No override"),
            ("ipmi-dcmi", "-D LAN_2_0 --get-dcmi-capability-info", "1.5"),
            ("ipmi-dcmi", "-D LAN_2_0 --get-system-power-statistics", "180 Watts"),
            ("ipmi-dcmi", "-D LAN_2_0 --get-dcmi-sensor-info", "Inlet"),
            ("ipmi-config", "-D LAN_2_0 --category=core --checkout --section=User2", "admin"),
            ("ipmi-config", "-D LAN_2_0 --category=core --checkout --section=SOL_Conf", "115200"),
            ("bmc-config", "-D LAN_2_0 --checkout --section=Lan_Conf_Security_Keys", "K_R"),
            ("ipmi-config", "-D LAN_2_0 --category=core --checkout --section=Lan_Conf", "Static"),
            ("ipmi-config", "-D LAN_2_0 --category=pef --checkout", "Section PEF_Conf"),
            ("bmc-device", "-D LAN_2_0 --get-self-test-results", "No Error"),
            ("ipmi-raw", "-D LAN_2_0 0 6 1", "rcvd: 01 00 20 81"),
        ])
    func tools(_ name: String, _ arguments: String, _ expected: String) throws {
        var farm = try TestFarm()
        let outcome = try farm.freeIPMI(name, arguments)
        #expect(outcome.status == 0, "\(outcome.text)")
        #expect(outcome.text.contains(expected), "\(outcome.text)")
    }
}

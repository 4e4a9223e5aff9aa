import Hardware
import Harness
import Testing

@Suite("A fault that not every machine can have")
struct FaultNeedTests {
    /// Two racks: what the first one's machines have in addition, and a fault.
    private static func problems(_ group: String, _ fault: String) -> [String] {
        ScenarioText.problems(
            """
            scenario: full-cloud
            machines:
              - { count: 2, rack: rack-1, processors: 8, memory: 32GiB\(group) }
              - { count: 2, rack: rack-2, processors: 8, memory: 32GiB, name: other }
            cloud:
              mode: poc
              flavors: [{ name: a, processors: 4, memory: 8GiB, disk: 40GiB }]
              roles: [{ name: controller, count: 1, flavor: a }]
            faults:
              - { \(fault), at: 1h, for: 1h }
            """
        ).map(\.message)
    }

    private static let raid = ", raid: [{ level: \"1\", disks: 2, size: 100GiB }]"
    private static let disks = ", disks: [{ size: 100GiB }, { size: 50GiB }]"

    @Test(
        "is refused where no machine can, and told what is missing",
        arguments: [
            ("raid-degraded", "has a RAID controller"), ("raid-battery", "has a RAID controller"),
            ("disk-name-flip", "has a second disk"),
            ("bmc-line-noisy", "is managed over a wire"),
        ])
    func missing(_ fault: String, _ lack: String) {
        let told = Self.problems("", "fault: \(fault), where: any")
        #expect(told.count == 1)
        #expect(told.first?.contains("no machine \(lack)") == true)
    }

    @Test(
        "is taken where some machine can",
        arguments: [
            ("raid-degraded", raid), ("disk-name-flip", disks),
            ("bmc-line-noisy", ", management: ipmi"),
        ])
    func present(_ fault: String, _ group: String) {
        #expect(Self.problems(group, "fault: \(fault), where: any") == [])
        #expect(Self.problems(group, "fault: \(fault), where: { rack: rack-1 }") == [])
        #expect(Self.problems(group, "fault: \(fault), where: { machine: machine-2 }") == [])
        #expect(Self.problems(group, "fault: \(fault), where: { role: controller }") == [])
    }

    @Test("is refused in a rack, or on a machine, that cannot")
    func elsewhere() {
        let fault = "fault: raid-battery"
        #expect(Self.problems(Self.raid, "\(fault), where: { rack: rack-2 }").count == 1)
        #expect(Self.problems(Self.raid, "\(fault), where: { switch: rack-2 }").count == 1)
        #expect(Self.problems(Self.raid, "\(fault), where: { machine: other-1 }").count == 1)
    }
}

import Hardware
import Testing

@testable import SimulatedCloud

@Suite("The disks of a machine that an inventory describes")
struct DiskRackTests {
    private static let size = ByteCount.gibibytes(40)

    @Test(
        "hold one that the hints name, and another that they do not",
        arguments: [
            ["serial": "OS11"], ["serial": "s== OS11"], ["wwn": "0x4000cca77fc4dba1"],
            ["model": "VBOX"], ["vendor": "<in> sim"], ["name": "/dev/vda"], ["name": "/dev/sdc"],
            ["hctl": "1:0:0:0"], ["rotational": "true"], ["rotational": "false"],
            ["size": "40"], ["size": ">= 40"], ["size": "500"], ["model": "<or> one <or> two"],
            ["name": "/dev/sdb"], ["name": "/dev/sdb", "serial": "OS11"],
            ["name": "/dev/sda", "vendor": "X"], ["serial": "OS11", "rotational": "true"],
            ["by_path": "/dev/disk/by-path/x"],
        ])
    func hinted(expressions: [String: String]) throws {
        let hints = try RootDeviceHints(expressions)
        let disks = DiskRack.disks(size: Self.size, hints: hints, number: 7)
        let root = try #require(hints.rootDevice(among: disks), "\(disks)")
        #expect(disks.count == 2, "A machine with one disk cannot be imaged wrongly.")
        #expect(disks.contains { $0 != root })
        #expect(Set(disks.map(\.name)).count == disks.count)
    }

    @Test("hold the smaller one as root device where there are no hints")
    func unhinted() throws {
        let disks = DiskRack.disks(size: Self.size, hints: nil, number: 7)
        #expect(RootDeviceHints().rootDevice(among: disks)?.size == Self.size)
        #expect(disks.count == 2)
    }

    @Test("hold none that fits where hints contradict each other")
    func impossible() throws {
        let hints = try RootDeviceHints(["size": "> 10000"])
        let disks = DiskRack.disks(size: Self.size, hints: hints, number: 7)
        #expect(hints.rootDevice(among: disks) == nil)
    }
}

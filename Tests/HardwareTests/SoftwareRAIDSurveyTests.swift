import Hardware
import Testing

/// The cases are ironic-python-agent's for `skip_block_devices`, but where it would lose data.
@Suite("Laying software RAID beside what is kept")
struct SoftwareRAIDSurveyTests {
    private static func disks(_ letters: String...) -> [DiskFacts] {
        letters.map {
            DiskFacts(
                name: "/dev/sd\($0)", model: "", vendor: "", serial: $0, wwn: "", hctl: "",
                byPath: "", size: .gibibytes(100), isRotational: false)
        }
    }

    private static func volume(
        _ name: RAIDVolumeName?, _ gibibytes: Int?, on letters: String...
    ) throws -> SoftwareRAIDVolume {
        SoftwareRAIDVolume(
            level: .mirror, gibibytes: gibibytes, name: name,
            disks: letters.isEmpty
                ? nil : try letters.map { try RootDeviceHints(["name": "/dev/sd\($0)"]) })
    }

    private static func device(
        _ name: String, _ volume: RAIDVolumeName, on letters: String...
    ) -> SoftwareRAIDDevice {
        SoftwareRAIDDevice(name: name, volume: volume, holders: letters.map { "/dev/sd\($0)" })
    }

    private static func plan(
        _ volumes: [SoftwareRAIDVolume], on disks: [DiskFacts] = disks("a", "b", "c", "d"),
        beside devices: [SoftwareRAIDDevice], keeping volumesKept: [RAIDVolumeName],
        skipping hints: [RootDeviceHints] = []
    ) throws -> SoftwareRAIDPlan {
        try SoftwareRAIDPlan(
            volumes, on: disks, for: .bios, label: .msdos,
            beside: SoftwareRAIDSurvey(
                devices, keeping: SkippedDevices(disks: hints, volumes: volumesKept)))
    }

    @Test("only what is missing is built, where the kept volume lies on other disks")
    func separate() throws {
        let plan = try Self.plan(
            [Self.volume("root", 10, on: "a", "b"), Self.volume("data", nil, on: "c", "d")],
            beside: [Self.device("/dev/md1", "data", on: "c", "d")], keeping: ["data"])
        #expect(plan.devices.map(\.volume) == ["root"])
        #expect(plan.devices.map(\.name) == ["/dev/md0"])
        #expect(plan.disks == ["/dev/sda", "/dev/sdb"])
    }

    @Test("a new device takes a name that no device has")
    func names() throws {
        let plan = try Self.plan(
            [Self.volume("root", 10, on: "a", "b"), Self.volume("data", nil, on: "c", "d")],
            beside: [Self.device("/dev/md0", "data", on: "c", "d")], keeping: ["data"])
        #expect(plan.devices.map(\.name) == ["/dev/md1"])
    }

    @Test("nothing is built where all of it is kept, or was only wiped")
    func complete() throws {
        let volumes = [try Self.volume("root", 10), try Self.volume("data", nil)]
        let devices = [
            Self.device("/dev/md0", "root", on: "a", "b"),
            Self.device("/dev/md1", "data", on: "a", "b"),
        ]
        for kept in [["root", "data"], ["data"]] as [[RAIDVolumeName]] {
            let plan = try Self.plan(volumes, beside: devices, keeping: kept)
            #expect(plan.devices.isEmpty && plan.disks.isEmpty)
        }
    }

    @Test("the ESP beside what is kept is no hindrance")
    func systemPartition() throws {
        let plan = try Self.plan(
            [Self.volume("data", nil, on: "a", "b")],
            beside: [
                Self.device("/dev/md0", "data", on: "a", "b"),
                Self.device("/dev/md127", "esp", on: "a", "b"),
            ], keeping: ["data"])
        #expect(plan.devices.isEmpty)
    }

    @Test("a device that nobody said to keep, or that has no name, ends the plan")
    func leftover() throws {
        let volumes = [try Self.volume("small", 10), try Self.volume("large", nil)]
        for name in ["small", "", "strange"] as [RAIDVolumeName] {
            let device = Self.device("/dev/md0", name, on: "a", "b")
            #expect(throws: SoftwareRAIDError.leftover(device.label)) {
                try Self.plan(volumes, beside: [device], keeping: ["large"])
            }
        }
        let unwanted = Self.device("/dev/md0", "kept", on: "a", "b")
        #expect(throws: SoftwareRAIDError.leftover(unwanted.label)) {
            try Self.plan(volumes, beside: [unwanted], keeping: ["kept"])
        }
    }

    @Test("all is built where what is to be kept is not there yet")
    func absent() throws {
        let plan = try Self.plan(
            [Self.volume("small", 10), Self.volume("large", nil)], beside: [], keeping: ["large"])
        #expect(plan.devices.map(\.volume) == ["small", "large"])
    }

    @Test("no disk is divided anew on which something is kept")
    func refused() throws {
        #expect(
            throws: SoftwareRAIDError.inUse(by: ["large"], disks: ["/dev/sda", "/dev/sdb"])
        ) {
            try Self.plan(
                [Self.volume("small", 10), Self.volume("large", nil)],
                on: Self.disks("a", "b"),
                beside: [Self.device("/dev/md0", "large", on: "a", "b")], keeping: ["large"])
        }
    }

    @Test("a disk that is to be left alone is no part of a volume, and an array is none either")
    func skippedDisk() throws {
        let array = DiskFacts(
            name: "/dev/md5", model: "", vendor: "", serial: "", wwn: "", hctl: "", byPath: "",
            size: .gibibytes(50), isRotational: false)
        let third = try RootDeviceHints(["serial": "c"])
        let plan = try Self.plan(
            [Self.volume("root", nil)], on: Self.disks("a", "b", "c") + [array],
            beside: [Self.device("/dev/md5", "old", on: "x")], keeping: [], skipping: [third])
        #expect(plan.disks == ["/dev/sda", "/dev/sdb"])
        #expect(throws: SoftwareRAIDError.noCandidates(third)) {
            try Self.plan(
                [SoftwareRAIDVolume(level: .mirror, gibibytes: 1, disks: [third, third])],
                beside: [], keeping: [], skipping: [third])
        }
    }
}

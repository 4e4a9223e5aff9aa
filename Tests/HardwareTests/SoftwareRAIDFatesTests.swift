import Hardware
import Testing

@Suite("What becomes of software RAID that is removed")
struct SoftwareRAIDFatesTests {
    private static func device(
        _ name: String, _ volume: RAIDVolumeName, _ disks: String...
    ) -> SoftwareRAIDDevice {
        SoftwareRAIDDevice(name: name, volume: volume, holders: disks.map { "/dev/sd\($0)" })
    }

    private static let root = device("/dev/md0", "root", "a", "b")
    private static let data = device("/dev/md1", "data", "a", "b")
    private static let esp = device("/dev/md127", "esp", "a", "b")
    private static let other = device("/dev/md2", "other", "c", "d")

    @Test("all of it goes where nothing is to be kept")
    func all() {
        let fates = SoftwareRAIDFates([Self.root, Self.data, Self.esp], keeping: [])
        for name in ["/dev/md0", "/dev/md1", "/dev/md127"] { #expect(fates[name] == .deleted) }
        #expect(fates["/dev/md9"] == nil)
    }

    @Test("a volume that is to be kept is, and its neighbours on the same disks are only wiped")
    func partial() {
        let fates = SoftwareRAIDFates([Self.root, Self.data, Self.other], keeping: ["data"])
        #expect(fates["/dev/md1"] == .kept)
        #expect(fates["/dev/md0"] == .wiped(beside: "data"))
        #expect(fates["/dev/md2"] == .deleted)
    }

    @Test("several volumes are kept beside each other")
    func complete() {
        let fates = SoftwareRAIDFates([Self.root, Self.data], keeping: ["root", "data"])
        #expect(fates["/dev/md0"] == .kept && fates["/dev/md1"] == .kept)
    }

    @Test(
        "the ESP beside a volume that is kept stays as it is, in whatever order they are found",
        arguments: [[esp, root, data], [root, data, esp]])
    func systemPartition(_ devices: [SoftwareRAIDDevice]) {
        let fates = SoftwareRAIDFates(devices, keeping: ["data"])
        #expect(fates["/dev/md127"] == .spared(beside: "data"))
        #expect(fates["/dev/md0"] == .wiped(beside: "data"))
    }

    @Test("the ESP on other disks than what is kept goes")
    func separate() {
        let fates = SoftwareRAIDFates([Self.esp, Self.root, Self.other], keeping: ["other"])
        #expect(fates["/dev/md127"] == .deleted && fates["/dev/md0"] == .deleted)
    }

    @Test("one disk that two volumes share is enough to make them neighbours")
    func overlapping() {
        let wide = Self.device("/dev/md0", "root", "a", "b", "c")
        let fates = SoftwareRAIDFates([wide, Self.other], keeping: ["other"])
        #expect(fates["/dev/md0"] == .wiped(beside: "other"))
    }
}

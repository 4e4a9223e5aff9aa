import Hardware
import Testing

@Suite("A partition table")
struct PartitionTableTests {
    private static let layout = PartitionLayout(
        root: .gibibytes(20), swap: .mebibytes(512), ephemeral: .gibibytes(10),
        configDrive: .mebibytes(2))

    @Test("begins with what the machine starts from, and ends with root, which may grow")
    func order() {
        let table = PartitionTable(Self.layout, for: .uefi)
        #expect(
            table.partitions.map(\.purpose) == [
                .efiSystem, .ephemeral, .swap, .configDrive, .root,
            ])
        #expect(table.label == .gpt)
    }

    @Test("leads in with 1 MiB, and leaves nothing between two partitions")
    func places() {
        let table = PartitionTable(Self.layout, for: .uefi)
        let starts: [Int64] = [1, 551, 10791, 11303, 11305]
        #expect(table.partitions.map(\.start.mebibytes) == starts)
        #expect(table.partitions.map(\.size.mebibytes) == [550, 10240, 512, 2, 20480])
        #expect(table[.root]?.end == .mebibytes(31785))
    }

    @Test("has a BIOS boot partition of 1 MiB where a machine starts by BIOS from a GPT")
    func biosBoot() {
        let table = PartitionTable(Self.layout, for: .bios, label: .gpt)
        #expect(
            table.partitions.first == Partition(.biosBoot, at: .mebibytes(1), size: .mebibytes(1)))
        let msdos = PartitionTable(Self.layout, for: .bios)
        #expect(msdos.label == .msdos)
        #expect(msdos.partitions.map(\.purpose) == [.ephemeral, .swap, .configDrive, .root])
    }

    @Test(
        "has a PReP partition of 8 MiB on POWER, under either label",
        arguments: PartitionLabel.allCases)
    func prep(label: PartitionLabel) {
        let table = PartitionTable(
            Self.layout, for: .bios, label: label, architecture: "ppc64le")
        #expect(
            table.partitions.first == Partition(.prepBoot, at: .mebibytes(1), size: .mebibytes(8)))
        #expect(table[.biosBoot] == nil)
    }

    @Test("leaves out what has no size")
    func empty() {
        let table = PartitionTable(PartitionLayout(root: .gibibytes(10)), for: .bios)
        #expect(table.partitions == [Partition(.root, at: .mebibytes(1), size: .gibibytes(10))])
        #expect(table.leastDisk == .mebibytes(10241))
    }

    @Test("needs room for its copy at the end of the disk, where it is a GPT")
    func copy() {
        let table = PartitionTable(PartitionLayout(root: .gibibytes(10)), for: .uefi)
        #expect(table.leastDisk == .mebibytes(10791) + ByteCount(bytes: 16896))
    }

    @Test("is the same layout only with the same root, swap and ephemeral sizes")
    func differences() {
        var other = Self.layout
        other.ephemeralFormat = "xfs"
        other.configDrive = .zero
        #expect(other.differences(from: Self.layout) == [])
        other.ephemeral = .gibibytes(9)
        other.root = .gibibytes(21)
        #expect(
            other.differences(from: Self.layout) == [
                "root was 20 GiB and is to be 21 GiB", "ephemeral was 10 GiB and is to be 9 GiB",
            ])
    }
}

import Hardware
import Simulation
import Testing
import World

@testable import NodeAgent

@Suite("The agent, told to deploy a partition image")
struct PartitionWriteTests {
    private static let image = ImageReference(
        name: "image", digest: "cafe", size: .mebibytes(1500))
    private static let layout = PartitionLayout(
        root: .gibibytes(20), swap: .gibibytes(1), ephemeral: .gibibytes(10))

    private static func perform(
        _ layout: PartitionLayout = layout, _ ephemeral: EphemeralPartition = .made,
        prepared: PartitionLayout? = nil, writes: [ScriptedHardware.Write] = [.whole]
    ) -> (deeds: [String], progress: AgentCommandStatus.Progress?) {
        let hosts = Hosts(["machine"])
        let (process, world) = hosts.process("worker", on: "machine")
        let hardware = ScriptedHardware(process, writes: writes)
        let worker = AgentWorker(hardware: hardware, clock: world.clock)
        let ended = Confined<AgentCommandStatus.Progress?>(hosts.simulator, nil)
        process.spawn {
            if let prepared {
                try? await hardware.makePartitions(
                    PartitionTable(prepared, for: .uefi), on: Hosts.disk)
            }
            let write = PartitionWrite(
                Self.image, from: ["service"], onto: RootDeviceChoice(), layout: layout,
                ephemeral: ephemeral)
            let progress = await worker.perform(.writePartitions(write))
            ended.write { $0 = progress }
        }
        hosts.pass(.seconds(600))
        return (Array(hardware.deeds.dropFirst(prepared == nil ? 0 : 1)), ended.read { $0 })
    }

    @Test("divides the disk, writes root, and makes swap and ephemeral file systems after it")
    func made() {
        let (deeds, progress) = Self.perform()
        #expect(
            deeds == [
                "table on /dev/sda", "vfat on efiSystem", "image on root", "swap on swap",
                "ext4 on ephemeral",
            ])
        #expect(progress == .succeeded)
    }

    @Test("formats an ephemeral partition as it is asked to")
    func format() {
        var layout = Self.layout
        layout.ephemeralFormat = "xfs"
        #expect(Self.perform(layout).deeds.last == "xfs on ephemeral")
    }

    @Test("touches neither the table nor the ephemeral partition where that is to be kept")
    func preserved() {
        let (deeds, progress) = Self.perform(Self.layout, .preserved, prepared: Self.layout)
        #expect(deeds == ["vfat on efiSystem", "image on root", "swap on swap"])
        #expect(progress == .succeeded)
    }

    @Test("keeps nothing on a disk that is divided otherwise, and touches nothing there")
    func otherTable() {
        var other = Self.layout
        other.ephemeral = .gibibytes(9)
        for prepared in [nil, other] {
            let (deeds, progress) = Self.perform(Self.layout, .preserved, prepared: prepared)
            #expect(deeds == [])
            guard case .failed(let reason)? = progress else {
                Issue.record("It went on.")
                continue
            }
            #expect(reason.contains("nothing on it was touched"))
        }
    }

    @Test("refuses an image that is larger than its root partition")
    func smallRoot() {
        let (deeds, progress) = Self.perform(PartitionLayout(root: .gibibytes(1)))
        #expect(deeds == [])
        #expect(
            progress
                == .failed(
                    reason: "the root partition is too small for image image, which takes 1500 MiB:"
                        + " it is to have 1 GiB"))
    }

    @Test("takes an image that is exactly as large as its root partition")
    func exactRoot() {
        #expect(Self.perform(PartitionLayout(root: .mebibytes(1500))).progress == .succeeded)
    }

    @Test("refuses a layout that is larger than the disk")
    func smallDisk() {
        let (deeds, progress) = Self.perform(
            PartitionLayout(root: .gibibytes(90), ephemeral: .gibibytes(10)))
        #expect(deeds == [])
        guard case .failed(let reason)? = progress else {
            Issue.record("It went on.")
            return
        }
        #expect(reason.hasPrefix("/dev/sda (serial D) is too small for its partitions"))
    }

    @Test("wipes root and nothing beside it when what it wrote is not what was asked for")
    func wrongImage() {
        let (deeds, progress) = Self.perform(
            Self.layout, .preserved, prepared: Self.layout, writes: [.written("d00d")])
        #expect(deeds == ["vfat on efiSystem", "image on root", "wipe root"])
        #expect(
            progress
                == .failed(reason: "image image: the checksum of what arrived is wrong"))
    }
}

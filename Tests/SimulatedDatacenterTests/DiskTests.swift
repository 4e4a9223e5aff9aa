import Hardware
import Simulation
import Testing
import World

@testable import SimulatedDatacenter

@Suite("A machine's disks")
struct DiskTests {
    @Test("hold no whole partition after a write that power loss cut in its first")
    func cutWrite() throws {
        let lab = Self.lab()
        let node = lab.node
        lab.simulator.schedule(at: .zero + .seconds(2)) {
            lab.datacenter.inject(.powerLoss, on: "node-1")
        }
        #expect(try Self.download(lab) == .failure(.revoked))
        #expect(node.image(on: "/dev/sda")?.extent == .partial)
        #expect(node.partitions(of: "/dev/sda").map(\.role) == [.esp, .root, .configDrive])
        #expect(node.partitions(of: "/dev/sda").map(\.condition) == [.torn, .torn, .torn])
        let ended = try #require(lab.events(of: "disk.write-ended").first?.event as? MachineEvent)
        guard case .writeEnded("node-1", "/dev/sda", Lab.image.digest, .partial) = ended else {
            Issue.record("The journal says: \(ended.fields)")
            return
        }
    }

    @Test(
        "whose write was cut short start nothing, however far it got",
        arguments: [10, 100, 500, 900, 990, 999])
    func cutShort(perMille: Int) throws {
        let cut = ByteCount(bytes: Lab.image.size.bytes * Int64(perMille) / 1000)
        let contents = DiskContents(Lab.image, cutAfter: cut)
        #expect(contents.extent == .partial)
        #expect(contents.partitions.map(\.role) == [.esp, .root, .configDrive])
        #expect(contents.bootOutcome == .notBootable)
        #expect(DiskContents(Lab.image, cutAfter: Lab.image.size).bootOutcome == .starts)
    }

    @Test("whose write was cut short are passed over for the next")
    func passedOver() throws {
        let lab = Self.lab()
        lab.simulator.schedule(at: .zero + .seconds(2)) {
            lab.datacenter.inject(.powerLoss, on: "node-1")
        }
        #expect(try Self.download(lab) == .failure(.revoked))
        lab.datacenter.repair(.powerLoss, on: "node-1")
        lab.pass(.seconds(600))
        #expect(
            lab.node.system?.system == .disk(Lab.image.digest, .whole, disk: "/dev/sdb"),
            "The old image on the second disk boots."
        )
    }

    @Test("keep what was written when a process is killed, as far as it got")
    func killedWriter() throws {
        let lab = Self.lab()
        let process = try #require(lab.node.startProcess("writer"))
        lab.simulator.schedule(at: .zero + .seconds(2)) { process.kill() }
        #expect(try Self.download(lab, in: process) == .failure(.revoked))
        #expect(lab.node.image(on: "/dev/sda")?.extent == .partial)
        #expect(try Self.download(lab) == .success(Lab.image.digest), "It can be written again.")
        #expect(lab.node.image(on: "/dev/sda")?.extent == .whole)
    }

    @Test("are written by one at a time")
    func busy() throws {
        let lab = Self.lab()
        let (node, other) = (lab.node, try #require(lab.node.startProcess("other")))
        other.spawn {
            _ = try? await node.download(Lab.image, from: "seed", to: "/dev/sda", process: other)
        }
        lab.pass(.seconds(1))
        #expect(try Self.download(lab) == .failure(.diskBusy("/dev/sda")))
    }

    @Test("refuse an image that is larger, and a name that is not there")
    func refused() throws {
        let lab = Self.lab()
        let huge = ImageReference(name: "huge", digest: "ff", size: .gibibytes(101))
        #expect(
            try Self.download(lab, huge) == .failure(.tooSmall("/dev/sda", .gibibytes(101)))
        )
        #expect(
            try Self.download(lab, to: "/dev/sdz") == .failure(.noSuchDisk("/dev/sdz"))
        )
        #expect(lab.events(of: "disk.write-started").isEmpty)
    }

    @Test("hold a part of the image where they are full", arguments: UInt64(1)...5)
    func full(seed: UInt64) throws {
        let lab = Self.lab(seed: seed)
        lab.datacenter.inject(.diskFull, on: "node-1")
        #expect(try Self.download(lab) == .failure(.diskFull("/dev/sda")))
        #expect(lab.node.image(on: "/dev/sda")?.extent == .partial)
        lab.datacenter.repair(.diskFull, on: "node-1")
        #expect(try Self.download(lab) == .success(Lab.image.digest))
    }

    @Test("tell another digest when the download was torn", arguments: UInt64(1)...20)
    func torn(seed: UInt64) throws {
        let lab = Self.lab(seed: seed)
        lab.datacenter.inject(.tornImage, on: "node-1")
        let digest = try Self.download(lab).get()
        #expect(digest != Lab.image.digest)
        #expect(lab.node.image(on: "/dev/sda")?.extent == .damaged)
        let conditions = lab.node.partitions(of: "/dev/sda").map(\.condition)
        #expect(conditions.filter { $0 == .damaged }.count == 1)
    }

    @Test("that are damaged boot now and then, and the machine says so")
    func damagedBoot() throws {
        var outcomes = Set<String>()
        for seed in UInt64(1)...40 {
            let lab = Self.lab(seed: seed)
            lab.datacenter.inject(.tornImage, on: "node-1")
            _ = try Self.download(lab).get()
            lab.node.restart(by: try #require(lab.node.system?.process))
            lab.pass(.seconds(900))
            outcomes.insert(lab.text(of: "machine.booted-disk").last ?? "")
            outcomes.formUnion(lab.text(of: "machine.boot-failed"))
        }
        let damaged = "disk=/dev/sda contents=\(Lab.image.digest) extent=damaged"
        #expect(outcomes.contains(damaged))
        #expect(outcomes.contains("reason=disk: /dev/sda: the root file system is damaged"))
    }

    @Test("are empty once erased", arguments: EraseMethod.allCases)
    func erase(method: EraseMethod) throws {
        let lab = Self.lab()
        let node = lab.node
        let process = try #require(node.startProcess("cleaner"))
        try lab.run(in: process) { process in
            try await node.erase("/dev/sdb", method, process: process)
        }
        #expect(node.partitions(of: "/dev/sdb").isEmpty)
        #expect(lab.text(of: "disk.erased") == ["disk=/dev/sdb serial=D1-1"])
        let took = (lab.simulator.now - .zero) / .seconds(1)
        switch method {
        case .metadata: #expect(took <= 10)
        case .whole: #expect((200...800).contains(took), "100 GiB at 150 to 500 MB/s.")
        }
    }

    private static func lab(seed: UInt64 = 7) -> Lab {
        var profile = TimingProfile()
        profile.diskWriteRate = BandwidthDistribution(
            "disk write rate",
            .megabytes(300)...(.megabytes(300))
        )
        let lab = Lab(
            seed: seed,
            machines: 1,
            timing: profile,
            bootOrder: [.disk],
            installed: [InstalledImage(Lab.image, on: "/dev/sdb")]
        )
        for machine in lab.datacenter.machines { machine.bootAtOnce() }
        return lab
    }

    private static func download(
        _ lab: Lab,
        _ image: ImageReference = Lab.image,
        to disk: String = "/dev/sda",
        in process: SimulatedProcess? = nil
    ) throws -> Result<ImageDigest, DeviceError> {
        let node = lab.node
        let writer = try process ?? #require(node.startProcess("writer"))
        return try lab.run(in: writer) { process in
            do throws(DeviceError) {
                return .success(
                    try await node.download(image, from: "seed", to: disk, process: process)
                )
            } catch { return .failure(error) }
        }
    }
}

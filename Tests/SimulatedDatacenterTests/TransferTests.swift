import Hardware
import SimulatedDatacenter
import Simulation
import Testing
import World

@Suite("Downloads share the links they cross")
struct TransferTests {
    /// What the seed's 10 Gbit/s link needs for one image.
    private static let alone = Double(Lab.image.size.bytes) / 1.25e9

    @Test("n equal ones from one server take n times as long as one", arguments: [1, 2, 3, 10, 50])
    func equalShares(count: Int) throws {
        let lab = Self.lab(machines: count, racks: 1)
        let ends = try Self.downloadEverywhere(lab)
        for end in ends { #expect(abs(end - Double(count) * Self.alone) < 1e-6) }
    }

    @Test("one that begins later slows the first down while both run")
    func overlap() throws {
        let lab = Self.lab(machines: 2, racks: 1)
        let ends = try Self.downloadEverywhere(lab, pause: .seconds(1))
        // The first has one second for itself, then half; the second the rest for itself.
        #expect(abs(ends[0] - (1 + 2 * (Self.alone - 1))) < 1e-6)
        #expect(abs(ends[1] - 2 * Self.alone) < 1e-6)
    }

    @Test("the uplink of a rack holds up only those behind it")
    func uplink() throws {
        let lab = Self.lab(machines: 2, racks: 2, uplink: .gigabits(1))
        let ends = try Self.downloadEverywhere(lab)
        // node-1 stands in the seed's rack and takes half its link; node-2 is behind 1 Gbit/s.
        #expect(abs(ends[0] - 2 * Self.alone) < 1e-6)
        #expect(abs(ends[1] - 10 * Self.alone) < 1e-6)
    }

    @Test("go no faster than the disk writes")
    func disk() throws {
        var profile = TimingProfile()
        profile.diskWriteRate = BandwidthDistribution(
            "disk write rate",
            .megabytes(125)...(.megabytes(125))
        )
        let lab = Self.lab(machines: 1, racks: 1, timing: profile)
        let ends = try Self.downloadEverywhere(lab)
        #expect(abs(ends[0] - 10 * Self.alone) < 1e-6)
    }

    @Test("fail a minute after the server is gone, and leave what had arrived")
    func serverLost() throws {
        let lab = Self.lab(machines: 1, racks: 1)
        let (simulator, datacenter) = (lab.simulator, lab.datacenter)
        simulator.schedule(at: simulator.now + .seconds(1)) {
            datacenter.inject(.powerLoss, on: "seed")
        }
        let error = try #require(try Self.downloadError(lab))
        let arrived = ByteCount(bytes: 1_250_000_000)
        #expect(error == .transfer(.stalled(after: .seconds(60), arrived: arrived)))
        #expect(error.isTransient)
        #expect(simulator.now - .zero == .seconds(61))
        #expect(
            lab.node.partitions(of: "/dev/sda").map(\.condition) == [.torn, .torn, .torn]
        )
    }

    @Test("go on where they were when the link comes back in time")
    func linkBack() throws {
        let lab = Self.lab(machines: 1, racks: 1)
        let (simulator, datacenter) = (lab.simulator, lab.datacenter)
        simulator.schedule(at: .zero + .seconds(1)) { datacenter.inject(.linkLoss, on: "node-1") }
        simulator.schedule(at: .zero + .seconds(31)) { datacenter.repair(.linkLoss, on: "node-1") }
        let ends = try Self.downloadEverywhere(lab)
        #expect(abs(ends[0] - (Self.alone + 30)) < 1e-6)
    }

    @Test("fail where no host has the server's address")
    func unknownServer() throws {
        let lab = Self.lab(machines: 1, racks: 1)
        #expect(try Self.downloadError(lab, from: "nowhere") == .transfer(.unreachable))
    }

    @Test("keep their books when a thousand run at once")
    func thousand() throws {
        let lab = Self.lab(machines: 1000, racks: 20)
        let ends = try Self.downloadEverywhere(lab)
        for end in ends { #expect(abs(end - 1000 * Self.alone) < 1e-3) }
    }

    private static func lab(
        machines: Int,
        racks: Int,
        timing: TimingProfile = .instantDisks,
        uplink: Bandwidth = .gigabits(40)
    ) -> Lab {
        let lab = Lab(
            machines: machines,
            racks: racks,
            timing: timing,
            uplink: uplink,
            installed: [InstalledImage(Lab.image, on: "/dev/sdb")]
        )
        for machine in lab.datacenter.machines { machine.bootAtOnce() }
        return lab
    }

    /// Has every node download the image, each `pause` after the one before.
    ///
    /// - Returns: when each had it, in seconds.
    private static func downloadEverywhere(
        _ lab: Lab,
        pause: Duration = .zero
    ) throws -> [Double] {
        let nodes = lab.nodes
        let ends = Confined(lab.simulator, [Double](repeating: 0, count: nodes.count))
        for (index, node) in nodes.enumerated() {
            let process = try #require(node.startProcess("writer"))
            process.spawn {
                do {
                    try await process.wait(WaitReason("pauses"), until: .zero + pause * index)
                    let digest = try await node.download(
                        Lab.image,
                        from: "seed",
                        to: "/dev/sda",
                        process: process
                    )
                    #expect(digest == Lab.image.digest)
                    let now = lab.simulator.now - .zero
                    ends.write { $0[index] = now / .seconds(1) }
                } catch { Issue.record(error) }
            }
        }
        let finding = lab.simulator.run { ends.read { $0.allSatisfy { $0 > 0 } } }
        #expect(finding?.name == nil)
        return ends.read { $0 }
    }

    private static func downloadError(
        _ lab: Lab,
        from server: HostAddress = "seed"
    ) throws -> DeviceError? {
        let node = lab.node
        let process = try #require(node.startProcess("writer"))
        return try lab.run(in: process) { process in
            do throws(DeviceError) {
                _ = try await node.download(
                    Lab.image,
                    from: server,
                    to: "/dev/sda",
                    process: process
                )
                return nil
            } catch { return error }
        }
    }
}

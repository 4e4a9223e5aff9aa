import Hardware
import Simulation
import Testing
import World

@testable import SimulatedDatacenter

/// A machine that runs the system on its second disk, and whatever a test does with the first.
struct DiskLab {
    /// Whether a fault is to find the first disk at work, and so befall that one.
    enum Moment { case idle, busy }

    let lab: Lab
    var node: SimulatedMachine { lab.node }

    init(seed: UInt64 = 7) {
        var profile = TimingProfile()
        profile.diskWriteRate = BandwidthDistribution(
            "disk write rate", .megabytes(300)...(.megabytes(300)))
        lab = Lab(
            seed: seed, machines: 1, timing: profile, bootOrder: [.disk],
            installed: [InstalledImage(Lab.image, on: "/dev/sdb")])
        for machine in lab.datacenter.machines { machine.bootAtOnce() }
    }

    /// Lets a fault befall the first disk, though the system is on the second.
    func inject(_ fault: HardwareFault, while moment: Moment = .busy) {
        let first = DiskNumber(value: 0)
        if moment == .busy { node.change(first) { $0.isBusy = true } }
        lab.datacenter.inject(fault, on: "node-1")
        if moment == .busy { node.change(first) { $0.isBusy = false } }
    }

    func repair(_ fault: HardwareFault) { lab.datacenter.repair(fault, on: "node-1") }

    func download() throws -> Result<ImageDigest, DeviceError> {
        try work { node, process throws(DeviceError) in
            try await node.download(Lab.image, from: "seed", to: "/dev/sda", process: process)
        }
    }

    func readBack() throws -> Result<ImageDigest, DeviceError> {
        try work { node, process throws(DeviceError) in
            try await node.readBack(Lab.image, from: "/dev/sda", process: process)
        }
    }

    /// - Returns: whether the disk still holds something.
    func erase() throws -> Result<Bool, DeviceError> {
        try work { node, process throws(DeviceError) in
            try await node.erase("/dev/sda", .metadata, process: process)
            return try await node.holdsSignatures("/dev/sda", process: process)
        }
    }

    func time(_ work: () throws -> Result<ImageDigest, DeviceError>) throws -> Double {
        let start = lab.simulator.now
        _ = try work()
        return (lab.simulator.now - start) / .seconds(1)
    }

    /// Has the running system restart the machine.
    func restart() {
        guard let process = node.system?.process else {
            Issue.record("Nothing runs that could restart it.")
            return
        }
        node.restart(by: process)
        lab.pass(.seconds(900))
    }

    /// Holds the button, and presses it again.
    func cycle() {
        node.holdPowerButton()
        lab.pass(.seconds(60))
        node.pressPowerButton()
        lab.pass(.seconds(900))
    }

    func work<Value: Sendable>(
        _ work:
            @escaping @Sendable (
                SimulatedMachine, SimulatedProcess
            ) async throws(DeviceError) -> Value
    ) throws -> Result<Value, DeviceError> {
        let node = node
        let process = try #require(node.startProcess("worker"))
        return try lab.run(in: process) { process in
            do throws(DeviceError) { return .success(try await work(node, process)) } catch {
                return .failure(error)
            }
        }
    }
}

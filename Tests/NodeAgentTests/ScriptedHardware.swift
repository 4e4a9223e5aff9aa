import Hardware
import NodeAgent
import Simulation
import World

/// A machine that does what a test has it do.
final class ScriptedHardware: HardwareAccess {
    /// How one write goes.
    enum Write: Sendable {
        /// What was asked for arrives.
        case whole
        case written(ImageDigest)
        case fails(HardwareAccessError)
    }

    private struct State {
        var script: [Write]
        var writes: [String] = []
        var erasures: [String] = []
        var admitted: [RescuePassword] = []
    }

    let disks: [DiskFacts]
    private let process: SimulatedProcess
    private let state: Confined<State>

    /// - Parameter script: how writes go, one after another; the last for all that follow.
    init(_ process: SimulatedProcess, disks: [DiskFacts] = [Hosts.disk], writes script: [Write]) {
        self.process = process
        self.disks = disks
        state = Confined(process.simulator, State(script: script))
    }

    /// The disks that were written to, in order.
    var writes: [String] { state.read(\.writes) }
    var erasures: [String] { state.read(\.erasures) }
    var admitted: [RescuePassword] { state.read(\.admitted) }

    func facts() async throws(HardwareAccessError) -> MachineFacts {
        MachineFacts(
            identity: BMCIdentity(manufacturer: "", product: "", serialNumber: ""),
            processor: ProcessorFacts(count: 8, architecture: "x86_64", model: ""),
            memory: .gibibytes(32), disks: disks,
            interfaces: [
                InterfaceFacts(
                    name: "eno1", address: MACAddress(rawValue: 1), hasCarrier: true,
                    speed: .gigabits(10))
            ],
            bmcHost: nil, bootMode: .uefi, bootInterface: nil)
    }

    func write(
        _ image: ImageReference, from server: HostAddress, to disk: DiskFacts
    ) async throws(HardwareAccessError) -> ImageDigest {
        do {
            try await process.wait(
                WaitReason("writes"), until: process.simulator.now + .seconds(30))
        } catch { throw .stopped }
        let step = state.write { state in
            state.writes.append(disk.name)
            return state.script.count > 1 ? state.script.removeFirst() : state.script[0]
        }
        switch step {
        case .whole: return image.digest
        case .written(let digest): return digest
        case .fails(let error): throw error
        }
    }

    func eraseMetadata(of disk: DiskFacts) async throws(HardwareAccessError) {
        state.write { $0.erasures.append(disk.name) }
    }

    func admitRescuer(with password: RescuePassword) async throws(HardwareAccessError) {
        state.write { $0.admitted.append(password) }
    }
}

import Hardware
import Simulation

/// What a machine does from power on until something runs on it.
///
/// It lives in a process of its own, which power off and reset end at any point.
struct Firmware: Sendable {
    let machine: SimulatedMachine
    let process: SimulatedProcess

    /// Where a start begins.
    enum Entry: Sendable {
        case selfTest
        /// After somebody pressed the key that the firmware waited for.
        case boot
    }

    func run(from entry: Entry) async {
        do throws(ProcessStopped) {
            if entry == .selfTest {
                try await pause("runs its self test", \.post)
                if let obstacle = machine.obstacle { return machine.stick(obstacle) }
                machine.takeStock()
            }
            try await boot()
        } catch {
            // The power went away; whatever comes next begins from the start.
        }
    }

    private func boot() async throws(ProcessStopped) {
        var reasons: [String] = []
        for device in machine.takeBootDevices() {
            switch try await boot(from: device) {
            case .started: return
            case .nothing(let reason): reasons.append("\(device.rawValue): \(reason)")
            case .hung(let reason): return machine.stick("\(device.rawValue): \(reason)")
            }
        }
        machine.stick(reasons.isEmpty ? "no boot device" : reasons.joined(separator: "; "))
    }

    private func boot(from device: BootDevice) async throws(ProcessStopped) -> BootAttempt {
        switch device {
        case .network: try await bootFromNetwork()
        case .disk: try await bootFromDisk()
        case .virtualMedia: .nothing(reason: "no media")
        case .setup: .hung(reason: "waits for whoever asked for it")
        }
    }

    func pause(
        _ doing: StaticString,
        _ distribution: KeyPath<TimingProfile, DurationDistribution>
    ) async throws(ProcessStopped) {
        let duration = machine.timing.draw(distribution, for: .firmware)
        try await process.wait(
            WaitReason(doing),
            until: machine.fabric.simulator.now + duration
        )
    }
}

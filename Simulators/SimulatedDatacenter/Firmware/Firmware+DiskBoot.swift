import Hardware
import Simulation

extension Firmware {
    /// Starts the first disk that has something to start.
    func bootFromDisk() async throws(ProcessStopped) -> BootAttempt {
        if machine.has(.bootEntriesLost), machine.specification.bootMode == .uefi {
            return .nothing(reason: "no boot entry for any disk")
        }
        for disk in machine.state.read({ $0.disks }) where disk.isAlive && disk.lock != .locked {
            guard let contents = disk.contents else { continue }
            switch contents.bootOutcome {
            case .notBootable: continue
            case .hangs(let reason): return .hung(reason: "\(disk.facts.name): \(reason)")
            case .starts: break
            }
            try await pause("starts the operating system", \.operatingSystemStart)
            machine.start(.disk(contents.image, contents.extent, disk: disk.facts.name))
            return .started
        }
        return .nothing(reason: "no bootable disk")
    }
}

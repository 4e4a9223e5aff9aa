import Hardware
import Simulation
import World

extension Firmware {
    /// The loader logs in to a target and starts what is on its volume.
    func start(
        from target: SANTarget, told offer: DHCPOffer, over address: MACAddress
    ) async throws(ProcessStopped) -> BootAttempt {
        do {
            try await machine.fetch(
                machine.timing.profile.loaderSize, "the loader", from: offer.server, process)
        } catch {
            if case .stopped = error { throw ProcessStopped() }
            return .nothing(reason: error.description)
        }
        guard let contents = machine.fabric.volumes[target] else {
            return .nothing(reason: "\(target): no such target")
        }
        switch contents.bootOutcome {
        case .notBootable: return .nothing(reason: "\(target): nothing to boot")
        case .hangs(let reason): return .hung(reason: "\(target): \(reason)")
        case .starts: break
        }
        try await pause("starts the operating system", \.operatingSystemStart)
        machine.start(.disk(contents.image, contents.extent, disk: target.description))
        return .started
    }
}

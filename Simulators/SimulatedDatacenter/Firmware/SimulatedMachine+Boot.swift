import Hardware
import Simulation

extension SimulatedMachine {
    /// What the firmware tries in this boot, in order. An override for one boot is used up by it.
    func takeBootDevices() -> [BootDevice] {
        let override: BootOverride? = state.write {
            let override = $0.bootOverride
            if override?.persistence == .once { $0.bootOverride = nil }
            return override
        }
        let order = specification.bootOrder
        guard let first = override?.device else { return order }
        return [first] + order.filter { $0 != first }
    }

    /// Whether the machine has such a device at all.
    func hasDevice(_ device: BootDevice) -> Bool {
        switch device {
        case .network: !specification.interfaces.isEmpty
        case .disk: !specification.disks.isEmpty
        case .virtualMedia: false
        }
    }
}

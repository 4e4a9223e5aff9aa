import SimulatedDatacenter

extension BootedSystem {
    var isRamdisk: Bool {
        if case .ramdisk = system { return true }
        return false
    }
}

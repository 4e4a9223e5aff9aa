public import Hardware

extension MachineSpecification {
    /// Whether the machine has what a fault cannot do without.
    public func has(_ need: FaultNeed) -> Bool {
        switch need {
        case .wire: controller?.wire != nil
        case .raidController: !raidControllers.isEmpty
        case .severalDisks: disks.count + raidControllers.count > 1
        }
    }
}

import Hardware

/// What makes a machine slower than its kind, as parts of what it should give; 1 is sound.
struct MachineSickness: Sendable, Hashable {
    var processors = 1.0
    var memory = 1.0
    var network = 1.0
    /// Of all disks while all of them are at work.
    var disksTogether = 1.0
    /// Of all disks alike; not counted as sick, since other firmware is no defect.
    var diskFirmware = 1.0
    /// Of each disk, by its place.
    var disks: [Double]

    /// What heat takes from the memory is less than what it takes from the processors.
    private static let memoryInHeat = 1.5
    private static let throttledClock = 0.5
    private static let throttledMemory = 0.8
    private static let fewerModules = 0.7
    private static let slowModules = 0.66
    private static let lossyLink = 0.3
    static let slowLink = 0.1
    private static let contention = 0.5
    /// How much an older firmware leaves of a disk's speed.
    private static let olderFirmware = 5.0 / 6

    /// - Parameters:
    ///   - throttling: how many times longer processors take that are too hot.
    ///   - slowdown: how many times longer everything takes on this machine.
    ///   - disks: how many times longer each disk takes.
    init(
        faults: some Sequence<HardwareFault>, found: some Sequence<HardwareFault>,
        throttling: Double, slowdown: Double, disks: [Double]
    ) {
        self.disks = disks.map { 1 / ($0 * slowdown) }
        processors /= slowdown * throttling
        memory /= slowdown * (throttling > 1 ? Self.memoryInHeat : 1)
        for fault in faults {
            switch fault {
            case .cpuThrottled:
                processors *= Self.throttledClock
                memory *= Self.throttledMemory
            case .dimmSlow: memory *= Self.slowModules
            case .packetLoss: network *= Self.lossyLink
            case .linkSlow: network *= Self.slowLink
            case .disksContend: disksTogether *= Self.contention
            case .diskFirmwareOld: diskFirmware = Self.olderFirmware
            default: break
            }
        }
        for fault in found where fault == .dimmLost { memory *= Self.fewerModules }
    }

    /// The parts that give less than they should, as people call them.
    func parts(diskNames: [String]) -> [String] {
        var parts: [String] = []
        if processors < 1 { parts.append("processors") }
        if memory < 1 { parts.append("memory") }
        for (name, part) in zip(diskNames, disks) where part < 1 { parts.append("disk \(name)") }
        if disksTogether < 1, disks.count > 1 { parts.append("disks together") }
        if network < 1 { parts.append("network") }
        return parts
    }
}

public import Hardware

/// What a machine did, told by the machine itself and not by whoever manages it.
///
/// Checkers hold what the services believe against it.
public enum MachineEvent: JournalEvent {
    /// The main board's power changed, for whatever reason.
    case power(MachineName, PowerState)
    /// The controller was asked by somebody for a change of power.
    case powerCommand(MachineName, PowerAction)
    /// The controller was asked by somebody for a boot override.
    case bootCommand(MachineName, BootOverride?)
    /// The machine runs a ramdisk that it loaded over the network.
    case bootedRamdisk(MachineName, kernel: ImageDigest, ramdisk: ImageDigest)
    /// The machine runs what was on this disk. `extent` tells whether every byte is the image's.
    case bootedDisk(MachineName, disk: String, contents: ImageDigest, extent: WrittenExtent)
    /// The firmware found nothing to boot.
    case bootFailed(MachineName, reason: String)
    /// Somebody began to write an image over this disk, which the kernel names so today.
    case writeStarted(MachineName, disk: String, serial: String, image: ImageDigest)
    /// The write ended, or was cut short.
    case writeEnded(MachineName, disk: String, image: ImageDigest, extent: WrittenExtent)
    /// Somebody erased this disk.
    case erased(MachineName, disk: String, serial: String)
    /// What a partition held is gone: somebody formatted it, wrote over it or divided its disk
    /// anew.
    case partitionLost(MachineName, disk: String, serial: String, PartitionPurpose)
    /// What ran on the machine stopped by itself; only a power cycle helps.
    case crashed(MachineName, reason: String)
    /// Its parts were measured by benchmarks; `slow` are those that give less than they should.
    case measured(MachineName, slow: [String])
    /// A fault came or went.
    case fault(MachineName, HardwareFault, FaultPhase)

    public var kind: String {
        switch self {
        case .power: "machine.power"
        case .powerCommand: "bmc.power"
        case .bootCommand: "bmc.boot"
        case .bootedRamdisk: "machine.booted-ramdisk"
        case .bootedDisk: "machine.booted-disk"
        case .bootFailed: "machine.boot-failed"
        case .writeStarted: "disk.write-started"
        case .writeEnded: "disk.write-ended"
        case .erased: "disk.erased"
        case .partitionLost: "disk.partition-lost"
        case .crashed: "machine.crashed"
        case .measured: "machine.measured"
        case .fault: "fault"
        }
    }

    public var machine: MachineName {
        switch self {
        case .power(let machine, _), .powerCommand(let machine, _), .bootCommand(let machine, _),
            .bootedRamdisk(let machine, _, _), .bootedDisk(let machine, _, _, _),
            .bootFailed(let machine, _), .writeStarted(let machine, _, _, _),
            .writeEnded(let machine, _, _, _), .erased(let machine, _, _),
            .partitionLost(let machine, _, _, _), .crashed(let machine, _),
            .measured(let machine, _), .fault(let machine, _, _):
            machine
        }
    }

    public var subject: String { machine.text }

    public var fields: [JournalField] {
        switch self {
        case .power(_, let state): [JournalField("state", state.rawValue)]
        case .powerCommand(_, let action): [JournalField("action", action.rawValue)]
        case .bootCommand(_, let override):
            [JournalField("device", override.map { $0.device.rawValue } ?? "default")]
        case .bootedRamdisk(_, let kernel, let ramdisk):
            [JournalField("kernel", kernel.text), JournalField("ramdisk", ramdisk.text)]
        case .bootedDisk(_, let disk, let contents, let extent):
            [
                JournalField("disk", disk), JournalField("contents", contents.text),
                JournalField("extent", extent.rawValue),
            ]
        case .bootFailed(_, let reason), .crashed(_, let reason):
            [JournalField("reason", reason)]
        case .writeStarted(_, let disk, let serial, let image):
            [
                JournalField("disk", disk), JournalField("serial", serial),
                JournalField("image", image.text),
            ]
        case .writeEnded(_, let disk, let image, let extent):
            [
                JournalField("disk", disk), JournalField("image", image.text),
                JournalField("extent", extent.rawValue),
            ]
        case .erased(_, let disk, let serial):
            [JournalField("disk", disk), JournalField("serial", serial)]
        case .partitionLost(_, let disk, let serial, let purpose):
            [
                JournalField("disk", disk), JournalField("serial", serial),
                JournalField("partition", purpose.rawValue),
            ]
        case .measured(_, let slow):
            [JournalField("slow", slow.isEmpty ? "nothing" : slow.joined(separator: ", "))]
        case .fault(_, let fault, let phase):
            [JournalField("fault", fault.rawValue), JournalField("phase", phase.rawValue)]
        }
    }
}

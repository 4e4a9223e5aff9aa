import Hardware
import OrderedCollections

/// One disk of a machine. What is on it survives everything that happens to power.
struct SimulatedDisk: Sendable {
    /// What a sector that has gone bad does not do any more.
    enum BadSector: Sendable, Hashable {
        /// The disk has none left to take its place: the write fails there.
        case unwritable(at: ByteCount)
        /// It takes what is written, and does not give it back.
        case unreadable
    }

    let number: DiskNumber
    /// As the running kernel names it.
    var facts: DiskFacts
    /// What a kernel calls it that finds all disks in their usual order.
    let usualName: String
    /// What it is while no array lies on it.
    let usualMedium: DiskMedium
    /// What its writes share: a disk is a link as slow as its write rate.
    let link: LinkNumber
    /// Nil where nothing was ever written, or all of it erased.
    var contents: DiskContents?
    /// How it is divided where its image is a root file system's; nil where that is no matter.
    var table: PartitionTable?
    /// What its ephemeral partition holds; nil where there is none, or no file system on it.
    var ephemeral: EphemeralContents?
    /// How it is locked by ATA security, where it has that.
    var lock = ATASecurity.Lock.disabled
    var isBusy = false
    /// What is wrong with this disk now.
    var faults: OrderedSet<HardwareFault> = []
    var badSector: BadSector?
    /// How many times slower than its kind it is.
    var slowdown = 1.0
    /// What its RAID controller adds to that, by what it is asked for.
    var readSlowdown = 1.0
    var writeSlowdown = 1.0
    /// Whether it is a volume that has lost too many of its disks.
    var isOffline = false
    /// How many disks were in this place before.
    var replacements = 0

    init(_ number: DiskNumber, _ facts: DiskFacts, _ link: LinkNumber, _ contents: DiskContents?) {
        self.number = number
        self.facts = facts
        usualName = facts.name
        usualMedium = facts.medium
        self.link = link
        self.contents = contents
    }

    /// Whether the machine finds it at all.
    var isPresent: Bool { !faults.contains(.diskUnplugged) }
    /// Whether it answers to reads and writes.
    var isAlive: Bool { isPresent && !isOffline && !faults.contains(.diskDead) }
}

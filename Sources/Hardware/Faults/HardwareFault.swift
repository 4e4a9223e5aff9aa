/// A way in which a machine can fail or lie.
///
/// A fault is in force from its injection to its repair; what it leaves behind (a torn disk, a
/// machine that is off) stays. ``report`` tells where each was met in the field.
public enum HardwareFault: String, Sendable, Hashable, Codable, CaseIterable {
    // MARK: Power and boards

    /// Both the main board and the controller lose their feed. Repaired, the machine comes back
    /// as its firmware's policy says: on, if it was on.
    case powerLoss = "power-loss"
    /// The main board is dead: it draws no power and starts nothing. The controller still speaks.
    /// Repaired, the machine is switched on again if it was on and nobody switched it off.
    case machineDead = "machine-dead"
    /// One of the machine's power supplies is dead.
    case supplyDead = "supply-dead"

    // MARK: Network

    /// The machine's network link is down. The controller has a network of its own.
    case linkLoss = "link-loss"
    /// The machine's cables are plugged in where others belong: every port is the right one of some
    /// other machine.
    case cablesSwapped = "cables-swapped"
    /// Part of what the machine sends and receives is lost, and its transfers crawl.
    case packetLoss = "packet-loss"
    /// What the firmware loads over the network ends before it is whole.
    case pxeCut = "pxe-cut"
    /// The machine's switch port forwards nothing for the time a spanning tree takes to settle,
    /// each time its link comes up.
    case stpDelay = "stp-delay"
    /// Somebody put the machine's switch port into a network where nobody answers. Its link is up.
    /// The next change of the port by the control plane puts it right.
    case wrongVLAN = "wrong-vlan"

    // MARK: Disks and what is written to them

    /// Writes to the machine's disks fail for want of room.
    case diskFull = "disk-full"
    /// What the machine downloads arrives damaged.
    case tornImage = "torn-image"

    // MARK: What a controller does

    /// Calls to the controller are lost; the caller hears nothing.
    case bmcSilent = "bmc-silent"
    /// The controller accepts commands and forgets them.
    case bmcForgets = "bmc-forgets"
    /// The controller does as it is told, and its reply is lost.
    case bmcReplyLost = "bmc-reply-lost"
    /// Power commands are accepted at once and carried out minutes later.
    case bmcLate = "bmc-late"
    /// Power commands are carried out a second time, a while after the first.
    case bmcRepeats = "bmc-repeats"
    /// The controller takes up to a minute over a call, and does what it was asked even for a
    /// caller who has given up.
    case bmcSlow = "bmc-slow"
    /// The controller restarts: it is away for minutes, and forgets commands it has not carried
    /// out and an override for the next boot.
    case bmcResets = "bmc-resets"
    /// Sessions that nobody closed fill the controller's table; it turns everybody away.
    case bmcSessionsFull = "bmc-sessions-full"
    /// The controller is back at its factory settings, and knows other credentials.
    case bmcCredentialsLost = "bmc-credentials-lost"
    /// Two controllers of a rack have each other's addresses.
    case bmcSwapped = "bmc-swapped"

    // MARK: What a controller says

    /// The controller says that the machine is on, whatever is true.
    case bmcSaysOn = "bmc-says-on"
    /// The controller says that the machine is off, whatever is true.
    case bmcSaysOff = "bmc-says-off"
    /// The controller goes on saying what was true when the fault began.
    case bmcPowerStale = "bmc-power-stale"
    /// The controller goes on telling the sensor readings of when the fault began.
    case bmcSensorsStale = "bmc-sensors-stale"
    /// The event log is full of one component's complaints.
    case bmcLogFull = "bmc-log-full"

    /// The controller's clock shows 1970, as after its battery was changed.
    case bmcClock1970 = "bmc-clock-1970"

    // MARK: The way to a controller, for machines that are managed over a wire protocol

    /// Part of what is sent to and from the controller is lost, comes twice or overtakes what was
    /// sent before.
    case bmcLineNoisy = "bmc-line-noisy"
    /// What is sent to and from the controller stands in a queue for seconds.
    case bmcLineClogged = "bmc-line-clogged"
    /// Handshakes break off half-way: their second half is commonly lost.
    case bmcHandshakeLost = "bmc-handshake-lost"
    /// Whatever is sent to and from the controller comes again, a while later, to whoever got it.
    case bmcReplayed = "bmc-replayed"
    /// The controller closes many connections before it has answered.
    case bmcConnectionsReset = "bmc-connections-reset"
    /// What the controller does as a task takes minutes.
    case bmcTasksSlow = "bmc-tasks-slow"
    /// What the controller does as a task fails in the end.
    case bmcTasksFail = "bmc-tasks-fail"
    /// Somebody else keeps changing what is read, so that changes rest on what is out of date.
    case bmcTagsChange = "bmc-tags-change"

    // MARK: Firmware

    /// At every start the firmware goes back to its factory boot order, and drops a lasting
    /// override.
    case bootOrderResets = "boot-order-resets"
    /// The firmware takes no notice of an override, and tries the disk first.
    case bootOverrideIgnored = "boot-override-ignored"
    /// An override for one boot stays for all that follow.
    case bootOverrideSticks = "boot-override-sticks"
    /// The boot entries of installed systems are gone from the firmware's memory.
    case bootEntriesLost = "boot-entries-lost"
    /// The self test never ends.
    case postHangs = "post-hangs"
    /// After the self test the firmware waits for somebody to press a key.
    case postWaitsForKey = "post-waits-for-key"
    /// From the next start on, half the memory is not found.
    case dimmLost = "dimm-lost"
    /// From the next start on, half the processors are not found.
    case cpuLost = "cpu-lost"
    /// From the next start on, the first network interface is not found.
    case nicLost = "nic-lost"
    /// From the next start on, the network interfaces are found in the opposite order and named
    /// accordingly.
    case nicsFlip = "nics-flip"
    /// The firmware starts the network boot on an interface that leads nowhere.
    case pxeWrongNIC = "pxe-wrong-nic"
    /// Two machines of a rack have each other's network interfaces.
    case macsSwapped = "macs-swapped"
    /// The clock's battery is dead: each start finds the host in 1970, until a time server is
    /// heard.
    case clock1970 = "clock-1970"

    // MARK: Heat, and what runs

    /// The fans stand still.
    case fansFail = "fans-fail"
    /// The air that the machine takes in is hot.
    case coolingLost = "cooling-lost"
    /// The processors run at half their clock, and nothing else tells of it.
    case cpuThrottled = "cpu-throttled"
    /// The memory gives two thirds of its bandwidth at its full size.
    case dimmSlow = "dimm-slow"
    /// The machine's link has settled for a tenth of its speed.
    case linkSlow = "link-slow"
    /// The running system hangs; the machine stays on. Repaired, it is reset if nobody did so.
    case osHangs = "os-hangs"

    // MARK: Disks

    /// A disk has a sector that cannot be written, or that takes what is written and cannot be read
    /// again. Repaired, the sector was replaced by a spare one; what was lost stays lost.
    case sectorError = "sector-error"
    /// A block of what is on a disk changes while nobody looks.
    case bitRot = "bit-rot"
    /// A write lands on another block than it was meant for, of the same disk or of another.
    case misdirectedWrite = "misdirected-write"
    /// Where power is lost during a write, the disk has written some blocks out of order and one
    /// of them in part.
    case tornWrite = "torn-write"
    /// A disk acknowledges a write that never happens.
    case lostWrite = "lost-write"
    /// A disk still tells its name, and fails every read and write. Repaired, it was replaced by
    /// an empty one of the same kind with a serial number of its own.
    case diskDead = "disk-dead"
    /// A disk works, many times slower than its kind.
    case diskSlow = "disk-slow"
    /// The disks are sound one by one, and give half of what they should when all are at work.
    case disksContend = "disks-contend"
    /// The disks carry an older firmware, with which they read a sixth less.
    case diskFirmwareOld = "disk-firmware-old"
    /// A disk refuses every write, as flash does that is worn out.
    case diskReadOnly = "disk-read-only"
    /// A disk is gone from its slot. Repaired, it is back with what was on it.
    case diskUnplugged = "disk-unplugged"
    /// The firmware has frozen a disk's ATA security: it does not erase itself.
    case diskFrozen = "disk-frozen"
    /// A disk is locked by a password that somebody left on it: it gives nothing and takes nothing.
    /// Repaired, somebody found the password.
    case diskLocked = "disk-locked"
    /// A disk that is to erase itself says that it did, and holds all that it held.
    case eraseLies = "erase-lies"
    /// Each boot finds the disks in an order of its own, and names them in that order.
    case diskNameFlip = "disk-name-flip"
    /// A disk behind a RAID controller dies. Repaired, another is in its place and the volumes on
    /// it are rebuilt, which takes hours.
    case raidDegraded = "raid-degraded"
    /// The battery of a RAID controller is empty: it writes through to its disks, and slowly.
    case raidBattery = "raid-battery"
}

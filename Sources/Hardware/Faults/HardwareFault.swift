/// A way in which a machine can fail or lie.
///
/// A fault is in force from its injection to its repair; what it leaves behind (a torn disk, a
/// machine that is off) stays.
public enum HardwareFault: String, Sendable, Hashable, Codable, CaseIterable {
    /// Both the main board and the controller lose their feed. Repaired, the machine comes back
    /// as its firmware's policy says: on, if it was on.
    case powerLoss = "power-loss"
    /// Calls to the controller are lost; the caller hears nothing.
    case bmcSilent = "bmc-silent"
    /// The controller accepts commands and forgets them.
    case bmcForgets = "bmc-forgets"
    /// The machine's network link is down. The controller has a network of its own.
    case linkLoss = "link-loss"
    /// Writes to the machine's disks fail for want of room.
    case diskFull = "disk-full"
    /// What the machine downloads arrives damaged.
    case tornImage = "torn-image"
    /// The main board is dead: it draws no power and starts nothing. The controller still speaks.
    /// Repaired, the machine is switched on again if it was on and nobody switched it off.
    case machineDead = "machine-dead"
}

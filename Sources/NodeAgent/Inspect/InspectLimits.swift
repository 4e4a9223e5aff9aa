/// Bounds on finding out what a machine is.
enum InspectLimits {
    /// How long a tool may take to tell what it knows; smartctl waits for disks that sleep.
    static let answer = Duration.seconds(60)
    /// What a benchmark may take beyond its own time.
    static let spare = Duration.seconds(60)
    /// Disks of a RAID controller that smartctl is asked for, as the `hardware` tool does.
    static let disksBehindController = 24
    /// Processors whose governors are told.
    static let processors = 8_192
    /// Channels of a BMC.
    static let channels = 16
    /// Disks of an Areca controller.
    static let arecaDisks = 254
    /// Slots of an enclosure, and enclosures and controllers of a machine, that are asked for.
    static let slots = 256
    static let controllers = 16
    static let folders = [
        "/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin",
    ]
}

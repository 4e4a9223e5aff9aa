extension HardwareFault {
    /// Where disks were met that do not erase themselves when they are told to.
    var securityReport: FieldReport {
        switch self {
        case .diskFrozen:
            FieldReport(
                "A disk's security was frozen, and it took the command to erase itself only after"
                    + " its computer had slept and woken.",
                at: "https://tinyapps.org/docs/wipe_drives_hdparm.html")
        case .diskLocked:
            FieldReport(
                "A server's disk was found locked by a password, and its sanitize command failed.",
                at: "https://github.com/Seagate/openSeaChest/issues/48")
        case .eraseLies:
            FieldReport(
                "Of twelve flash disks one reported that it had erased itself, and all of its data"
                    + " were still there.",
                at: "https://www.usenix.org/legacy/events/fast11/tech/full_papers/Wei.pdf")
        default: preconditionFailure("\(rawValue) is not about erasing.")
        }
    }
}

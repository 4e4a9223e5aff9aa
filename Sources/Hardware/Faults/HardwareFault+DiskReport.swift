extension HardwareFault {
    /// Where disks were met that fail, or keep something else than they were given.
    var diskReport: FieldReport {
        switch self {
        case .sectorError:
            FieldReport(
                "Of 1.53 million disks, 3.45 percent had sectors that could not be read.",
                at: "https://research.cs.wisc.edu/wind/Publications/latent-sigmetrics07.pdf")
        case .bitRot:
            FieldReport(
                "Blocks of a large installation failed their checksums though no disk complained.",
                at: Self.corruptionStudy)
        case .misdirectedWrite:
            FieldReport(
                "Blocks were found where another block had been written to.",
                at: Self.corruptionStudy)
        case .tornWrite:
            FieldReport(
                "Blocks were found of which only a part had been written.", at: Self.corruptionStudy)
        case .lostWrite:
            FieldReport(
                "Writes were acknowledged by a disk, and the old contents were found later.",
                at: Self.corruptionStudy)
        case .diskDead:
            FieldReport(
                "Of hundreds of thousands of disks, one or two in a hundred fail in a year.",
                at: "https://www.backblaze.com/cloud-storage/resources/hard-drive-test-data")
        case .diskSlow:
            FieldReport(
                "Disks that work, and far more slowly than their kind, were met at 12 sites.",
                at: "https://www.usenix.org/conference/fast18/presentation/gunawi")
        case .diskReadOnly:
            FieldReport(
                "Worn flash disks refused writes, and after a restart were gone altogether.",
                at: "https://techreport.com/review/27909/"
                    + "the-ssd-endurance-experiment-theyre-all-dead/")
        case .diskUnplugged:
            FieldReport(
                "A disk dropped off its bus while it was in use, and came back after a restart.",
                at: "https://www.usenix.org/conference/fast18/presentation/gunawi")
        case .diskNameFlip:
            FieldReport(
                "The kernel's names for disks changed places from one boot to the next.",
                at: "https://wiki.archlinux.org/title/Persistent_block_device_naming")
        case .raidDegraded:
            FieldReport(
                "Disks of an array failed while others were rebuilt, which took hours.",
                at: "https://www.usenix.org/legacy/event/fast07/tech/schroeder.html")
        case .raidBattery:
            FieldReport(
                "A RAID controller without its battery wrote through, many times more slowly.",
                at: "https://www.usenix.org/conference/fast18/presentation/gunawi")
        default: preconditionFailure("\(rawValue) is no disk's.")
        }
    }

    /// Bairavasundaram and others, "An Analysis of Data Corruption in the Storage Stack".
    private static let corruptionStudy =
        "https://www.usenix.org/legacy/event/fast08/tech/full_papers/bairavasundaram/"
        + "bairavasundaram_html/"
}

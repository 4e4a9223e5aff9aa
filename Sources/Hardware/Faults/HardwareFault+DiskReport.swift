extension HardwareFault {
    /// Where disks were met that fail, or keep something else than they were given.
    var diskReport: FieldReport {
        switch self {
        case .sectorError, .bitRot, .misdirectedWrite, .lostWrite, .tornWrite: blockReport
        case .diskFrozen, .diskLocked, .eraseLies: securityReport
        default: deviceReport
        }
    }

    /// Blocks that are not what they were meant to be.
    private var blockReport: FieldReport {
        switch self {
        case .sectorError:
            FieldReport(
                "Over 32 months of 1.53 million disks, sectors went bad unnoticed until they were"
                    + " accessed.",
                at: "https://research.cs.wisc.edu/adsl/Publications/latent-sigmetrics07.html")
        case .bitRot:
            FieldReport(
                "In 41 months of 1.53 million disks, more than 400,000 blocks did not match their"
                    + " checksums.",
                at: Self.corruptionStudy)
        case .misdirectedWrite:
            FieldReport(
                "Blocks were found that belonged elsewhere, written with checksums that matched;"
                    + " the study counts them as identity discrepancies.",
                at: Self.corruptionStudy)
        case .lostWrite:
            FieldReport(
                "Disks acknowledged writes that had not happened, and gave back what was there"
                    + " before.",
                at: Self.corruptionStudy)
        case .tornWrite:
            FieldReport(
                "Thirteen of fifteen flash disks lost power badly: shorn writes, writes out of"
                    + " order, corrupted blocks.",
                at: "https://de.scribd.com/document/184637292/"
                    + "Understanding-the-Robustness-of-SSDs-under-Power-Fault")
        default: preconditionFailure("\(rawValue) is no disk's.")
        }
    }

    private static let corruptionStudy =
        "https://www.usenix.org/legacy/events/fast08/tech/full_papers/bairavasundaram/"
        + "bairavasundaram_html/index.html"

    /// Disks and controllers that fail as a whole, or are found elsewhere.
    private var deviceReport: FieldReport {
        switch self {
        case .diskDead:
            FieldReport(
                "A firmware bug killed flash disks of several server vendors at 40,000 hours of"
                    + " operation, with all data on them.",
                at: "https://www.thestack.technology/ssd-death-bug-40000-hours-sandisk/")
        case .diskSlow:
            FieldReport(
                "Among 101 incidents of hardware at 12 institutions that was slow and not dead"
                    + " are disks and flash disks.",
                at: "https://www.usenix.org/conference/fast18/presentation/gunawi")
        case .disksContend:
            FieldReport(
                "Disks are slowed down from outside of them: by vibration, heat and want of power,"
                    + " which many at work bring about.",
                at: "https://www.usenix.org/conference/fast18/presentation/gunawi")
        case .diskFirmwareOld:
            FieldReport(
                "A vendor's firmware made a batch of flash disks stop for seconds.",
                at: "https://www.zdnet.com/article/how-clouds-fail-slow/")
        case .diskReadOnly:
            FieldReport(
                "Flash disks lock themselves read only once their spare room and lifetime writes"
                    + " are used up.",
                at: "https://www.intel.co.uk/content/www/uk/en/support/articles/000022714/"
                    + "memory-and-storage.html")
        case .diskUnplugged:
            FieldReport(
                "A flash disk fell off its bus and was on no list of devices, until its machine"
                    + " had been without power.",
                at: "http://rentzsch.tumblr.com/post/12955002148/death-and-resurrection-of-an-ssd")
        case .diskNameFlip:
            FieldReport(
                "A server's disks were sda and sdb when it was installed, and sdb and sdc after"
                    + " its first restart.",
                at: "https://github.com/coreos/ignition/issues/1843")
        case .raidDegraded:
            FieldReport(
                "A rebuild restores redundancy after a failed disk; a second failure meanwhile"
                    + " loses the array, as the vendor's guide warns.",
                at: "http://www.manualshelf.com/manual/hp/"
                    + "microsoft-windows-server-2008-for-itanium-based-systems/"
                    + "smart-array-p600-user-guide/page-33.html")
        case .raidBattery:
            FieldReport(
                "When the battery of its cache failed, a RAID controller wrote straight to its"
                    + " disks, at about 30 ms more a write.",
                at: "http://www.andrewing.co.uk/the-effect-of-raid-cache-backup-battery-failure/")
        default: preconditionFailure("\(rawValue) is no disk's.")
        }
    }
}

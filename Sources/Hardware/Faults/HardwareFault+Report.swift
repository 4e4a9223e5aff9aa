extension HardwareFault {
    /// Where the fault was met in the field.
    public var report: FieldReport {
        switch self {
        // MARK: Power and boards
        case .powerLoss:
            FieldReport(
                "A data center lost its power for an hour; one of the hosts did not come back.",
                at: "https://github.com/internetarchive/openlibrary/issues/9548")
        case .machineDead:
            FieldReport(
                "A server's main board no longer switched on after several cycles of its feed.",
                at: "https://github.com/ibm-openbmc/openbmc/issues/261")

        // MARK: Network
        case .linkLoss:
            FieldReport(
                "Servers on two switch stacks could not tell at boot which link was up.",
                at: "https://github.com/xcat2/xcat-core/issues/7484")
        case .cablesSwapped, .packetLoss, .pxeCut, .stpDelay, .wrongVLAN, .supplyDead: siteReport

        // MARK: Disks and what is written to them
        case .diskFull:
            FieldReport(
                "A deployment could not unpack its image: no space was left on the device.",
                at: "https://github.com/ministryofjustice/cloud-platform/issues/747")
        case .tornImage:
            FieldReport(
                "Images that were downloaded in part passed for whole ones on the next run.",
                at: "https://github.com/openshift-metal3/dev-scripts/pull/1066")
        case .bmcSilent, .bmcForgets, .bmcReplyLost, .bmcLate, .bmcRepeats, .bmcSlow, .bmcResets,
            .bmcSessionsFull, .bmcCredentialsLost, .bmcSwapped:
            controllerReport
        case .bmcSaysOn, .bmcSaysOff, .bmcPowerStale, .bmcSensorsStale, .bmcLogFull,
            .bmcClock1970:
            statementReport
        case .bmcLineNoisy, .bmcLineClogged, .bmcHandshakeLost, .bmcReplayed,
            .bmcConnectionsReset, .bmcTasksSlow, .bmcTasksFail, .bmcTagsChange:
            wireReport
        case .bootOrderResets, .bootOverrideIgnored, .bootOverrideSticks, .bootEntriesLost,
            .postHangs, .postWaitsForKey, .pxeWrongNIC, .clock1970:
            firmwareReport
        case .dimmLost, .cpuLost, .nicLost, .nicsFlip, .macsSwapped, .fansFail, .coolingLost,
            .osHangs, .cpuThrottled, .dimmSlow, .linkSlow:
            partReport
        case .sectorError, .bitRot, .misdirectedWrite, .tornWrite, .lostWrite, .diskDead,
            .diskSlow, .diskReadOnly, .diskUnplugged, .diskFrozen, .diskLocked, .eraseLies,
            .diskNameFlip, .raidDegraded, .raidBattery, .disksContend, .diskFirmwareOld:
            diskReport
        }
    }
}

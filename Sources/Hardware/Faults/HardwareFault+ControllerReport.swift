extension HardwareFault {
    /// Where controllers were met that do something else than they are asked.
    var controllerReport: FieldReport {
        switch self {
        case .bmcSilent:
            FieldReport(
                "A controller answered some commands, then none until it was restarted.",
                at: "https://github.com/ibm-openbmc/dev/issues/3641")
        case .bmcForgets:
            FieldReport(
                "A controller accepted the request to switch on, and did nothing.",
                at: "https://github.com/dsx-ai-factory/infra-controller/pull/595")
        case .bmcReplyLost:
            FieldReport(
                "A controller told the power state, and its reply to the session's end was lost.",
                at: "https://github.com/ipmitool/ipmitool/issues/213")
        case .bmcLate:
            FieldReport(
                "A controller reported success before the power command was carried out.",
                at: "https://github.com/chaos/powerman/pull/33")
        case .bmcRepeats:
            FieldReport(
                "A deployment sent the command to switch off until one try was acknowledged.",
                at: "https://github.com/openshift-kni/baremetal-deploy/pull/481")
        case .bmcSlow:
            FieldReport(
                "A controller took two to three minutes over one request.",
                at: "https://github.com/dsx-ai-factory/infra-controller/issues/1584")
        case .bmcResets:
            FieldReport(
                "A controller that restarted under a running host took the wrong state for its.",
                at: "https://github.com/openbmc/openbmc/issues/487")
        case .bmcSessionsFull:
            FieldReport(
                "A controller had no free sessions left and turned every caller away.",
                at: "https://github.com/openbmc/openbmc/issues/1241")
        case .bmcCredentialsLost:
            FieldReport(
                "Seven of 23 controllers came back from an update at their factory settings.",
                at: "https://github.com/xcat2/xcat-core/issues/6658")
        case .bmcSwapped:
            FieldReport(
                "After machines are changed, addresses that were leased to controllers before"
                    + " are shifted to others until the leases are renewed.",
                at: "https://github.com/kinvolk/racker/pull/74")
        default: preconditionFailure("\(rawValue) is not what a controller does.")
        }
    }

    /// Where controllers were met that say what is not so.
    var statementReport: FieldReport {
        switch self {
        case .bmcSaysOn:
            FieldReport(
                "The host was off, and its controller showed the chassis as powered on.",
                at: "https://github.com/openbmc/bmcweb/issues/12")
        case .bmcSaysOff:
            FieldReport(
                "Minutes after the host was switched on, its controller said that it was off.",
                at: "https://github.com/openbmc/openbmc/issues/804")
        case .bmcPowerStale:
            FieldReport(
                "After a hard power off the controller went on telling the old state.",
                at: "https://github.com/xcat2/xcat-core/pull/4090")
        case .bmcSensorsStale:
            FieldReport(
                "A temperature kept its value after the processor was switched off.",
                at: "https://github.com/openbmc/dbus-sensors/issues/26")
        case .bmcLogFull:
            FieldReport(
                "The event log was full, and no further entries could be written.",
                at: "https://www.thomas-krenn.com/en/wiki/"
                    + "BMC_System_Event_Log_(SEL)_Full_on_Intel_Server")
        case .bmcClock1970:
            FieldReport(
                "Every entry of event logs was refused for a date that could not be right.",
                at: "https://github.com/chu11/freeipmi-mirror/issues/35")
        default: preconditionFailure("\(rawValue) is not what a controller says.")
        }
    }
}

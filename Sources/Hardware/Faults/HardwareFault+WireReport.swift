extension HardwareFault {
    /// Where the way to controllers was met to fail, and where their services were.
    var wireReport: FieldReport {
        switch self {
        case .bmcLineNoisy:
            FieldReport(
                "A controller lost 1.6 % of the packets that were sent to it for twelve hours.",
                at: "https://github.com/openbmc/openbmc/issues/1296")
        case .bmcLineClogged:
            FieldReport(
                "While several sessions polled a controller, its answers took until the timeout.",
                at: "https://github.com/openbmc/openbmc/issues/863")
        case .bmcHandshakeLost:
            FieldReport(
                "While a host was starting, its controller left messages of the handshake"
                    + " unanswered, and the answers of an earlier try came instead.",
                at: "https://github.com/openbmc/phosphor-net-ipmid/issues/16")
        case .bmcReplayed:
            FieldReport(
                "A network brought every packet several times, so that answers of the handshake"
                    + " came when others were waited for.",
                at: "https://github.com/ipmitool/ipmitool/issues/122")
        case .bmcConnectionsReset:
            FieldReport(
                "Once a session was open, a controller closed each further connection unanswered.",
                at: "https://github.com/DMTF/python-redfish-library/issues/64")
        case .bmcTasksSlow:
            FieldReport(
                "A controller's job was still running after an hour of polling.",
                at: "https://github.com/dell/iDRAC-Redfish-Scripting/issues/128")
        case .bmcTasksFail:
            FieldReport(
                "The job that was to create a virtual disk failed, as its disks were in no state"
                    + " for it.",
                at: "https://github.com/dell/omnia/issues/1281")
        case .bmcTagsChange:
            FieldReport(
                "Changes were refused with status 412, though they named the tag just read.",
                at: "https://github.com/ansible-collections/community.general/pull/3268")
        default: preconditionFailure("\(rawValue) is not met on the way to a controller.")
        }
    }
}

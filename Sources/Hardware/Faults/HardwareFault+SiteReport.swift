extension HardwareFault {
    /// Where a fault of a machine's supply, cabling or line was met in the field.
    var siteReport: FieldReport {
        switch self {
        case .supplyDead:
            FieldReport(
                "A controller told that one of a server's two supplies had lost its input, and "
                    + "half the rack turned out to run on one supply.",
                at: "https://grokdatum.github.io/grokdevops-wiki/library/case-studies/"
                    + "datacenter_ops/power-supply-redundancy-lost/replay")
        case .cablesSwapped:
            FieldReport(
                "Cabling that differs from its plan is common enough for a vendor's tool to hold "
                    + "what neighbours say over LLDP against the records.",
                at: "https://docs.nvidia.com/networking-ethernet-software/cumulus-netq-44/"
                    + "Validate-Operations/Validate-Phy-Layer")
        case .packetLoss:
            FieldReport(
                "After a day of maintenance half the bandwidth was gone, and checksum errors were "
                    + "counted on the lines.",
                at: "https://github.com/ucsf-wynton/wynton-downtime/issues/26")
        case .pxeCut:
            FieldReport(
                "A transfer of a boot file timed out in its middle, and the machine stayed at its "
                    + "firmware's prompt.",
                at: "https://github.com/danderson/netboot/issues/50")
        case .stpDelay:
            FieldReport(
                "Servers gave up on their network boot before a switch's spanning tree let them "
                    + "through; an edge port setting on the switch cured it.",
                at: "https://www.dell.com/support/kbdoc/en-us/000149063/"
                    + "spanning-tree-protocol-can-cause-pxe-boot-failure-on-dell-systems")
        case .wrongVLAN:
            FieldReport(
                "A switch port configured for another VLAN leaves a host with its link up and "
                    + "nobody to talk to; what the switch tells over LLDP shows it.",
                at: "https://docs.redhat.com/en/documentation/red_hat_enterprise_linux/9/html/"
                    + "configuring_and_managing_networking/assembly_using-lldp-to-debug-network-"
                    + "configuration-problems_configuring-and-managing-networking")
        default: preconditionFailure("\(rawValue) is no fault of a supply, a cable or a line.")
        }
    }
}

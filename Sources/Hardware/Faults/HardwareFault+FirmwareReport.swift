extension HardwareFault {
    /// Where firmware was met that starts something else, or nothing.
    var firmwareReport: FieldReport {
        switch self {
        case .bootOrderResets:
            FieldReport(
                "A server's firmware went back to its default boot device at a reboot.",
                at: "https://github.com/dsx-ai-factory/infra-controller/issues/3365")
        case .bootOverrideIgnored:
            FieldReport(
                "Hardware ignored the order to boot over the network and started its disk.",
                at: "https://github.com/metal3-io/baremetal-operator/issues/1187")
        case .bootOverrideSticks:
            FieldReport(
                "A server came up with the same temporary boot device three times over, though"
                    + " that had been cleared.",
                at: "https://github.com/openbmc/openbmc/issues/965")
        case .bootEntriesLost:
            FieldReport(
                "The firmware lost the boot entries of an installed system across a reboot.",
                at: "https://github.com/monogon/monogon/issues/257")
        case .postHangs:
            FieldReport(
                "Servers never got through their start, going round in its first steps.",
                at: "https://github.com/open-power/hostboot/issues/58")
        case .postWaitsForKey:
            FieldReport(
                "A server waited after its restart for somebody to strike F1.",
                at: "http://niallbest.com/dell-2950-strike-the-f1-key-to-continue/")
        case .pxeWrongNIC:
            FieldReport(
                "The first interface had no DHCP server, and the boot over the second one failed.",
                at: "https://github.com/RackHD/RackHD/issues/46")
        case .clock1970:
            FieldReport(
                "With a dead battery, each cold start set the date decades back; daemons failed.",
                at: "https://www.mail-archive.com/misc@openbsd.org/msg91494.html")
        default: preconditionFailure("\(rawValue) is not the firmware's.")
        }
    }

    /// Where machines were met that lack a part, have another's, or run too hot.
    var partReport: FieldReport {
        switch self {
        case .dimmLost:
            FieldReport(
                "A server no longer recognized three memory modules, and nothing noticed.",
                at: "https://github.com/dangmocrang/check_idrac/pull/61")
        case .cpuLost:
            FieldReport(
                "At random, the second processor was taken out of service at a restart.",
                at: "https://github.com/open-power/hostboot/issues/136")
        case .nicLost:
            FieldReport(
                "The network card dropped out of the inventory during a self test.",
                at: "https://github.com/dsx-ai-factory/infra-controller/issues/3365")
        case .nicsFlip:
            FieldReport(
                "Names such as eth0 change across reboots with the order of discovery.",
                at: "https://docs.siderolabs.com/talos/latest/networking/"
                    + "predictable-interface-names")
        case .macsSwapped:
            FieldReport(
                "A host was described with the address of another host's interface.",
                at: "https://github.com/metal3-io/metal3-docs/pull/595")
        case .fansFail:
            FieldReport(
                "A server's fan failed again and again, until all others ran at full speed.",
                at: "https://github.com/kendallgoto/ilo4_unlock/issues/29")
        case .coolingLost:
            FieldReport(
                "All chillers stopped; within 15 minutes it was 40 °C and servers shut down.",
                at: "https://itprotoday.com/it-sustainability/how-much-time-once-the-cooling-fails-"
            )
        case .cpuThrottled:
            FieldReport(
                "All kinds of hardware are met that work and are slow, processors among them;"
                    + " heat and want of power are among the causes.",
                at: "https://www.usenix.org/conference/fast18/presentation/gunawi")
        case .dimmSlow:
            FieldReport(
                "With one module gone the firmware told the same speed of memory as before, and a"
                    + " third of the bandwidth was gone.",
                at: "https://github.com/noonghunna/club-3090/pull/919")
        case .linkSlow:
            FieldReport(
                "A link settled for a tenth of what was negotiated, with a hint to check its"
                    + " cable.",
                at: "https://github.com/ublue-os/bazzite/issues/5094")
        case .osHangs:
            FieldReport(
                "A node's system hung, and the first power cycle did not bring it back.",
                at: "https://github.com/xcat2/xcat-core/issues/3498")
        default: preconditionFailure("\(rawValue) is no part's.")
        }
    }
}

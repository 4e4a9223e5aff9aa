extension SiteFault {
    /// Where the fault was met in the field.
    public var report: FieldReport {
        switch self {
        case .feedLoss:
            FieldReport(
                "A transfer switch between two sources failed, and every server of a rack that "
                    + "hung on it went down.",
                at: "http://driftsblogg.servetheworld.net/?cat=3")
        case .breakerTrip:
            FieldReport(
                "A cabinet's breaker opened after years of the same load, because several servers "
                    + "drew more than had ever been measured at the same time.",
                at: "https://blog.tigertech.net/posts/brief-power-interruption/")
        case .switchDead:
            FieldReport(
                "More than twenty nodes of one rack went down together; the switch was to blame.",
                at: "https://github.com/harvester/tests/issues/2671")
        case .uplinkLoss:
            FieldReport(
                "A switch forwarded some traffic and not other, so that members of one store "
                    + "disagreed on who was there and none could lead for long.",
                at: "https://blog.cloudflare.com/a-byzantine-failure-in-the-real-world/")
        case .uplinkSlow:
            FieldReport(
                "Trunks between switches ran at 100 Mbit/s because of bad cabling, and nothing "
                    + "told of it.",
                at: "https://github.com/netdisco/netdisco/issues/997")
        case .rogueDHCP:
            FieldReport(
                "A machine that heard two DHCP servers configured itself by the one that had "
                    + "nothing to boot, and its boot loader then failed to load anything.",
                at: "https://github.com/ipxe/ipxe/issues/826")
        case .switchForgets:
            FieldReport(
                "Ports stayed in a switch's default VLAN, whatever its configuration said of them.",
                at: "https://github.com/sonic-net/sonic-buildimage/issues/26529")
        case .switchLate:
            FieldReport(
                "Setting one VLAN on a switch that had thousands took about 40 minutes.",
                at: "https://github.com/ansible/ansible/issues/19342")
        case .switchMisplaces:
            FieldReport(
                "A driver confused a switch's slots, and set the VLAN of another port of the same "
                    + "number.",
                at: "https://github.com/ansible/ansible/issues/65511")
        }
    }
}

/// The types of objects that os-net-config knows.
///
/// Source: os-net-config 17.0.0, `objects`.
public enum NetworkKind: String, Sendable, CaseIterable {
    case routeTable = "route_table"
    case routeRule = "route_rule"
    case interface
    case vlan
    case ovsBridge = "ovs_bridge"
    case ovsUserBridge = "ovs_user_bridge"
    case ovsBond = "ovs_bond"
    case ovsInterface = "ovs_interface"
    case linuxBond = "linux_bond"
    case team
    case linuxBridge = "linux_bridge"
    case ivsBridge = "ivs_bridge"
    case ivsInterface = "ivs_interface"
    case nfvswitchBridge = "nfvswitch_bridge"
    case nfvswitchInternal = "nfvswitch_internal"
    case ovsTunnel = "ovs_tunnel"
    case ovsPatchPort = "ovs_patch_port"
    case ibInterface = "ib_interface"
    case ibChildInterface = "ib_child_interface"
    case ovsDPDKPort = "ovs_dpdk_port"
    case ovsDPDKBond = "ovs_dpdk_bond"
    case vppInterface = "vpp_interface"
    case vppBond = "vpp_bond"
    case contrailVrouter = "contrail_vrouter"
    case contrailVrouterDPDK = "contrail_vrouter_dpdk"
    case sriovPF = "sriov_pf"
    case sriovVF = "sriov_vf"
    case linuxTap = "linux_tap"
    case dcb

    /// How the type is called in messages.
    var className: String {
        switch self {
        case .ovsDPDKPort: "OvsDpdkPort"
        case .ovsDPDKBond: "OvsDpdkBond"
        case .contrailVrouterDPDK: "ContrailVrouterDpdk"
        case .sriovPF: "SriovPF"
        case .sriovVF: "SriovVF"
        case .team: "LinuxTeam"
        default:
            rawValue.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }
                .joined()
        }
    }

    /// Whether Open vSwitch must be installed for it.
    var needsOpenVSwitch: Bool {
        switch self {
        case .ovsBridge, .ovsUserBridge, .ovsBond, .ovsTunnel, .ovsPatchPort, .ovsDPDKPort,
            .ovsDPDKBond:
            true
        default: false
        }
    }

    /// Whether one of its members may give it its address on the wire, and what it is then
    /// called in messages.
    var primaryGroup: String? {
        switch self {
        case .ovsBridge, .ovsUserBridge, .linuxBridge: "bridge"
        case .ovsBond, .linuxBond: "bond"
        case .ovsDPDKBond: "bond (dpdk)"
        case .team: "team"
        default: nil
        }
    }

    /// Whether `primary` is read of it: what holds others is the primary of nothing.
    var mayBePrimary: Bool {
        switch self {
        case .ovsDPDKPort, .contrailVrouter, .contrailVrouterDPDK: true
        case .ivsBridge, .nfvswitchBridge, .vppBond: false
        default: primaryGroup == nil
        }
    }
}

import Documents
import OrderedCollections

/// Turns what a configuration file says into objects, for one machine.
struct NetworkReading {
    private let machine: NetworkDevices
    private let names: NICNames

    init(for machine: NetworkDevices, names: NICNames) {
        self.machine = machine
        self.names = names
    }

    /// - Returns: nil for a type that os-net-config does not know, which it passes over.
    func object(_ document: DocumentValue) throws(NetworkConfigError) -> NetworkObject? {
        guard let kind = document["type"]?.string.flatMap(NetworkKind.init) else { return nil }
        if kind.needsOpenVSwitch, !machine.hasOpenVSwitch {
            throw NetworkConfigError(
                "\(kind.className) cannot be created as OpenvSwitch is not installed.")
        }
        var object = try common(kind, document)
        object.members = try members(of: kind, document)
        try check(object)
        attach(&object)
        try choosePrimary(&object)
        object.ovsExtra = ovsExtra(of: object)
        return object
    }

    // MARK: What all have

    private func common(
        _ kind: NetworkKind, _ document: DocumentValue
    ) throws(NetworkConfigError) -> NetworkObject {
        let name = try name(of: kind, document)
        let isSpecial = kind == .ibChildInterface || kind == .vlan
        return NetworkObject(
            kind: kind, name: isSpecial ? name : names.device(named: name) ?? name,
            source: document,
            usesDHCP: NetworkObject.truth(document["use_dhcp"]),
            usesDHCPv6: NetworkObject.truth(document["use_dhcpv6"]),
            addresses: try list("addresses", of: document, Self.address),
            routes: try list("routes", of: document, NetworkRoute.init),
            rules: try list("rules", of: document, NetworkRule.init),
            mtu: try mtu(of: kind, document),
            isPrimary: kind.mayBePrimary && NetworkObject.truth(document["primary"]),
            hasDefaultRoute: NetworkObject.truth(document["defroute"], otherwise: true),
            isNetworkManaged: kind == .ibChildInterface
                || NetworkObject.truth(document["nm_controlled"]),
            startsOnBoot: NetworkObject.truth(document["onboot"], otherwise: true))
    }

    private func mtu(
        of kind: NetworkKind, _ document: DocumentValue
    ) throws(NetworkConfigError) -> Int {
        guard let mtu = document["mtu"], mtu.isTrue else { return 0 }
        guard let number = mtu.integer else {
            throw NetworkConfigError("mtu '\(mtu.text)' is not a number")
        }
        return number
    }

    private func list<Item>(
        _ key: String, of document: DocumentValue,
        _ item: (DocumentValue) throws(NetworkConfigError) -> Item
    ) throws(NetworkConfigError) -> [Item] {
        guard let value = document[key], value.isTrue else { return [] }
        guard let documents = value.list else {
            throw NetworkConfigError(
                "\(key == "addresses" ? "Addresses" : "Routes") must be a list.")
        }
        var items: [Item] = []
        for document in documents { items.append(try item(document)) }
        return items
    }

    private static func address(
        _ document: DocumentValue
    ) throws(NetworkConfigError) -> NetworkAddress {
        let text = try required("ip_netmask", of: document, "Address").text
        guard let network = IPNetwork(text) else {
            throw NetworkConfigError("invalid IPNetwork \(text)")
        }
        return NetworkAddress(text: text, network: network)
    }

    private static func required(
        _ key: String, of document: DocumentValue, _ object: String
    ) throws(NetworkConfigError) -> DocumentValue {
        guard let value = document[key], value != .null else {
            throw NetworkConfigError("\(object) JSON objects require '\(key)' to be configured.")
        }
        return value
    }

    // MARK: Names

    private func name(
        of kind: NetworkKind, _ document: DocumentValue
    ) throws(NetworkConfigError) -> String {
        switch kind {
        case .vlan: return "vlan\(try number("vlan_id", of: document, kind))"
        case .ivsInterface, .nfvswitchInternal:
            return "\(document["name"]?.text ?? "None")\(try number("vlan_id", of: document, kind))"
        case .ivsBridge: return "ivs"
        case .nfvswitchBridge: return "nfvswitch"
        case .ibChildInterface:
            let parent = try Self.required("parent", of: document, kind.className).text
            return "\(parent).\(String(try Self.key(of: document), radix: 16))"
        case .sriovVF:
            // Virtual functions are named by the kernel, where there are any.
            let device = try Self.required("device", of: document, kind.className).text
            let number = try number("vfid", of: document, kind)
            throw NetworkConfigError("NIC \(device) with VF id: \(number) could not be found")
        case .routeRule: return ""
        default: return try Self.required("name", of: document, kind.className).text
        }
    }

    private func number(
        _ key: String, of document: DocumentValue, _ kind: NetworkKind
    ) throws(NetworkConfigError) -> Int {
        let value = try Self.required(key, of: document, kind.className)
        guard let number = value.integer else {
            throw NetworkConfigError("\(key) '\(value.text)' is not a number")
        }
        return number
    }

    /// The key of an InfiniBand partition, with the bit of full membership.
    static func key(of document: DocumentValue) throws(NetworkConfigError) -> Int {
        let value = try required("pkey_id", of: document, "IbChildInterface")
        let text = value.text
        let digits = text.hasPrefix("0x") ? String(text.dropFirst(2)) : text
        guard let key = Int(text) ?? Int(digits, radix: 16) else {
            throw NetworkConfigError("pkey only supports base 10 or base 16 int numbers")
        }
        guard (1..<0x7FFF).contains(key) else {
            throw NetworkConfigError(
                "Invalid pkey value 0x\(String(key, radix: 16, uppercase: true))")
        }
        return 0x8000 | key
    }

    /// The device below a VLAN.
    func parent(of vlan: NetworkObject) -> String? {
        vlan.option("device").map { names.names[$0] ?? $0 }
    }

    // MARK: Members

    private func members(
        of kind: NetworkKind, _ document: DocumentValue
    ) throws(NetworkConfigError) -> [NetworkObject] {
        guard let value = document["members"], value.isTrue else {
            if kind == .ovsDPDKPort {
                throw NetworkConfigError("DPDK Port should have one member as Interface")
            }
            return []
        }
        guard let documents = value.list else {
            throw NetworkConfigError("Members must be a list.")
        }
        var members: [NetworkObject] = []
        for document in documents {
            if let member = try object(document) { members.append(member) }
        }
        return members
    }

    private func check(_ object: NetworkObject) throws(NetworkConfigError) {
        let kinds = object.members.map(\.kind)
        switch object.kind {
        case .ovsDPDKPort where kinds.count != 1:
            throw NetworkConfigError("OVS DPDK Port should have only one member")
        case .ovsDPDKPort where kinds != [.interface] && kinds != [.sriovVF]:
            throw NetworkConfigError("Unsupported OVS DPDK Port member type")
        case .ovsDPDKBond where kinds.contains { $0 != .ovsDPDKPort }:
            throw NetworkConfigError("Members must be of type ovs_dpdk_port")
        case .vppBond where kinds.contains { $0 != .vppInterface }:
            throw NetworkConfigError("Members must be of type vpp_interface")
        case .ivsBridge where kinds.contains { $0 == .ovsBond || $0 == .linuxBond }:
            throw NetworkConfigError("IVS does not support bond interfaces.")
        case .nfvswitchBridge where kinds.contains { $0 == .ovsBond || $0 == .linuxBond }:
            throw NetworkConfigError("NFVSwitch does not support bond interfaces.")
        case .nfvswitchBridge where object.option("options") == nil:
            throw NetworkConfigError("Config \"options\" is mandatory.")
        case .routeTable:
            let id = try Self.required("table_id", of: object.source, "RouteTable")
            try RouteTables.check(object.name, id)
        case .ovsTunnel: _ = try Self.required("tunnel_type", of: object.source, "OvsTunnel")
        case .ovsPatchPort:
            for key in ["bridge_name", "peer"] {
                _ = try Self.required(key, of: object.source, "OvsPatchPort")
            }
        case .sriovPF: try checkFunction(object)
        default: break
        }
    }

    private func checkFunction(_ object: NetworkObject) throws(NetworkConfigError) {
        _ = try Self.required("numvfs", of: object.source, "SriovPF")
        let linkMode = object.source["link_mode"]?.text ?? "legacy"
        if let mode = object.source["steering_mode"], mode != .null,
            !["smfs", "dmfs"].contains(mode.text)
        {
            throw NetworkConfigError("Expecting steering_mode to match smfs/dmfs")
        }
        if object.source["vdpa"]?.isTrue == true, linkMode != "switchdev" {
            throw NetworkConfigError(
                "Expecting link_mode to be switchdev when vdpa is enabled, not \(linkMode)")
        }
        if !["legacy", "switchdev"].contains(linkMode) {
            throw NetworkConfigError("Expecting link_mode to match legacy/switchdev")
        }
    }

    private func attach(_ object: inout NetworkObject) {
        for index in object.members.indices {
            let kind = object.members[index].kind
            switch object.kind {
            case .ovsBridge:
                object.members[index].attachment.bridge = object.name
                if kind != .ovsTunnel { object.members[index].attachment.isPort = true }
            case .ovsUserBridge:
                object.members[index].attachment.bridge = object.name
                if kind != .ovsTunnel, kind != .ovsDPDKPort, kind != .ovsDPDKBond {
                    object.members[index].attachment.isPort = true
                }
            case .linuxBridge:
                object.members[index].attachment.linuxBridge = object.name
                object.members[index].attachment.isPort = false
            case .ivsBridge: object.members[index].attachment.ivsBridge = object.name
            case .nfvswitchBridge: object.members[index].attachment.nfvswitchBridge = object.name
            case .linuxBond: object.members[index].attachment.linuxBond = object.name
            case .team: object.members[index].attachment.team = object.name
            default: break
            }
        }
    }

    private func choosePrimary(_ object: inout NetworkObject) throws(NetworkConfigError) {
        guard let group = object.kind.primaryGroup else { return }
        for member in object.members where member.isPrimary {
            if object.primaryName != nil {
                throw NetworkConfigError("Only one primary interface allowed per \(group).")
            }
            object.primaryName = member.primaryName ?? member.name
        }
        guard object.primaryName == nil,
            object.kind == .ovsBond || object.kind == .ovsDPDKBond
        else { return }
        guard let first = object.members.map(\.name).min() else {
            throw NetworkConfigError("the bond \(object.name) has no members")
        }
        object.primaryName = first
    }

    private func ovsExtra(of object: NetworkObject) -> [String] {
        let value = object.source["ovs_extra"]
        var templates = value?.list?.map(\.text) ?? value.map { [$0.text] } ?? []
        if object.kind == .ovsBridge || object.kind == .ovsUserBridge {
            let mode = object.source["ovs_fail_mode"]?.text ?? "standalone"
            var commands = ["set bridge {name} fail_mode=\(mode)"]
            if mode == "standalone" { commands.append("del-controller {name}") }
            // Upstream reads a configuration twice and adds to the list that it read, each time.
            templates += value?.list?.isEmpty == false ? commands + commands : commands
        }
        return templates.map { Self.filled($0, with: object.name) }
    }

    /// Puts the name in its place, and single braces in the place of double ones.
    private static func filled(_ template: String, with name: String) -> String {
        template.split(separator: "{name}", omittingEmptySubsequences: false)
            .map {
                $0.split(separator: "{{", omittingEmptySubsequences: false).joined(separator: "{")
                    .split(separator: "}}", omittingEmptySubsequences: false)
                    .joined(separator: "}")
            }
            .joined(separator: name)
    }
}

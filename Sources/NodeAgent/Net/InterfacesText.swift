import Documents
import OrderedCollections

/// Debian's `/etc/network/interfaces`.
///
/// Source: os-net-config 17.0.0, `impl_eni`, which knows interfaces, VLANs and bridges of Open
/// vSwitch, and refuses everything else.
struct InterfacesText {
    static let path = "/etc/network/interfaces"

    private let machine: NetworkDevices
    private let names: NICNames
    private(set) var bridges: OrderedDictionary<String, String> = [:]
    private(set) var interfaces: OrderedDictionary<String, String> = [:]

    init(for machine: NetworkDevices, names: NICNames) {
        self.machine = machine
        self.names = names
    }

    /// Bridges come first, so that they are up when their ports are.
    var text: String { bridges.values.joined() + interfaces.values.joined() }

    mutating func add(_ object: NetworkObject) throws(NetworkConfigError) {
        switch object.kind {
        case .interface, .vlan:
            interfaces[object.name] = try stanzas(of: object) + routes(of: object)
        case .ovsBridge:
            bridges[object.name] = try stanzas(of: object) + routes(of: object)
            for member in object.members { try add(member) }
        case .routeRule, .dcb, .ovsInterface: break
        case let kind:
            throw NetworkConfigError("\(kind.rawValue) is not implemented for this provider.")
        }
    }

    /// One for every address.
    private func stanzas(of object: NetworkObject) throws(NetworkConfigError) -> String {
        var text = ""
        for address in object.addressesV4 + object.addressesV6 {
            text += try stanza(of: object, address)
        }
        return text.isEmpty ? try stanza(of: object, nil) : text
    }

    private func stanza(
        of object: NetworkObject, _ address: NetworkAddress?
    ) throws(NetworkConfigError) -> String {
        let family = address?.isIPv6 == true ? "inet6" : "inet"
        let method =
            object.usesDHCP ? "dhcp" : object.addresses.isEmpty ? "manual" : "static"
        var head = "iface \(object.name) \(family) \(method)\n"
        if let address {
            head += "    address \(address.network.address)\n"
            let mask = address.isIPv6 ? "\(address.network.prefix)" : address.network.netmask
            head += "    netmask \(mask)\n"
        }
        var text = try body(of: object, head)
        if object.mtu != 0 { text += "    mtu \(object.mtu)\n" }
        let extra = try ovsExtra(of: object)
        if !extra.isEmpty { text += "    ovs_extra \(extra.joined(separator: " -- "))\n" }
        return text
    }

    private func body(
        of object: NetworkObject, _ head: String
    ) throws(NetworkConfigError) -> String {
        let name = object.name
        if object.kind == .ovsBridge {
            return "auto \(name)\nallow-ovs \(name)\n" + head + ports(of: object)
        }
        if object.attachment.isPort {
            let bridge = object.attachment.bridge ?? "None"
            let port = "auto \(name)\nallow-\(bridge) \(name)\n\(head)    ovs_bridge \(bridge)\n"
            guard object.kind == .vlan else { return port + "    ovs_type OVSPort\n" }
            return port + "    ovs_type OVSIntPort\n"
                + "    ovs_options tag=\(object.option("vlan_id") ?? "0")\n"
        }
        if object.kind == .vlan {
            let parent = NetworkReading(for: machine, names: names).parent(of: object)
            return "auto \(name)\n\(head)    vlan-raw-device \(parent ?? "None")\n"
        }
        let isHotplugged = NetworkObject.truth(object.source["hotplug"])
        return (isHotplugged ? "allow-hotplug" : "auto") + " \(name)\n" + head
    }

    private func ports(of bridge: NetworkObject) -> String {
        var text = "    ovs_type OVSBridge\n"
        guard !bridge.members.isEmpty else { return text }
        text += "    ovs_ports" + bridge.members.map { " \($0.name)" }.joined() + "\n"
        for member in bridge.members where member.kind == .interface {
            text += "    pre-up ip addr flush dev \(member.name)\n"
        }
        return text
    }

    private func ovsExtra(of object: NetworkObject) throws(NetworkConfigError) -> [String] {
        guard object.kind == .ovsBridge else { return [] }
        guard let primary = object.primaryName else { return object.ovsExtra }
        guard let device = machine[primary] else {
            throw NetworkConfigError("Unable to read mac address: \(primary)")
        }
        let address = "set bridge \(object.name) other-config:hwaddr=\(device.address)"
        return [address] + object.ovsExtra
    }

    private func routes(of object: NetworkObject) throws(NetworkConfigError) -> String {
        var text = ""
        for route in object.routes {
            let isWhole = route.isDefault && route.destination.isEmpty
            let destination = isWhole ? "0.0.0.0/0" : route.destination
            guard let network = IPNetwork(destination) else {
                throw NetworkConfigError("invalid IPNetwork \(destination)")
            }
            let options = route.options.isEmpty ? "" : " \(route.options)"
            let way =
                "-net \(network.address) netmask \(network.netmask) gw \(route.nextHop)\(options)\n"
            text += "up route add \(way)down route del \(way)"
        }
        return text
    }
}

import BareMetal
import Compute
import Hardware
import Networks
import Orchestration
import OrderedCollections
import World

/// A server's ends of networks.
extension NovaServer {
    private static let owner = "compute:nova"

    /// A port that a server has, as the resource keeps it.
    private struct Plug {
        let port: String
        /// Whether the port was made for the server, and goes with it.
        let isOwn: Bool
        /// What the template says of it, so that an update finds it again.
        let wish: TemplateValue

        init(port: String, isOwn: Bool, wish: TemplateValue) {
            (self.port, self.isOwn, self.wish) = (port, isOwn, wish)
        }

        init(_ value: TemplateValue) {
            self.init(
                port: value["port"].text, isOwn: value["own"] == true, wish: value["wish"])
        }

        var value: TemplateValue {
            ["port": .string(port), "own": .bool(isOwn), "wish": wish]
        }
    }

    private static func plugs(_ data: TemplateValue) -> [Plug] {
        guard case .list(let items) = data else { return [] }
        return items.map { Plug($0) }
    }

    static func ports(of record: ResourceRecord) -> [String] {
        plugs(record[Key.ports]).map(\.port)
    }

    /// Brings a server's ends to what its properties say. What is asked for as before is kept.
    ///
    /// - Returns: what the ends are called.
    func plug(
        _ work: inout ResourceWork, into server: String
    ) async throws(ResourceError) -> [VIF] {
        var left = Self.plugs(work[Key.ports])
        var plugs: [Plug] = []
        for (number, network) in try await Self.networks(of: work).enumerated() {
            let wish = Self.wish(network)
            guard wish != .emptyMap else { continue }
            if let place = left.firstIndex(where: { $0.wish == wish }) {
                plugs.append(left.remove(at: place))
            } else {
                plugs.append(try await plug(network, wish, number, &work, into: server))
            }
        }
        for plug in left { try await unplug(plug, &work) }
        work[Key.ports] = .list(plugs.map(\.value))
        return plugs.map { VIF($0.port) }
    }

    /// Where none are named, the one that there is; with several there is no telling which.
    ///
    /// Source: Nova's `_validate_requested_network_ids` and `allocate_for_instance`.
    private static func networks(
        of work: ResourceWork
    ) async throws(ResourceError) -> [TemplateValue] {
        let named = work.properties.list("networks")
        guard named.isEmpty else { return named }
        let all = try await work.all(NetworkRecord.self).filter(\.document.isUp)
        guard all.count <= 1 else {
            throw .failed(
                "Conflict",
                "Multiple possible networks found, use a Network ID to be more specific. "
                    + "(HTTP 409)")
        }
        return all.map { ["network": .string($0.document.id)] }
    }

    /// What tells one end from another.
    private static func wish(_ network: TemplateValue) -> TemplateValue {
        var entries: OrderedDictionary<String, TemplateValue> = [:]
        let name = network["network"] == .null ? network["uuid"] : network["network"]
        for (key, value) in [
            ("network", name), ("port", network["port"]), ("subnet", network["subnet"]),
            ("fixed_ip", network["fixed_ip"]),
        ] where !value.isEmpty { entries[key] = value }
        return .map(entries)
    }

    private func plug(
        _ network: TemplateValue, _ wish: TemplateValue, _ number: Int,
        _ work: inout ResourceWork, into server: String
    ) async throws(ResourceError) -> Plug {
        if let name = wish["port"].string {
            let stored = try await work.port(name)
            var port = stored.document
            (port.device, port.owner) = (server, Self.owner)
            work.transaction.replace(stored, with: port)
            return Plug(port: port.id, isOwn: false, wish: wish)
        }
        let place: NetworkRecord
        if let name = wish["network"].string {
            place = try await work.network(name).document
        } else {
            let subnet = try await work.subnet(wish["subnet"].text).document
            place = try await work.network(subnet.network).document
        }
        let address = ResourceWork.AddressWish(
            subnet: wish["subnet"].string, address: wish["fixed_ip"].string)
        let isOpen = address.subnet == nil && address.address == nil
        var port = try await work.makePort(
            named: "\(work.record.name)-port-\(number)", in: place, isOpen ? nil : [address])
        (port.device, port.owner) = (server, Self.owner)
        work.transaction.insert(port)
        return Plug(port: port.id, isOwn: true, wish: wish)
    }

    /// Lets go of all ends: the server is gone.
    func unplugAll(_ work: inout ResourceWork) async throws(ResourceError) {
        for plug in Self.plugs(work[Key.ports]) { try await unplug(plug, &work) }
        work[Key.ports] = .null
    }

    private func unplug(_ plug: Plug, _ work: inout ResourceWork) async throws(ResourceError) {
        guard let stored = try await work.stored(PortRecord.self, plug.port) else { return }
        if plug.isOwn { return try await work.removePort(stored) }
        // Another server may have it by now: one that takes this one's place.
        guard stored.document.device == work.record.physicalID else { return }
        var port = stored.document
        (port.device, port.owner) = ("", "")
        work.transaction.replace(stored, with: port)
    }

    // MARK: Attributes

    /// By network, under its name and under its id: the ports that a server has in it.
    func addresses(
        of resource: ResourceView
    ) async throws(ResourceError) -> OrderedDictionary<String, [TemplateValue]> {
        var (named, identified) = (
            OrderedDictionary<String, [TemplateValue]>(),
            OrderedDictionary<String, [TemplateValue]>()
        )
        let project = resource.stack.project
        for id in Self.ports(of: resource.record) {
            guard let port = try await resource.document(PortRecord.self, id),
                let network = try await resource.document(NetworkRecord.self, port.network)
            else { continue }
            var subnets: [TemplateValue] = []
            for fixed in port.addresses {
                let subnet = try await resource.document(SubnetRecord.self, fixed.subnet)
                if let subnet { subnets.append(subnet.shown(project: project)) }
            }
            let found: [TemplateValue] = port.addresses.map { fixed in
                [
                    "addr": .string("\(fixed.address)"),
                    "version": .integer(fixed.address.version.rawValue),
                    "OS-EXT-IPS-MAC:mac_addr": .string("\(port.mac)"),
                    "OS-EXT-IPS:type": "fixed", "port": .string(port.id),
                    "subnets": .list(subnets), "network": network.shown(project: project),
                ]
            }
            named[network.name, default: []] += found
            identified[network.id, default: []] += found
        }
        return named.merging(identified) { one, _ in one }
    }
}

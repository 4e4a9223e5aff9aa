import Networks
import Orchestration
import OrderedCollections
import World

/// `OS::Neutron::Port`: an end of a network.
struct PortResource: CloudThing {
    func replacesAlways(_ properties: PropertyValues) -> Bool {
        properties.text("replacement_policy") == "REPLACE_ALWAYS"
    }

    func create(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        let name = work.properties.first("network", "network_id")
        let network = try await work.network(name).document
        var port = try await work.makePort(
            named: work.name(), in: network, mac: work.properties.text("mac_address"),
            Self.wishes(work.properties))
        try await Self.apply(work, to: &port)
        work.transaction.insert(port)
        work.record.physicalID = port.id
        return .done
    }

    func update(
        _ work: inout ResourceWork, _ change: PropertyChange
    ) async throws(ResourceError) -> WorkProgress {
        let stored = try await work.present(PortRecord.self)
        var port = stored.document
        if change.names.contains("name") { port.name = work.name() }
        let isMoved = change.names.contains("fixed_ips") || change.names.contains("no_fixed_ips")
        // Without a list the port keeps what it has.
        if isMoved, let wishes = Self.wishes(work.properties) {
            try await move(&port, to: wishes, &work)
        }
        try await Self.apply(work, to: &port)
        work.transaction.replace(stored, with: port)
        return .done
    }

    /// What is asked for again is kept, the rest given back.
    private func move(
        _ port: inout PortRecord, to wishes: [ResourceWork.AddressWish],
        _ work: inout ResourceWork
    ) async throws(ResourceError) {
        var (kept, rest) = ([PortRecord.FixedAddress](), [ResourceWork.AddressWish]())
        var left = port.addresses
        for wish in wishes {
            let subnet: String? =
                if let name = wish.subnet { try await work.subnet(name).document.id } else { nil }
            let place = left.firstIndex { fixed in
                (subnet == nil || fixed.subnet == subnet)
                    && (wish.address == nil || wish.address == fixed.address.description)
            }
            if let place { kept.append(left.remove(at: place)) } else { rest.append(wish) }
        }
        for fixed in left {
            work.transaction.remove(
                DocumentKey(
                    kind: AddressGrant.kind, id: AddressGrant.id(fixed.subnet, fixed.address)))
        }
        let network = try await work.network(port.network).document
        port.addresses = kept + (try await work.addresses(for: port.id, in: network, rest))
    }

    func delete(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        if let stored = try await work.own(PortRecord.self) { try await work.removePort(stored) }
        return .done
    }

    /// - Returns: nil where the network is to choose.
    private static func wishes(_ properties: PropertyValues) -> [ResourceWork.AddressWish]? {
        if properties.isTrue("no_fixed_ips") { return [] }
        let given = properties.list("fixed_ips")
        guard !given.isEmpty else { return nil }
        return given.map { item in
            ResourceWork.AddressWish(
                subnet: item["subnet"].string ?? item["subnet_id"].string,
                address: item["ip_address"].string)
        }
    }

    private static func apply(
        _ work: ResourceWork, to port: inout PortRecord
    ) async throws(ResourceError) {
        let properties = work.properties
        if let device = properties.text("device_id"), !device.isEmpty { port.device = device }
        if let owner = properties.text("device_owner"), !owner.isEmpty { port.owner = owner }
        port.isUp = properties["admin_state_up"] != false
        port.securityGroups = []
        for name in properties.texts("security_groups") {
            let group = try await work.find(
                SecurityGroupRecord.self, name, named: "security_group"
            ) { $0.name }
            port.securityGroups.append(group.document.id)
        }
    }

    static func shown(_ port: PortRecord, _ resource: ResourceView) -> TemplateValue {
        port.shown(project: resource.stack.project)
    }

    func attribute(
        _ name: String, _ path: inout ArraySlice<TemplateValue>, of resource: ResourceView
    ) async throws(ResourceError) -> TemplateValue? {
        guard name == "subnets" || name == "network",
            let port = try await resource.own(PortRecord.self)
        else {
            if name == "allowed_address_pairs" { return resource.properties[name] }
            return try await shownAttribute(name, of: resource)
        }
        let project = resource.stack.project
        if name == "network" {
            return try await resource.document(NetworkRecord.self, port.network)?
                .shown(project: project)
        }
        var subnets: [TemplateValue] = []
        for fixed in port.addresses {
            let subnet = try await resource.document(SubnetRecord.self, fixed.subnet)
            if let subnet { subnets.append(subnet.shown(project: project)) }
        }
        return .list(subnets)
    }
}

extension PortRecord {
    /// Source: Neutron's API.
    func shown(project: String) -> TemplateValue {
        [
            "id": .string(id), "name": .string(name), "network_id": .string(network),
            "tenant_id": .string(project), "project_id": .string(project),
            "mac_address": .string("\(mac)"), "admin_state_up": .bool(isUp),
            "status": device.isEmpty ? "DOWN" : "ACTIVE", "device_id": .string(device),
            "device_owner": .string(owner), "security_groups": TemplateValue(securityGroups),
            "fixed_ips": .list(
                addresses.map {
                    ["subnet_id": .string($0.subnet), "ip_address": .string("\($0.address)")]
                }),
            "allowed_address_pairs": .emptyList, "port_security_enabled": true,
            "qos_policy_id": nil, "dns_assignment": .emptyList,
            "propagate_uplink_status": false,
        ]
    }
}

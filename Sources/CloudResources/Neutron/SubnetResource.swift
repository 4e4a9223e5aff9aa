import Networks
import Orchestration
import OrderedCollections
import World

/// `OS::Neutron::Subnet`: part of a network, with the addresses that its ports have.
struct SubnetResource: CloudThing {
    func validate(_ properties: PropertyValues) throws(ResourceFailure) {
        let cidr = properties.text("cidr") ?? ""
        if !properties["subnetpool"].isEmpty, !cidr.isEmpty {
            throw Self.conflict("subnetpool", "cidr")
        }
        if properties["subnetpool"].isEmpty, cidr.isEmpty {
            throw ResourceFailure(
                "PropertyUnspecifiedError",
                "At least one of the following properties must be specified: subnetpool, cidr.")
        }
        if !properties["prefixlen"].isEmpty, !cidr.isEmpty {
            throw Self.conflict("prefixlen", "cidr")
        }
        let (mode, other) = (properties["ipv6_ra_mode"], properties["ipv6_address_mode"])
        if properties.integer("ip_version") == 4, !mode.isEmpty || !other.isEmpty {
            throw Self.fault("ipv6_ra_mode and ipv6_address_mode are not supported for ipv4.")
        }
        if !mode.isEmpty, !other.isEmpty, mode != other {
            throw Self.fault(
                "When both ipv6_ra_mode and ipv6_address_mode are set, they must be equal.")
        }
        let gateway = properties.text("gateway_ip") ?? ""
        if !["", "~", "auto"].contains(gateway), IPAddress(gateway) == nil {
            throw Self.fault("Gateway IP address \"\(gateway)\" is in invalid format.")
        }
    }

    private static func fault(_ message: String) -> ResourceFailure {
        ResourceFailure("StackValidationFailed", message)
    }

    private static func conflict(_ one: String, _ two: String) -> ResourceFailure {
        ResourceFailure(
            "ResourcePropertyConflict",
            "Cannot define the following properties at the same time: \(one), \(two).")
    }

    func create(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        let properties = work.properties
        guard let block = AddressBlock(properties.text("cidr") ?? ""),
            block.version.rawValue == properties.integer("ip_version") ?? 4
        else {
            throw .failed(
                "BadRequest",
                "Invalid input for operation: '\(properties.text("cidr") ?? "")' is not a cidr of "
                    + "version \(properties.integer("ip_version") ?? 4).")
        }
        let network = try await work.network(properties.first("network", "network_id")).document
        for other in try await work.subnets(of: network.id) where other.block.overlaps(block) {
            throw .failed(
                "BadRequest",
                "Invalid input for operation: Requested subnet with cidr: \(block) for network: "
                    + "\(network.id) overlaps with another subnet.")
        }
        var subnet = SubnetRecord(
            id: work.newID().text, name: work.name(), network: network.id, block: block,
            gateway: Self.gateway(properties, block), pools: Self.pools(properties))
        Self.apply(properties, to: &subnet)
        work.transaction.insert(subnet)
        work.record.physicalID = subnet.id
        return .done
    }

    func update(
        _ work: inout ResourceWork, _ change: PropertyChange
    ) async throws(ResourceError) -> WorkProgress {
        let stored = try await work.present(SubnetRecord.self)
        var subnet = stored.document
        if change.names.contains("name") { subnet.name = work.name() }
        if change.names.contains("gateway_ip") {
            subnet.gateway = Self.gateway(work.properties, subnet.block)
        }
        if change.names.contains("allocation_pools") {
            subnet.pools =
                Self.pools(work.properties)
                ?? SubnetRecord.pools(of: subnet.block, without: subnet.gateway)
        }
        Self.apply(work.properties, to: &subnet)
        work.transaction.replace(stored, with: subnet)
        return .done
    }

    func delete(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        guard let stored = try await work.own(SubnetRecord.self) else { return .done }
        let id = stored.document.id
        let grants = try await work.all(AddressGrant.self, in: AddressGrant.range(of: id))
        guard grants.isEmpty else {
            throw .failed(
                "Conflict",
                "Unable to complete operation on subnet \(id): One or more ports have an IP "
                    + "allocation from this subnet.")
        }
        work.transaction.delete(stored)
        return .done
    }

    /// An empty text, or YAML's nothing as one, is for a subnet without any.
    private static func gateway(_ properties: PropertyValues, _ block: AddressBlock) -> IPAddress? {
        switch properties.text("gateway_ip") {
        case nil, "auto": SubnetRecord.gateway(of: block)
        case "", "~": nil
        case let text?: IPAddress(text)
        }
    }

    private static func pools(_ properties: PropertyValues) -> [SubnetRecord.Pool]? {
        let given = properties.list("allocation_pools").compactMap { pool in
            IPAddress(pool["start"].text).flatMap { start in
                IPAddress(pool["end"].text).map { SubnetRecord.Pool(start: start, end: $0) }
            }
        }
        return given.isEmpty ? nil : given
    }

    private static func apply(_ properties: PropertyValues, to subnet: inout SubnetRecord) {
        subnet.nameservers = properties.texts("dns_nameservers")
        subnet.hasDHCP = properties["enable_dhcp"] != false
        subnet.routes = properties.list("host_routes").map {
            SubnetRecord.Route(destination: $0["destination"].text, nexthop: $0["nexthop"].text)
        }
    }

    static func shown(_ subnet: SubnetRecord, _ resource: ResourceView) -> TemplateValue {
        subnet.shown(project: resource.stack.project)
    }
}

extension SubnetRecord {
    /// Source: Neutron's API.
    func shown(project: String) -> TemplateValue {
        [
            "id": .string(id), "name": .string(name), "network_id": .string(network),
            "tenant_id": .string(project), "project_id": .string(project),
            "ip_version": .integer(block.version.rawValue), "cidr": .string("\(block)"),
            "gateway_ip": TemplateValue(gateway?.description),
            "allocation_pools": .list(
                pools.map { ["start": .string("\($0.start)"), "end": .string("\($0.end)")] }),
            "dns_nameservers": TemplateValue(nameservers), "enable_dhcp": .bool(hasDHCP),
            "host_routes": .list(
                routes.map {
                    ["destination": .string($0.destination), "nexthop": .string($0.nexthop)]
                }),
        ]
    }
}

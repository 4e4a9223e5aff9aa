import OrderedCollections

/// What a resource needs though its template does not say so: an end of a network comes after the
/// network's subnets, from which it has its addresses.
///
/// Source: the `add_dependencies` of Heat's Neutron and Nova resources.
struct ImplicitNeeds {
    private let scope: StackScope
    /// By the network that they are of: the template's subnets.
    private var subnets: [TemplateValue: [String]] = [:]
    /// By the network outside: its routers.
    private var routers: [TemplateValue: [String]] = [:]

    init(_ tree: StackTree) {
        scope = StackScope(tree: tree)
        for definition in tree.facts.resources.values {
            switch definition.type {
            case "OS::Neutron::Subnet":
                subnets[network(in: properties(of: definition)), default: []]
                    .append(definition.name)
            case "OS::Neutron::Router":
                let gateway = properties(of: definition)["external_gateway_info"]
                routers[network(in: gateway), default: []].append(definition.name)
            default: break
            }
        }
    }

    /// - Returns: names of other resources of the same template.
    func of(_ definition: ResourceDefinition) -> [String] {
        guard !subnets.isEmpty || !routers.isEmpty else { return [] }
        var names: [String] = []
        for network in networks(of: definition) where !network.isEmpty {
            names += subnets[network] ?? []
            if definition.type == "OS::Neutron::FloatingIP" { names += routers[network] ?? [] }
        }
        return names
    }

    /// Those that a resource has ends in. A resource that is not there yet stands for itself by its
    /// name.
    private func networks(of definition: ResourceDefinition) -> [TemplateValue] {
        switch definition.type {
        case "OS::Neutron::Port": return [network(in: properties(of: definition))]
        case "OS::Neutron::FloatingIP":
            let own = properties(of: definition)
            let network = own["floating_network"]
            return [network == .null ? own["floating_network_id"] : network]
        case "OS::Neutron::Router":
            return [network(in: properties(of: definition)["external_gateway_info"])]
        case "OS::Nova::Server":
            guard case .list(let items) = properties(of: definition)["networks"] else { return [] }
            return items.map { network(in: $0) }
        default: return []
        }
    }

    /// Older templates name it by its id, or as Nova does.
    private func network(in value: TemplateValue) -> TemplateValue {
        ["network", "network_id", "uuid"].map { value[$0] }.first { $0 != .null } ?? .null
    }

    /// What is wrong with them is told when the resource is made.
    private func properties(of definition: ResourceDefinition) -> TemplateValue {
        (try? definition.properties.resolve(in: scope)) ?? .null
    }
}

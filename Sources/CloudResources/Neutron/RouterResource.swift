import Networks
import Orchestration
import OrderedCollections
import World

/// `OS::Neutron::Router`: what joins networks.
struct RouterResource: CloudThing {
    func create(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        var router = RouterRecord(id: work.newID().text, name: work.name())
        router.isUp = work.properties["admin_state_up"] != false
        try await openGateway(of: &router, &work)
        work.transaction.insert(router)
        work.record.physicalID = router.id
        return .done
    }

    func update(
        _ work: inout ResourceWork, _ change: PropertyChange
    ) async throws(ResourceError) -> WorkProgress {
        let stored = try await work.present(RouterRecord.self)
        var router = stored.document
        if change.names.contains("name") { router.name = work.name() }
        router.isUp = work.properties["admin_state_up"] != false
        if change.names.contains("external_gateway_info") {
            try await closeGateway(of: &router, &work)
            try await openGateway(of: &router, &work)
        }
        work.transaction.replace(stored, with: router)
        return .done
    }

    func delete(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        guard let stored = try await work.own(RouterRecord.self) else { return .done }
        var router = stored.document
        let id = router.id
        let isUsed = try await work.all(PortRecord.self).contains {
            $0.document.device == id && $0.document.owner == RouterInterface.owner
        }
        if isUsed {
            throw .failed("Conflict", "Router \(id) still has ports")
        }
        try await closeGateway(of: &router, &work)
        work.transaction.delete(stored)
        return .done
    }

    private func openGateway(
        of router: inout RouterRecord, _ work: inout ResourceWork
    ) async throws(ResourceError) {
        let gateway = work.properties["external_gateway_info"]
        guard let name = gateway["network"].string else { return }
        let network = try await work.network(name).document
        var wishes: [ResourceWork.AddressWish]?
        if case .list(let items) = gateway["external_fixed_ips"], !items.isEmpty {
            wishes = items.map {
                ResourceWork.AddressWish(
                    subnet: $0["subnet"].string, address: $0["ip_address"].string)
            }
        }
        var port = try await work.makePort(named: "", in: network, wishes)
        port.device = router.id
        port.owner = "network:router_gateway"
        work.transaction.insert(port)
        router.externalNetwork = network.id
        router.externalPort = port.id
        router.translatesSources = gateway["enable_snat"] != false
    }

    private func closeGateway(
        of router: inout RouterRecord, _ work: inout ResourceWork
    ) async throws(ResourceError) {
        if let id = router.externalPort, let port = try await work.stored(PortRecord.self, id) {
            try await work.removePort(port)
        }
        (router.externalNetwork, router.externalPort) = (nil, nil)
    }

    static func shown(_ router: RouterRecord, _ resource: ResourceView) -> TemplateValue {
        [
            "id": .string(router.id), "name": .string(router.name), "status": "ACTIVE",
            "admin_state_up": .bool(router.isUp), "tenant_id": .string(resource.stack.project),
            "external_gateway_info": gateway(router, []),
        ]
    }

    private static func gateway(
        _ router: RouterRecord, _ addresses: [PortRecord.FixedAddress]
    ) -> TemplateValue {
        guard let network = router.externalNetwork else { return .null }
        return [
            "network_id": .string(network), "enable_snat": .bool(router.translatesSources),
            "external_fixed_ips": .list(
                addresses.map {
                    ["subnet_id": .string($0.subnet), "ip_address": .string("\($0.address)")]
                }),
        ]
    }

    func attribute(
        _ name: String, _ path: inout ArraySlice<TemplateValue>, of resource: ResourceView
    ) async throws(ResourceError) -> TemplateValue? {
        guard name == "external_gateway_info",
            let router = try await resource.own(RouterRecord.self), let id = router.externalPort
        else { return try await shownAttribute(name, of: resource) }
        let port = try await resource.document(PortRecord.self, id)
        return Self.gateway(router, port?.addresses ?? [])
    }
}

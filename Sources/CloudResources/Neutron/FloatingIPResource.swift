import Networks
import Orchestration
import OrderedCollections
import World

/// `OS::Neutron::FloatingIP`: an address outside that leads to a port inside.
struct FloatingIPResource: CloudThing {
    func create(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        let properties = work.properties
        let network = try await work.network(
            properties.first("floating_network", "floating_network_id")
        ).document
        var wish = ResourceWork.AddressWish()
        wish.subnet = properties.text("floating_subnet")
        wish.address = properties.text("floating_ip_address")
        let id = work.newID().text
        let isOpen = wish.subnet == nil && wish.address == nil
        let chosen = try await work.addresses(for: id, in: network, isOpen ? nil : [wish])
        guard let address = chosen.first else {
            throw .failed(
                "IpAddressGenerationFailureClient",
                "No more IP addresses available on network \(network.id).")
        }
        var floating = FloatingAddressRecord(
            id: id, network: network.id, subnet: address.subnet, address: address.address)
        try await lead(&floating, work)
        work.transaction.insert(floating)
        work.record.physicalID = id
        return .done
    }

    func update(
        _ work: inout ResourceWork, _ change: PropertyChange
    ) async throws(ResourceError) -> WorkProgress {
        let stored = try await work.present(FloatingAddressRecord.self)
        var floating = stored.document
        try await lead(&floating, work)
        work.transaction.replace(stored, with: floating)
        return .done
    }

    func delete(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        guard let stored = try await work.own(FloatingAddressRecord.self) else { return .done }
        let floating = stored.document
        work.transaction.delete(stored)
        work.transaction.remove(
            DocumentKey(
                kind: AddressGrant.kind, id: AddressGrant.id(floating.subnet, floating.address)))
        return .done
    }

    private func lead(
        _ floating: inout FloatingAddressRecord, _ work: ResourceWork
    ) async throws(ResourceError) {
        (floating.port, floating.fixedAddress) = (nil, nil)
        guard let name = work.properties.text("port_id"), !name.isEmpty else { return }
        let port = try await work.port(name).document
        let wanted = work.properties.text("fixed_ip_address").flatMap { IPAddress($0) }
        floating.port = port.id
        floating.fixedAddress =
            wanted ?? port.addresses.first { $0.address.version == .v4 }?.address
    }

    static func shown(
        _ floating: FloatingAddressRecord, _ resource: ResourceView
    ) -> TemplateValue {
        [
            "id": .string(floating.id), "floating_network_id": .string(floating.network),
            "floating_ip_address": .string("\(floating.address)"),
            "fixed_ip_address": TemplateValue(floating.fixedAddress?.description),
            "port_id": TemplateValue(floating.port), "router_id": nil,
            "tenant_id": .string(resource.stack.project),
            "status": floating.port == nil ? "DOWN" : "ACTIVE",
        ]
    }
}

import Networks
import Orchestration
import OrderedCollections
import World

/// `OS::Neutron::Net`, and `OS::Neutron::ProviderNet`, which says how the network is made.
struct NetworkResource: CloudThing {
    func create(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        var network = NetworkRecord(id: work.newID().text, name: work.name())
        Self.apply(work, to: &network)
        work.transaction.insert(network)
        work.record.physicalID = network.id
        return .done
    }

    func update(
        _ work: inout ResourceWork, _ change: PropertyChange
    ) async throws(ResourceError) -> WorkProgress {
        let stored = try await work.present(NetworkRecord.self)
        var network = stored.document
        if change.names.contains("name") { network.name = work.name() }
        Self.apply(work, to: &network)
        work.transaction.replace(stored, with: network)
        return .done
    }

    func delete(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        guard let stored = try await work.own(NetworkRecord.self) else { return .done }
        let id = stored.document.id
        let isUsed = try await work.all(PortRecord.self).contains { $0.document.network == id }
        if isUsed {
            throw .failed(
                "NetworkInUseClient",
                "Unable to complete operation on network \(id). There are one or more ports still "
                    + "in use on the network.")
        }
        for subnet in try await work.all(SubnetRecord.self) where subnet.document.network == id {
            work.transaction.delete(subnet)
        }
        work.transaction.delete(stored)
        return .done
    }

    private static func apply(_ work: ResourceWork, to network: inout NetworkRecord) {
        let properties = work.properties
        network.isUp = properties["admin_state_up"] != false
        network.isShared = properties.isTrue("shared")
        network.hasPortSecurity = properties["port_security_enabled"] != false
        network.tags = properties.texts("tags")
    }

    static func shown(_ network: NetworkRecord, _ resource: ResourceView) -> TemplateValue {
        network.shown(project: resource.stack.project)
    }

    func attribute(
        _ name: String, _ path: inout ArraySlice<TemplateValue>, of resource: ResourceView
    ) async throws(ResourceError) -> TemplateValue? {
        guard name == "subnets" || name == "show", let id = resource.record.physicalID else {
            return try await shownAttribute(name, of: resource)
        }
        let subnets: [SubnetRecord]
        do throws(StoreError) {
            subnets = try await resource.sight.documents(SubnetRecord.self, in: .all)
        } catch {
            throw .store(error)
        }
        let ids = TemplateValue(subnets.filter { $0.network == id }.map(\.id))
        guard name == "show", case .map(var shown)? = try await shownAttribute(name, of: resource)
        else { return ids }
        shown["subnets"] = ids
        return .map(shown)
    }
}

extension NetworkRecord {
    /// Source: Neutron's API; 1500 is what its networks carry where nothing is laid over another.
    func shown(project: String) -> TemplateValue {
        [
            "id": .string(id), "name": .string(name), "status": "ACTIVE", "subnets": .emptyList,
            "admin_state_up": .bool(isUp), "shared": .bool(isShared),
            "tenant_id": .string(project), "project_id": .string(project),
            "port_security_enabled": .bool(hasPortSecurity), "mtu": 1500, "qos_policy_id": nil,
            "l2_adjacency": true, "segments": nil, "tags": TemplateValue(tags),
        ]
    }
}

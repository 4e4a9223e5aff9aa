import Networks
import Orchestration
import OrderedCollections
import World

/// `OS::Neutron::RouterInterface`: a router's end in a network.
struct RouterInterface: ResourceType {
    static let owner = "network:router_interface"

    func validate(_ properties: PropertyValues) throws(ResourceFailure) {
        let (subnet, port) = (
            properties.first("subnet", "subnet_id"), properties.first("port", "port_id")
        )
        if subnet.isEmpty, port.isEmpty {
            throw ResourceFailure(
                "PropertyUnspecifiedError",
                "At least one of the following properties must be specified: subnet, port.")
        }
        if !subnet.isEmpty, !port.isEmpty {
            throw ResourceFailure(
                "ResourcePropertyConflict",
                "Cannot define the following properties at the same time: subnet, port.")
        }
    }

    /// The end in a subnet is its gateway.
    func create(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        let properties = work.properties
        let router = try await work.router(properties.first("router", "router_id")).document
        let name = properties.first("port", "port_id")
        guard name.isEmpty else {
            let stored = try await work.port(name)
            var port = stored.document
            (port.device, port.owner) = (router.id, Self.owner)
            work.transaction.replace(stored, with: port)
            work.record.physicalID = "\(router.id):port_id=\(port.id)"
            work["port"] = .string(port.id)
            return .done
        }
        let subnet = try await work.subnet(properties.first("subnet", "subnet_id")).document
        guard let gateway = subnet.gateway else {
            throw .failed("BadRequest", "Subnet \(subnet.id) does not have a gateway")
        }
        let network = try await work.network(subnet.network).document
        let wish = ResourceWork.AddressWish(subnet: subnet.id, address: "\(gateway)")
        var port = try await work.makePort(named: "", in: network, [wish])
        (port.device, port.owner) = (router.id, Self.owner)
        work.transaction.insert(port)
        work.record.physicalID = "\(router.id):subnet_id=\(subnet.id)"
        work["port"] = .string(port.id)
        return .done
    }

    func delete(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        guard let id = work["port"].string, let stored = try await work.stored(PortRecord.self, id)
        else { return .done }
        guard work.record.physicalID?.contains(":port_id=") == true else {
            try await work.removePort(stored)
            return .done
        }
        var port = stored.document
        (port.device, port.owner) = ("", "")
        work.transaction.replace(stored, with: port)
        return .done
    }
}

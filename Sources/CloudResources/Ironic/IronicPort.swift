import BareMetal
import Hardware
import Orchestration
import OrderedCollections
import World

/// `OS::Ironic::Port`: an interface of a node.
struct IronicPort: CloudThing {
    func create(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        let port = try await port(of: work)
        guard try await work.stored(Port.self, port.id) == nil else {
            throw .failed(
                "Conflict", "A port with MAC address \(port.address) already exists. (HTTP 409)")
        }
        work.transaction.insert(port)
        work.record.physicalID = port.id
        return .done
    }

    /// The address is what a port's document is named by, so that another address is another one.
    func update(
        _ work: inout ResourceWork, _ change: PropertyChange
    ) async throws(ResourceError) -> WorkProgress {
        let stored = try await work.present(Port.self)
        var port = try await port(of: work)
        guard port.id == stored.document.id else { throw .needsReplacement }
        port.vifs = stored.document.vifs
        work.transaction.replace(stored, with: port)
        return .done
    }

    private func port(of work: ResourceWork) async throws(ResourceError) -> Port {
        let properties = work.properties
        guard let address = MACAddress(properties["address"].text) else {
            throw .failed(
                "BadRequest",
                "Expected a MAC address but received \(properties["address"].text).")
        }
        let name = properties["node"].text
        guard let node = try await work.stored(Node.self, name)?.document else {
            throw .failed("EntityNotFound", "The Node (\(name)) could not be found.")
        }
        var port = Port(address: address, node: node.name)
        port.isPXEEnabled = properties["pxe_enabled"] != false
        port.isSmartNIC = properties.isTrue("is_smartnic")
        port.physicalNetwork = properties.text("physical_network").map { PhysicalNetwork($0) }
        port.portgroup = properties.text("portgroup").map { Identifier(text: $0) }
        return port
    }

    static func shown(_ port: Port, _ resource: ResourceView) -> TemplateValue {
        [
            "uuid": .string(port.uuid.text), "address": .string("\(port.address)"),
            "node_uuid": .string(port.node.text),
            "portgroup_uuid": TemplateValue(port.portgroup?.text),
            "local_link_connection": resource.properties["local_link_connection"],
            "pxe_enabled": .bool(port.isPXEEnabled),
            "physical_network": TemplateValue(port.physicalNetwork?.text),
            "internal_info": .emptyMap, "extra": resource.properties["extra"],
            "is_smartnic": .bool(port.isSmartNIC),
        ]
    }
}

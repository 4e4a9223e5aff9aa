import BareMetal
import Compute
import Hardware
import Orchestration
import OrderedCollections
import Plans
import World

/// What others may ask of a server.
extension NovaServer {
    func attribute(
        _ name: String, _ path: inout ArraySlice<TemplateValue>, of resource: ResourceView
    ) async throws(ResourceError) -> TemplateValue? {
        guard let id = resource.record.physicalID else { return nil }
        switch name {
        case "name": return resource.record[Key.name]
        case "os_collect_config":
            let config = resource.record.metadata?["os-collect-config"] ?? .null
            return config == .null ? .emptyMap : config
        default: break
        }
        let found: Server?
        do throws(StoreError) {
            found = try await resource.sight.document(Server.self, id)
        } catch {
            throw .store(error)
        }
        // Of a server that is gone Heat tells nothing.
        guard let server = found else { return "" }
        switch name {
        case "addresses": return .map(try await addresses(of: resource).mapValues { .list($0) })
        case "networks":
            return .map(
                try await addresses(of: resource).mapValues { .list($0.map { $0["addr"] }) })
        case "first_address":
            return try await addresses(of: resource).values.first?.first?["addr"] ?? ""
        case "tags": return resource.properties["tags"]
        case "accessIPv4", "accessIPv6": return ""
        case "instance_name":
            return server.instance.map { .string("instance-\($0.text.prefix(8))") } ?? .null
        case "show": return show(server, resource)
        default: return nil
        }
    }

    private func show(_ server: Server, _ resource: ResourceView) -> TemplateValue {
        let key = resource.properties.text("key_name")
        return [
            "id": .string(server.id), "name": resource.record[Key.name],
            "status": .string(NovaStatus(server).rawValue),
            "image": ["id": .string(server.image.text)],
            "flavor": ["id": .string(server.flavor.text)],
            "metadata": resource.properties["metadata"],
            "key_name": key.map { .string($0) } ?? .null,
            "config_drive": resource.properties.isTrue("config_drive") ? "True" : "",
            "OS-EXT-SRV-ATTR:hypervisor_hostname": server.node.map { .string($0.text) } ?? .null,
            "created": .string(resource.record.createdAt.isoSeconds),
            "updated": .string(resource.record.updatedAt.isoSeconds),
        ]
    }
}

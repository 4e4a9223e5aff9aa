import Hardware
import OrderedCollections
public import World

/// What the agents on a server are told: the metadata of the resource that it is, with what is to
/// be deployed on it.
public enum ServerMetadata {
    /// The configs to be deployed on a server, in order of their names, as Heat lists them under
    /// `deployments`.
    ///
    /// - Parameter server: as deployments name it.
    public static func deployments(
        on server: String, in store: any Store
    ) async throws(StoreError) -> [TemplateValue] {
        let deployments = try await store.scan(
            SoftwareDeploymentRecord.self, in: SoftwareDeploymentRecord.range(of: server))
        var configs: [SoftwareConfigRecord] = []
        for deployment in deployments {
            let id = deployment.document.config
            if let config = try await store.get(SoftwareConfigRecord.self, id)?.document {
                configs.append(config)
            }
        }
        return configs.sorted { ($0.name, $0.id) < ($1.name, $1.id) }.map(\.listed)
    }

    /// - Parameter id: the record of the resource that the server is.
    /// - Returns: nil where there is no such resource any more.
    public static func metadata(
        ofResource id: String, in store: any Store
    ) async throws(StoreError) -> TemplateValue? {
        guard let record = try await store.get(ResourceRecord.self, id)?.document else {
            return nil
        }
        guard let server = record.physicalID else { return of(record, []) }
        return of(record, try await deployments(on: server, in: store))
    }

    /// - Parameter deployments: as ``deployments(on:in:)`` lists them. A resource that takes none
    ///   has none in its metadata.
    public static func of(
        _ record: ResourceRecord, _ deployments: [TemplateValue]
    ) -> TemplateValue {
        let metadata = record.metadata ?? record.definition.metadata
        guard case .map(var entries) = metadata, case .list? = entries["deployments"] else {
            return metadata
        }
        entries["deployments"] = .list(deployments)
        return .map(entries)
    }
}

extension SoftwareConfigRecord {
    /// As Heat's interface shows a config.
    fileprivate var listed: TemplateValue {
        [
            "id": .string(id), "name": .string(name), "group": .string(group),
            "creation_time": .string(createdAt?.isoSeconds ?? ""), "config": config,
            "inputs": .list(inputs), "outputs": .list(outputs), "options": options,
        ]
    }
}

import Hardware
import NodeAgent
import Orchestration
import OrderedCollections
import World

/// What servers are told to configure, as of the last look at the store.
///
/// Every server asks every minute, and most of what is asked for has not changed: what a server was
/// told is kept, and forgotten when a deployment on it changes.
actor MetadataDesk {
    private let store: any Store
    private var seen = Revision.zero
    /// The deployments on each server, in order of their ids. Looked up only.
    private var deployments: [String: OrderedDictionary<String, SoftwareDeploymentRecord>] = [:]
    private var servers: [String: String] = [:]
    private var made: [String: CollectedMetadata] = [:]

    init(_ store: any Store) { self.store = store }

    /// - Parameters:
    ///   - server: what names the server in deployments.
    ///   - version: of the metadata that it has.
    /// - Returns: nil where it has what there is, or there is none.
    func news(
        for server: String, knowing version: String?
    ) async throws(StoreError) -> CollectedMetadata? {
        try await follow()
        guard let own = deployments[server], !own.isEmpty || version != nil else { return nil }
        let metadata = if let known = made[server] { known } else { try await make(server, own) }
        return metadata.version == version ? nil : metadata
    }

    /// As Heat writes it: all that is to be done on the server, in order of the configs' names.
    private func make(
        _ server: String, _ own: OrderedDictionary<String, SoftwareDeploymentRecord>
    ) async throws(StoreError) -> CollectedMetadata {
        var configs: [SoftwareConfigRecord] = []
        for deployment in own.values {
            let config = try await store.get(SoftwareConfigRecord.self, deployment.config)
            if let config { configs.append(config.document) }
        }
        configs.sort { ($0.name, $0.id) < ($1.name, $1.id) }
        let document: TemplateValue = ["deployments": .list(configs.map(Self.entry))]
        let metadata = CollectedMetadata(
            version: configs.map(\.id).joined(separator: " "), document: document.json())
        made[server] = metadata
        return metadata
    }

    private static func entry(_ config: SoftwareConfigRecord) -> TemplateValue {
        [
            "id": .string(config.id), "name": .string(config.name),
            "group": .string(config.group), "config": config.config, "options": config.options,
            "inputs": .list(config.inputs), "outputs": .list(config.outputs),
        ]
    }

    private func follow() async throws(StoreError) {
        let changes = try await store.changesSoFar(
            to: SoftwareDeploymentRecord.self, in: .all, after: seen)
        for change in changes {
            seen = max(seen, change.revision)
            forget(change.id)
            guard let record = change.document else { continue }
            servers[change.id] = record.server
            deployments[record.server, default: [:]][change.id] = record
            made[record.server] = nil
        }
    }

    private func forget(_ deployment: String) {
        guard let server = servers.removeValue(forKey: deployment) else { return }
        deployments[server]?[deployment] = nil
        made[server] = nil
    }
}

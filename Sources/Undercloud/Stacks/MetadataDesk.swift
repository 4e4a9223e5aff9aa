import Compute
import Hardware
import NodeAgent
import Orchestration
import World

/// What servers are told to configure, as of the last look at the store.
///
/// Every server asks every minute, and most of what is asked for has not changed: what a server was
/// told is kept, and forgotten when a deployment on it changes.
actor MetadataDesk {
    private struct Made {
        /// Of the server's resource by then.
        let revision: Revision
        let metadata: CollectedMetadata
    }

    private let store: any Store
    private var seen = Revision.zero
    /// By server. Looked up only.
    private var made: [String: Made] = [:]

    init(_ store: any Store) { self.store = store }

    /// - Parameter version: of the metadata that the server has.
    /// - Returns: nil where it has what there is, or is no resource of a stack.
    func news(
        for server: Server, knowing version: String?
    ) async throws(StoreError) -> CollectedMetadata? {
        guard let id = server.terms?.resource else { return nil }
        try await follow()
        guard let resource = try await store.get(ResourceRecord.self, id) else { return nil }
        let instance = server.instance?.text ?? ""
        if let known = made[server.id], known.revision == resource.revision,
            known.metadata.instance == instance
        {
            return known.metadata.version == version ? nil : known.metadata
        }
        let deployments = try await ServerMetadata.deployments(on: server.id, in: store)
        let document = ServerMetadata.of(resource.document, deployments).json()
        let metadata = CollectedMetadata(
            version: Self.digest(of: document), document: document,
            instance: instance, hostname: server.terms?.hostname ?? server.id)
        made[server.id] = Made(revision: resource.revision, metadata: metadata)
        return metadata.version == version ? nil : metadata
    }

    /// FNV-1a: it need only tell what one server was told from what it is told next.
    private static func digest(of text: String) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }

    private func follow() async throws(StoreError) {
        let changes = try await store.changesSoFar(
            to: SoftwareDeploymentRecord.self, in: .all, after: seen)
        for change in changes {
            seen = max(seen, change.revision)
            // A deployment is called by its server and a name of its own.
            if let end = change.id.lastIndex(of: "/") { made[String(change.id[..<end])] = nil }
        }
    }
}

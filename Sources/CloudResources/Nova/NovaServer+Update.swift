import BareMetal
import Compute
import Hardware
import Images
import Orchestration
import OrderedCollections
import Plans
import World

/// What an update of a server's resource does to the server.
extension NovaServer {
    func replaces(on change: PropertyChange) -> Bool {
        let policy = { (name: String) in change.new.text(name) ?? change.old.text(name) }
        if change.names.contains("flavor"), policy("flavor_update_policy") == "REPLACE" {
            return true
        }
        if change.names.contains("image"), policy("image_update_policy") == "REPLACE" {
            return true
        }
        return change.names.contains("user_data") && policy("user_data_update_policy") == "REPLACE"
    }

    func update(
        _ work: inout ResourceWork, _ change: PropertyChange
    ) async throws(ResourceError) -> WorkProgress {
        try NovaServerCheck.check(work)
        updateMetadata(&work, change)
        guard let stored = try await server(of: work) else {
            throw .failed("NotFound", "Server \(work.record.physicalID ?? "") not found")
        }
        var server = stored.document
        if change.names.contains("name"), let name = change.new.text("name") {
            server.terms?.hostname = name
            work[Key.name] = .string(name)
        }
        if change.names.contains("networks") {
            let vifs = try await plug(&work, into: server.id)
            server.terms?.vifs = vifs
        }
        // Ironic moves nobody to a machine of another size.
        let flavor = change.new["flavor"].text
        if change.names.contains("flavor"), flavor != server.flavor.text {
            throw .failed(
                "Error",
                "Resizing to '\(flavor)' failed, status '\(NovaStatus(server).rawValue)'")
        }
        if let image = try await imageToRebuild(work, change, server) {
            work[Key.rebuild] = .string(image.text)
            if server.state == .active, server.rebuild == nil {
                return try await rebuild(&work, stored, server)
            }
        }
        if server != stored.document { work.transaction.replace(stored, with: server) }
        return work[Key.rebuild] == .null ? .done : follow(server.id)
    }

    /// - Returns: nil where the server stays as it is. An update that is taken back before anything
    ///   was rebuilt asks for the image that is there.
    private func imageToRebuild(
        _ work: ResourceWork, _ change: PropertyChange, _ server: Server
    ) async throws(ResourceError) -> ImageName? {
        let image = try await image(of: work)
        if change.names.contains("image"), image != server.image { return image }
        let isAsked = change.new.text("user_data_update_policy") == "REBUILD"
        return change.names.contains("user_data") && isAsked ? image : nil
    }

    /// Has a server that runs rebuilt, if it is still to be; one that was is done.
    ///
    /// - Parameter changed: what else becomes of its document.
    func rebuild(
        _ work: inout ResourceWork, _ stored: Stored<Server>, _ changed: Server? = nil
    ) async throws(ResourceError) -> WorkProgress {
        var server = changed ?? stored.document
        guard let image = work[Key.rebuild].string else {
            try checkRebuilt(&work, server)
            return .done
        }
        let terms = RebuildTerms(id: work.newID(), ephemeral: try await ephemeral(work, server))
        server.image = ImageName(image)
        server.rebuild = terms
        work.transaction.replace(stored, with: server)
        work[Key.rebuild] = .null
        work[Key.instance] = server.instance.map { .string($0.text) } ?? .null
        return follow(server.id)
    }

    /// A machine that failed its rebuild was given up for another, and what was to be kept is gone.
    private func checkRebuilt(
        _ work: inout ResourceWork, _ server: Server
    ) throws(ResourceError) {
        guard let instance = work[Key.instance].string else { return }
        work[Key.instance] = .null
        guard instance == server.instance?.text else {
            throw .failed("Error", "Rebuilding server failed, status 'ERROR'")
        }
    }

    /// What there is not cannot be kept: TripleO's trees ask for it of all servers.
    private func ephemeral(
        _ work: ResourceWork, _ server: Server
    ) async throws(ResourceError) -> EphemeralPartition {
        guard work.properties.text("image_update_policy") == "REBUILD_PRESERVE_EPHEMERAL",
            let node = server.node,
            let instance = try await work.stored(Node.self, node.text)?.document.instance,
            let layout = instance.layout, layout.ephemeral > .zero
        else { return .made }
        return .preserved
    }
}

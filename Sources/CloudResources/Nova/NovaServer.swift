import BareMetal
import Compute
import Hardware
import Images
import Orchestration
import OrderedCollections
import Plans
import World

/// `OS::Nova::Server`: a machine that runs an image.
///
/// The resource is a ``Server``'s document, which whoever places and deploys servers brings to a
/// machine; the resource is told whenever that document changes.
struct NovaServer: ResourceType {
    let endpoints: CloudEndpoints

    /// What is kept of the resource, by key.
    enum Key {
        static let name = "name"
        /// Nova's word for how the server ended up.
        static let status = "status"
        /// The image that it is still to be rebuilt with, and how.
        static let rebuild = "rebuild"
        /// The instance that is rebuilt.
        static let instance = "instance"
        /// What was drawn for its agents.
        static let secrets = "secrets"
        /// Its ends of networks.
        static let ports = "ports"
    }

    /// One that failed without being in error may be well by now.
    func replacesFailed(_ record: ResourceRecord) -> Bool {
        record.physicalID == nil || record[Key.status] == "ERROR"
    }

    func create(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        try NovaServerCheck.check(work)
        let hostname = work.name()
        let image = try await image(of: work)
        let flavor = work.properties["flavor"].text
        let known = try await work.stored(FlavorRecord.self, flavor)?.document
        var terms = ServerTerms(hostname: hostname, flavor: known?.flavor)
        terms.resource = work.record.id
        let hints = work.properties.map("scheduler_hints")
        terms.capabilities = Self.capabilities(in: hints)
        terms.group = hints["group"]?.string
        let name = try await freeName(hostname, work)
        terms.vifs = try await plug(&work, into: name.text)
        try await checkKey(work)
        let server = Server(
            name, role: Self.role(hints, flavor),
            flavor: FlavorName(flavor), image: image, terms: terms)
        work.transaction.insert(server)
        work.record.physicalID = server.id
        work[Key.name] = .string(hostname)
        writeMetadata(&work)
        return follow(server.id)
    }

    func delete(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        guard let stored = try await server(of: work) else {
            try await unplugAll(&work)
            return .done
        }
        var server = stored.document
        server.state = .deleting
        server.rebuild = nil
        if server != stored.document { work.transaction.replace(stored, with: server) }
        return follow(server.id)
    }

    func act(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress? {
        let state = try await server(of: work)?.document.state
        switch work.record.action {
        case .check where state != .active:
            let status = state.map { NovaStatus($0).rawValue } ?? "DELETED"
            throw .failed("Error", "'status': expected 'ACTIVE', got '\(status)'")
        case .check, .resume: return .done
        // Ironic has no such thing as a machine that sleeps.
        case .suspend:
            throw .failed(
                "ResourceUnknownStatus",
                "Suspend of server \(work[Key.name].text) failed - Unknown status ACTIVE due to "
                    + "\"Unknown\"")
        default: return nil
        }
    }

    func proceed(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        let stored = try await server(of: work)
        if work.record.action == .delete {
            guard stored == nil else { return follow(work.record.physicalID ?? "") }
            try await unplugAll(&work)
            return .done
        }
        guard let server = stored?.document, let stored else {
            throw .failed("NotFound", "Server \(work.record.physicalID ?? "") not found")
        }
        switch server.state {
        case .error, .deleting:
            work[Key.status] = "ERROR"
            throw .failed(
                "ResourceInError",
                "Went to status ERROR due to \"Message: \(server.lastError ?? "Unknown"), "
                    + "Code: 500\"")
        case .active where server.rebuild == nil:
            return try await rebuild(&work, stored)
        default: return follow(server.id)
        }
    }

    /// What names it in the flow is unlike all others; two servers may have the same name only for
    /// as long as one replaces the other.
    private func freeName(
        _ name: String, _ work: ResourceWork
    ) async throws(ResourceError) -> ServerName {
        let isTaken = try await work.stored(Server.self, name) != nil
        return ServerName(isTaken ? "\(name)-\(work.newID().text.prefix(8))" : name)
    }

    func image(of work: ResourceWork) async throws(ResourceError) -> ImageName {
        let name = work.properties["image"].text
        guard try await work.stored(Image.self, name) != nil else {
            throw .failed(
                "StackValidationFailed",
                "Property error: resources.\(work.record.name).properties.image: Error validating "
                    + "value '\(name)': The Image (\(name)) could not be found.")
        }
        return ImageName(name)
    }

    private func checkKey(_ work: ResourceWork) async throws(ResourceError) {
        guard let name = work.properties.text("key_name"), !name.isEmpty,
            try await work.stored(CloudRecord.self, KeyPairResource.id(name)) == nil
        else { return }
        throw .failed(
            "StackValidationFailed",
            "Property error: resources.\(work.record.name).properties.key_name: Error validating "
                + "value '\(name)': The Key (\(name)) could not be found.")
    }

    /// `capabilities:node: controller-0` asks for a machine of that capability.
    private static func capabilities(
        in hints: OrderedDictionary<String, TemplateValue>
    ) -> [String: String] {
        let mark = "capabilities:"
        var wanted: [String: String] = [:]
        for (name, value) in hints where name.hasPrefix(mark) {
            wanted[String(name.dropFirst(mark.count))] = value.text
        }
        return wanted
    }

    /// Servers of a role are spread over racks; those of nobody's role are of their flavor's.
    private static func role(
        _ hints: OrderedDictionary<String, TemplateValue>, _ flavor: String
    ) -> RoleName { RoleName(hints["role"]?.string ?? flavor) }

    func server(of work: ResourceWork) async throws(ResourceError) -> Stored<Server>? {
        guard let id = work.record.physicalID else { return nil }
        return try await work.stored(Server.self, id)
    }

    func follow(_ server: String) -> WorkProgress {
        .following(DocumentWait(Server.self, server), until: nil)
    }
}

import Networks
import Orchestration
import World

extension ResourceWork {
    /// A document by its id, or by its name where there is one of it only.
    func find<Document: StoredDocument>(
        _ type: Document.Type, _ text: String, named: String, _ name: (Document) -> String
    ) async throws(ResourceError) -> Stored<Document> {
        if let found = try await stored(type, text) { return found }
        let found = try await all(type).filter { name($0.document) == text }
        if found.count > 1 {
            throw .failed(
                "PhysicalResourceNameAmbiguity",
                "Multiple physical resources were found with name "
                    + "(\(text)).")
        }
        if let first = found.first { return first }
        throw .failed("EntityNotFound", "The \(named) (\(text)) could not be found.")
    }

    func network(_ text: String) async throws(ResourceError) -> Stored<NetworkRecord> {
        try await find(NetworkRecord.self, text, named: "network") { $0.name }
    }

    func subnet(_ text: String) async throws(ResourceError) -> Stored<SubnetRecord> {
        try await find(SubnetRecord.self, text, named: "subnet") { $0.name }
    }

    func port(_ text: String) async throws(ResourceError) -> Stored<PortRecord> {
        try await find(PortRecord.self, text, named: "port") { $0.name }
    }

    func router(_ text: String) async throws(ResourceError) -> Stored<RouterRecord> {
        try await find(RouterRecord.self, text, named: "router") { $0.name }
    }

    /// The subnets of a network, in order of id.
    func subnets(of network: String) async throws(ResourceError) -> [SubnetRecord] {
        try await all(SubnetRecord.self).map(\.document).filter { $0.network == network }
    }

    /// What the resource stands for; nil where that is gone.
    func own<Document: StoredDocument>(
        _ type: Document.Type
    ) async throws(ResourceError) -> Stored<Document>? {
        guard let id = record.physicalID else { return nil }
        return try await stored(type, id)
    }

    /// - Throws: that what the resource stands for is gone, which an update cannot make good.
    func present<Document: StoredDocument>(
        _ type: Document.Type
    ) async throws(ResourceError) -> Stored<Document> {
        if let found = try await own(type) { return found }
        throw .needsReplacement
    }
}

extension PropertyValues {
    /// The first of several names of a property that has a value: older templates have others.
    func first(_ names: String...) -> String {
        names.map { self[$0] }.first { $0 != .null && $0 != "" }?.text ?? ""
    }

    /// The items of a property that is a list, as texts.
    func texts(_ name: String) -> [String] { list(name).map(\.text) }
}

extension ResourceView {
    /// What the resource stands for; nil where that is gone.
    func own<Document: StoredDocument>(
        _ type: Document.Type
    ) async throws(ResourceError) -> Document? {
        guard let id = record.physicalID else { return nil }
        return try await document(type, id)
    }

    func document<Document: StoredDocument>(
        _ type: Document.Type, _ id: String
    ) async throws(ResourceError) -> Document? {
        do throws(StoreError) { return try await sight.document(type, id) } catch {
            throw .store(error)
        }
    }
}

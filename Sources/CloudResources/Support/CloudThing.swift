import Orchestration
import World

/// A type whose resources each stand for one document of the cloud's.
protocol CloudThing: ResourceType {
    associatedtype Document: StoredDocument

    /// As the service's interface shows it, by key; attributes are taken from it.
    static func shown(_ document: Document, _ resource: ResourceView) -> TemplateValue
}

extension CloudThing {
    /// What is there is as good as it was: Heat replaces only what is gone or in error.
    func replacesFailed(_ record: ResourceRecord) -> Bool { record.physicalID == nil }

    func delete(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        if let stored = try await work.own(Document.self) { work.transaction.delete(stored) }
        return .done
    }

    func act(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress? {
        guard work.record.action == .check else { return nil }
        if try await work.own(Document.self) != nil { return .done }
        throw .failed("NotFound", "\(work.record.physicalID ?? "") could not be found.")
    }

    func attribute(
        _ name: String, _ path: inout ArraySlice<TemplateValue>, of resource: ResourceView
    ) async throws(ResourceError) -> TemplateValue? {
        try await shownAttribute(name, of: resource)
    }

    func shownAttribute(
        _ name: String, of resource: ResourceView
    ) async throws(ResourceError) -> TemplateValue? {
        guard let document = try await resource.own(Document.self) else { return nil }
        let shown = Self.shown(document, resource)
        return name == "show" ? shown : shown[name]
    }
}

extension TemplateValue {
    init(_ texts: [String]) { self = .list(texts.map { .string($0) }) }

    /// Null where there is no text.
    init(_ text: String?) { self = text.map { .string($0) } ?? .null }
}

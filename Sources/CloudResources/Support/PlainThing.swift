import Orchestration
import OrderedCollections
import World

/// A type whose resources are kept as they were asked for.
struct PlainThing: CloudThing {
    /// Which names there may be.
    enum Names: Sendable {
        case any
        /// No two of the type, in one domain where it has domains.
        case unique
    }

    let type: String
    var names = Names.any
    /// Properties that name others of the cloud's things, by what these are.
    var links: OrderedDictionary<String, [String]> = [:]
    /// What is shown besides the properties.
    var more: OrderedDictionary<String, TemplateValue> = [:]

    func create(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        let name = work.name()
        try await checkName(name, work)
        let id = work.newID().text
        work.transaction.insert(
            CloudRecord(id: id, type: type, name: name, shown: try await shown(work, id, name)))
        work.record.physicalID = id
        return .done
    }

    func update(
        _ work: inout ResourceWork, _ change: PropertyChange
    ) async throws(ResourceError) -> WorkProgress {
        let stored = try await work.present(CloudRecord.self)
        var record = stored.document
        if change.names.contains("name") {
            record.name = work.name()
            try await checkName(record.name, work)
        }
        record.shown = try await shown(work, record.id, record.name)
        work.transaction.replace(stored, with: record)
        return .done
    }

    private func checkName(_ name: String, _ work: ResourceWork) async throws(ResourceError) {
        guard names == .unique else { return }
        let domain = work.properties["domain"]
        let isTaken = try await work.all(CloudRecord.self).contains { other in
            other.document.type == type && other.document.name == name
                && other.document.id != work.record.physicalID
                && other.document.shown["domain"] == domain
        }
        guard isTaken else { return }
        let kind = type.split(separator: ":").last.map { $0.lowercased() } ?? ""
        throw .failed(
            "Conflict",
            "Conflict occurred attempting to store \(kind) - Duplicate entry found with name "
                + "\(name). (HTTP 409)")
    }

    private func shown(
        _ work: ResourceWork, _ id: String, _ name: String
    ) async throws(ResourceError) -> TemplateValue {
        var entries = more
        if case .map(let given) = work.properties.all { entries.merge(given) { $1 } }
        for (property, types) in links {
            guard let text = entries[property]?.string, !text.isEmpty, text != "default" else {
                continue
            }
            entries[property] = .string(try await link(text, types, property, work))
        }
        entries["id"] = .string(id)
        entries["name"] = .string(name)
        return .map(entries)
    }

    /// The id of another thing, by its id, name or sort.
    private func link(
        _ text: String, _ types: [String], _ property: String, _ work: ResourceWork
    ) async throws(ResourceError) -> String {
        let found = try await work.all(CloudRecord.self).map(\.document).first { other in
            types.contains(other.type)
                && (other.id == text || other.name == text || other.shown["type"].string == text)
        }
        if let found { return found.id }
        throw .failed(
            "StackValidationFailed",
            "Property error: resources.\(work.record.name).properties.\(property): Error "
                + "validating value '\(text)': The \(property) (\(text)) could not be found.")
    }

    static func shown(_ record: CloudRecord, _ resource: ResourceView) -> TemplateValue {
        record.shown
    }

    func attribute(
        _ name: String, _ path: inout ArraySlice<TemplateValue>, of resource: ResourceView
    ) async throws(ResourceError) -> TemplateValue? {
        let other = [
            "domain_id": "domain", "parent_id": "parent",
            "default_project_id": "default_project",
        ]
        return try await shownAttribute(other[name] ?? name, of: resource)
    }
}

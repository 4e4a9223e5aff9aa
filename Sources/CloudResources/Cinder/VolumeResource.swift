import Orchestration
import OrderedCollections
import World

/// `OS::Cinder::Volume`: a disk that outlives servers.
struct VolumeResource: CloudThing {
    private static let type = "OS::Cinder::Volume"
    private static let sources = ["snapshot_id", "image", "imageRef", "source_volid"]

    func validate(_ properties: PropertyValues) throws(ResourceFailure) {
        let sources = Self.sources.filter { !properties[$0].isEmpty }
        if !properties["image"].isEmpty, !properties["imageRef"].isEmpty {
            throw ResourceFailure(
                "ResourcePropertyConflict",
                "Cannot define the following properties at the same time: image, imageRef.")
        }
        let isSized = properties.integer("size") != nil
        guard properties["backup_id"].isEmpty else { return }
        if !isSized, sources.count != 1 || !["snapshot_id", "source_volid"].contains(sources[0]) {
            throw ResourceFailure(
                "StackValidationFailed",
                "If neither \"backup_id\" nor \"size\" is provided, one and only one of \"source_"
                    + "volid\", \"snapshot_id\" must be specified, but currently specified options:"
                    + " \(TemplateValue(sources).text).")
        }
        if isSized, sources.count > 1 {
            throw ResourceFailure(
                "StackValidationFailed",
                "If \"size\" is provided, only one of \"image\", \"imageRef\", \"source_volid\", "
                    + "\"snapshot_id\" can be specified, but currently specified options: "
                    + "\(TemplateValue(sources).text).")
        }
    }

    func create(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        let (id, name) = (work.newID().text, work.name())
        var shown = Self.entries(work, id, name)
        if let source = work.properties.text("source_volid"), !source.isEmpty {
            guard let other = try await work.stored(CloudRecord.self, source)?.document else {
                throw .failed("EntityNotFound", "The Volume (\(source)) could not be found.")
            }
            if shown["size"] == .null { shown["size"] = other.shown["size"] }
        }
        shown["status"] = "available"
        shown["attachments"] = .emptyList
        shown["created_at"] = .string(work.wallTime.isoSeconds)
        work.transaction.insert(
            CloudRecord(id: id, type: Self.type, name: name, shown: .map(shown)))
        work.record.physicalID = id
        return .done
    }

    func update(
        _ work: inout ResourceWork, _ change: PropertyChange
    ) async throws(ResourceError) -> WorkProgress {
        let stored = try await work.present(CloudRecord.self)
        guard case .map(var shown) = stored.document.shown else { return .done }
        let (old, new) = (shown["size"]?.index ?? 0, work.properties.integer("size") ?? 0)
        if change.names.contains("size"), new < old {
            throw .failed("NotSupported", "Shrinking volume is not supported.")
        }
        var record = stored.document
        if change.names.contains("name") { record.name = work.name() }
        shown.merge(Self.entries(work, record.id, record.name)) { $1 == .null ? $0 : $1 }
        record.shown = .map(shown)
        work.transaction.replace(stored, with: record)
        return .done
    }

    func delete(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        guard let stored = try await work.own(CloudRecord.self) else { return .done }
        if stored.document.shown["status"] == "in-use" {
            throw .failed("Error", "Volume in use")
        }
        work.transaction.delete(stored)
        return .done
    }

    private static func entries(
        _ work: ResourceWork, _ id: String, _ name: String
    ) -> OrderedDictionary<String, TemplateValue> {
        let properties = work.properties
        return [
            "id": .string(id), "name": .string(name), "size": properties["size"],
            "description": properties["description"], "volume_type": properties["volume_type"],
            "snapshot_id": properties["snapshot_id"], "source_volid": properties["source_volid"],
            "availability_zone": properties["availability_zone"] == .null
                ? "nova" : properties["availability_zone"],
            "metadata": properties["metadata"],
            "bootable": properties.first("image", "imageRef").isEmpty ? "false" : "true",
            "encrypted": false, "multiattach": .bool(properties.isTrue("multiattach")),
        ]
    }

    static func shown(_ record: CloudRecord, _ resource: ResourceView) -> TemplateValue {
        record.shown
    }

    func attribute(
        _ name: String, _ path: inout ArraySlice<TemplateValue>, of resource: ResourceView
    ) async throws(ResourceError) -> TemplateValue? {
        let found = { (name: String) async throws(ResourceError) -> TemplateValue in
            try await self.shownAttribute(name, of: resource) ?? .null
        }
        switch name {
        case "display_name": return try await found("name")
        case "display_description": return try await found("description")
        case "metadata": return .string(try await found("metadata").json())
        case "metadata_values": return try await found("metadata")
        case "attachments": return .string(try await found("attachments").text)
        case "attachments_list": return try await found("attachments")
        case "size", "encrypted": return .string(try await found(name).text)
        default: return try await shownAttribute(name, of: resource)
        }
    }
}

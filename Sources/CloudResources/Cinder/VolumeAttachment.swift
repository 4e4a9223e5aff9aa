import Orchestration
import OrderedCollections
import World

/// `OS::Cinder::VolumeAttachment`: a volume that a server has.
struct VolumeAttachment: ResourceType {
    func replacesFailed(_ record: ResourceRecord) -> Bool { record.physicalID == nil }

    func create(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        try await attach(&work)
        work.record.physicalID = work.newID().text
        return .done
    }

    /// Attached anew: under another mount point, to another server, or another volume.
    func update(
        _ work: inout ResourceWork, _ change: PropertyChange
    ) async throws(ResourceError) -> WorkProgress {
        if change.new["volume_id"] != change.old["volume_id"] {
            try await detach(&work, from: change.old["volume_id"].text)
        }
        try await attach(&work, from: work["server"].string)
        return .done
    }

    func delete(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        if let id = work["volume"].string { try await detach(&work, from: id) }
        return .done
    }

    /// - Parameter old: the server that may have it already.
    private func attach(
        _ work: inout ResourceWork, from old: String? = nil
    ) async throws(ResourceError) {
        let (server, id) = (
            work.properties["instance_uuid"].text, work.properties["volume_id"].text
        )
        guard let stored = try await work.stored(CloudRecord.self, id),
            case .map(var shown) = stored.document.shown
        else { throw .failed("EntityNotFound", "The Volume (\(id)) could not be found.") }
        let holder = shown["attachments"]?[0]["server_id"].string
        guard holder == nil || holder == old || shown["multiattach"] == true else {
            throw .failed(
                "Error",
                "Failed to attach volume \(id) to server \(server) - Invalid volume: volume "
                    + "\(id) already attached")
        }
        shown["attachments"] = [
            [
                "server_id": .string(server), "device": work.properties["mountpoint"],
                "volume_id": .string(id),
            ]
        ]
        shown["status"] = "in-use"
        var volume = stored.document
        volume.shown = .map(shown)
        work.transaction.replace(stored, with: volume)
        (work["volume"], work["server"]) = (.string(id), .string(server))
    }

    private func detach(
        _ work: inout ResourceWork, from id: String
    ) async throws(ResourceError) {
        guard let stored = try await work.stored(CloudRecord.self, id),
            case .map(var shown) = stored.document.shown
        else { return }
        shown["attachments"] = .emptyList
        shown["status"] = "available"
        var volume = stored.document
        volume.shown = .map(shown)
        work.transaction.replace(stored, with: volume)
    }
}

extension TemplateValue {
    /// An item of a list; null where there is none.
    subscript(place: Int) -> TemplateValue {
        if case .list(let items) = self, items.indices.contains(place) {
            items[place]
        } else {
            .null
        }
    }
}

import OrderedCollections
import World

/// `OS::Heat::SoftwareConfig` and its kin: what is to be done on servers.
struct SoftwareConfig: ResourceType {
    enum Form: Sendable {
        /// A text, or what the property holds.
        case plain
        /// Several configs, each for some actions.
        case component
        /// A map that becomes a file of cloud-init.
        case cloud
        /// Several configs in one message of several parts.
        case multipart
    }

    var form = Form.plain

    func create(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        let properties = work.properties
        let config = try await config(of: work)
        let isPlain = form == .plain
        let record = SoftwareConfigRecord(
            id: Identifier(drawnFrom: work.random).text, name: work.physicalName(),
            group: form == .component
                ? "component"
                : isPlain
                    ? properties.text("group") ?? "Heat::Ungrouped"
                    : "Heat::Ungrouped",
            config: config,
            options: properties["options"] == .null ? .emptyMap : properties["options"],
            inputs: properties.list("inputs"), outputs: properties.list("outputs"))
        work.transaction.insert(record)
        work.record.physicalID = record.id
        work["config"] = config
        return .done
    }

    func delete(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        if let id = work.record.physicalID {
            work.transaction.remove(DocumentKey(kind: SoftwareConfigRecord.kind, id: id))
        }
        return .done
    }

    func attribute(
        _ name: String, _ path: inout ArraySlice<TemplateValue>, of resource: ResourceView
    ) async throws(ResourceError) -> TemplateValue? {
        name == "config" ? resource.record["config"] : nil
    }

    private func config(of work: ResourceWork) async throws(ResourceError) -> TemplateValue {
        switch form {
        case .plain: return work.properties["config"] == .null ? "" : work.properties["config"]
        case .component: return ["configs": work.properties["configs"]]
        case .cloud:
            return .string("#cloud-config\n" + work.properties["cloud_config"].json() + "\n")
        case .multipart: return try await message(of: work)
        }
    }

    /// The parts in one MIME message; what is no text is the id of another config.
    private func message(of work: ResourceWork) async throws(ResourceError) -> TemplateValue {
        let boundary = "==updraft=="
        var text = "Content-Type: multipart/mixed; boundary=\"\(boundary)\"\nMIME-Version: 1.0\n"
        for part in work.properties.list("parts") {
            var body = part["config"].text
            if let other = try await work.softwareConfig(body) { body = other.config.text }
            let subtype =
                part["subtype"].string.flatMap { $0.isEmpty ? nil : $0 } ?? "x-shellscript"
            text +=
                "\n--\(boundary)\nContent-Type: text/\(subtype); charset=\"us-ascii\"\n"
                + "MIME-Version: 1.0\nContent-Transfer-Encoding: 7bit\n"
            if let name = part["filename"].string, !name.isEmpty {
                text += "Content-Disposition: attachment; filename=\"\(name)\"\n"
            }
            text += "\n\(body)\n"
        }
        return .string(text + "\n--\(boundary)--\n")
    }
}

extension ResourceWork {
    /// The config of an id; nil where there is none.
    func softwareConfig(_ id: String) async throws(ResourceError) -> SoftwareConfigRecord? {
        do throws(StoreError) {
            return try await store.get(SoftwareConfigRecord.self, id)?.document
        } catch {
            throw .store(error)
        }
    }
}

import Orchestration
import OrderedCollections
import World

/// What a server's agents find in its metadata: where to ask, and what was deployed.
extension NovaServer {
    /// Adds what agents need to what the template says, where the server takes deployments.
    func writeMetadata(_ work: inout ResourceWork) {
        let template = work.record.definition.metadata
        guard work.properties.text("user_data_format") == "SOFTWARE_CONFIG" else {
            work.record.metadata = template
            return
        }
        work.record.metadata = populated(template, &work)
    }

    /// Metadata that has changed in the template is put over what agents were told so far.
    func updateMetadata(_ work: inout ResourceWork, _ change: PropertyChange) {
        let template = work.record.definition.metadata
        guard work.properties.text("user_data_format") == "SOFTWARE_CONFIG",
            case .map(var entries) = template
        else {
            work.record.metadata = template
            return
        }
        let known = work.record.metadata ?? .emptyMap
        entries["os-collect-config"] = Self.merged(
            known["os-collect-config"], entries["os-collect-config"] ?? .null)
        entries["deployments"] = .emptyList
        let isMoved = change.names.contains("software_config_transport")
        work.record.metadata = isMoved ? populated(.map(entries), &work) : .map(entries)
    }

    private static func merged(_ old: TemplateValue, _ new: TemplateValue) -> TemplateValue {
        guard case .map(var entries) = old else { return new == .null ? .emptyMap : new }
        if case .map(let more) = new { entries.merge(more) { $1 } }
        return .map(entries)
    }

    private func populated(
        _ metadata: TemplateValue, _ work: inout ResourceWork
    ) -> TemplateValue {
        var entries: OrderedDictionary<String, TemplateValue> = [:]
        if case .map(let given) = metadata { entries = given }
        entries["deployments"] = .emptyList
        var config: OrderedDictionary<String, TemplateValue> = [:]
        if case .map(let given)? = entries["os-collect-config"] { config = given }
        // What agents were told when the machine first started is taken back.
        for name in ["heat", "zaqar", "cfn", "request"] {
            if case .map(let given)? = config[name] {
                config[name] = .map(given.mapValues { _ in .null })
            }
        }
        let (collector, data) = transport(&work)
        config["collectors"] = ["ec2", .string(collector), "local"]
        config[collector] = data
        entries["os-collect-config"] = .map(config)
        return .map(entries)
    }

    /// The collector that asks for the metadata, and what it needs to know for that.
    private func transport(_ work: inout ResourceWork) -> (String, TemplateValue) {
        let secrets = secrets(&work)
        switch work.properties.text("software_config_transport") {
        case "POLL_SERVER_HEAT":
            return (
                "heat",
                credentials(
                    work, secrets,
                    [
                        "stack_id": .string("\(work.stack.name)/\(work.stack.id)"),
                        "resource_name": .string(work.record.name),
                    ])
            )
        case "ZAQAR_MESSAGE":
            return ("zaqar", credentials(work, secrets, ["queue_id": work[Key.name]]))
        case "POLL_TEMP_URL":
            // Where the template says otherwise, the deployments would lie in an object of that
            // name; it has no bearing on what agents read, which is served from here.
            let path = "\(work[Key.name].text)/\(secrets["object"].text)"
            let url = "\(endpoints.objects)/AUTH_\(work.stack.project)/\(path)"
            return ("request", ["metadata_url": .string(url)])
        default:
            return (
                "cfn",
                [
                    "metadata_url": .string(endpoints.cloudFormation),
                    "access_key_id": secrets["access_key"],
                    "secret_access_key": secrets["secret_key"],
                    "stack_name": .string(work.stack.name),
                    "path": .string("\(work.record.name).Metadata"),
                ]
            )
        }
    }

    /// How agents show who they are to the identity service.
    private func credentials(
        _ work: ResourceWork, _ secrets: TemplateValue,
        _ more: OrderedDictionary<String, TemplateValue>
    ) -> TemplateValue {
        let own: OrderedDictionary<String, TemplateValue> = [
            "user_id": secrets["user"], "password": secrets["password"],
            "auth_url": .string(endpoints.identity), "project_id": .string(work.stack.project),
        ]
        return .map(
            own.merging(more) { $1 }
                .merging(["region_name": .string(endpoints.region)]) { $1 })
    }

    /// Drawn once for a server.
    private func secrets(_ work: inout ResourceWork) -> TemplateValue {
        if case .map = work[Key.secrets] { return work[Key.secrets] }
        let drawn: () -> TemplateValue = { [work] in
            .string(work.newID().text.filter { $0 != "-" })
        }
        work[Key.secrets] = [
            "access_key": drawn(), "secret_key": drawn(), "user": drawn(), "password": drawn(),
            "object": .string(work.newID().text),
        ]
        return work[Key.secrets]
    }
}

extension CIBReader {
    func resource(_ element: XMLElement) -> ResourceDefinition? {
        guard let id = element["id"].map(ResourceID.init) else { return nil }
        switch element.name {
        case "primitive": return primitive(element, id)
        case "group":
            let members = element.all("primitive").compactMap(resource)
            return ResourceDefinition(id, .group(members), meta: meta(of: element))
        case "clone", "master", "promotable":
            let child = element.children.lazy.compactMap(resource).first
            guard let child else { return nil }
            var meta = meta(of: element)
            if element.name != "clone" { meta[.promotable] = "true" }
            return ResourceDefinition(id, .clone(child), meta: meta)
        default: return nil
        }
    }

    private func primitive(_ element: XMLElement, _ id: ResourceID) -> ResourceDefinition {
        let template = element["template"].flatMap(self.element)
        var meta = meta(of: element)
        if let template { meta.inherit(self.meta(of: template)) }
        for name in MetaAttribute.allCases where meta[name] == nil {
            meta[name] = element[name.rawValue]
        }
        var operations = operations(of: element)
        for operation in template.map({ self.operations(of: $0) }) ?? []
        where !operations.contains(where: {
            $0.task == operation.task && $0.interval == operation.interval
        }) {
            operations.append(operation)
        }
        return ResourceDefinition(
            id, .primitive(agent(element, template)), meta: meta, operations: operations)
    }

    private func agent(_ element: XMLElement, _ template: XMLElement? = nil) -> ResourceAgent {
        ResourceAgent(
            standard: element["class"] ?? template?["class"] ?? "ocf",
            provider: element["provider"] ?? template?["provider"],
            type: element["type"] ?? template?["type"] ?? "")
    }

    private func operations(of element: XMLElement) -> [OperationDefinition] {
        guard let list = element.first("operations").map(resolved) else { return [] }
        return list.all("op").map(resolved).compactMap { operation in
            guard let task = operation["name"].flatMap(OperationTask.init) else { return nil }
            let texts = values(of: operation, in: "meta_attributes")
            var definition = OperationDefinition(
                task, interval: ClusterText.duration(operation["interval"]),
                onFail: response(operation["on-fail"] ?? operation["on_fail"] ?? texts["on-fail"]),
                role: operation["role"].flatMap(ResourceRole.init))
            definition.isEnabled =
                (operation["enabled"] ?? texts["enabled"]).flatMap(ClusterText.boolean) ?? true
            return definition
        }
    }

    private func response(_ text: String?) -> OperationDefinition.FailureResponse? {
        switch text?.lowercased() {
        case "ignore", "nothing": .ignore
        case "demote": .demote
        case "restart": .restart
        case "migrate": .migrate
        case "block": .block
        case "stop": .stop
        case "standby": .standby
        case "fence": .fence
        default: nil
        }
    }

    func history(_ element: XMLElement) -> ResourceHistory? {
        guard let id = element["id"] else { return nil }
        return ResourceHistory(
            ResourceID(id), agent: agent(element),
            records: element.all("lrm_rsc_op").compactMap(record))
    }

    private func record(_ element: XMLElement) -> OperationRecord? {
        guard let task = element["operation"].flatMap(OperationTask.init) else { return nil }
        let key = element["transition-key"]?.split(separator: ":") ?? []
        let expected = key.count == 4 ? Int(key[2]).map(OCFCode.init) : nil
        let status = element["op-status"].flatMap { Int($0) }
        var record = OperationRecord(
            task, interval: interval(element), call: element["call-id"].flatMap { Int($0) } ?? -1,
            code: OCFCode(element["rc-code"].flatMap { Int($0) } ?? 0), expected: expected,
            status: status.flatMap(OperationRecord.Status.init) ?? .unknown,
            lastChange: element["last-rc-change"].flatMap { Int($0) })
        record.isLastFailure = element["id"]?.hasSuffix("_last_failure_0") ?? false
        record.migrationSource = element["migrate_source"].map(NodeName.init)
        record.migrationTarget = element["migrate_target"].map(NodeName.init)
        record.transition = key.count == 4 ? Int(key[1]) ?? 0 : 0
        return record
    }

    private func interval(_ element: XMLElement) -> Duration {
        .milliseconds(element["interval"].flatMap { Int($0) } ?? 0)
    }
}

import Networks
import Orchestration
import OrderedCollections
import World

/// `OS::Neutron::SecurityGroup`: what may reach the ports that are in it. Nothing is filtered here;
/// the rules are kept as they are.
struct SecurityGroupResource: CloudThing {
    func create(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        try Self.check(work.properties)
        var group = SecurityGroupRecord(id: work.newID().text, name: work.name())
        Self.apply(work.properties, to: &group)
        work.transaction.insert(group)
        work.record.physicalID = group.id
        return .done
    }

    func update(
        _ work: inout ResourceWork, _ change: PropertyChange
    ) async throws(ResourceError) -> WorkProgress {
        try Self.check(work.properties)
        let stored = try await work.present(SecurityGroupRecord.self)
        var group = stored.document
        if change.names.contains("name") { group.name = work.name() }
        Self.apply(work.properties, to: &group)
        work.transaction.replace(stored, with: group)
        return .done
    }

    /// Neutron has a group of this name for every project.
    private static func check(_ properties: PropertyValues) throws(ResourceError) {
        guard properties.text("name") == "default" else { return }
        throw .failed(
            "StackValidationFailed",
            "Security groups cannot be assigned the name \"default\".")
    }

    private static func apply(_ properties: PropertyValues, to group: inout SecurityGroupRecord) {
        group.description = properties.text("description") ?? ""
        group.rules = properties.list("rules").map { $0.json() }
    }

    static func shown(_ group: SecurityGroupRecord, _ resource: ResourceView) -> TemplateValue {
        [
            "id": .string(group.id), "name": .string(group.name),
            "description": .string(group.description),
            "tenant_id": .string(resource.stack.project),
            "security_group_rules": .list(group.rules.compactMap { TemplateValue(json: $0) }),
        ]
    }
}

import Compute
import Orchestration
import OrderedCollections
import World

/// `OS::Nova::ServerGroup`: servers that are to be near each other, or not.
struct ServerGroupResource: CloudThing {
    func create(_ work: inout ResourceWork) async throws(ResourceError) -> WorkProgress {
        let policies = work.properties.texts("policies")
        guard let policy = policies.first.flatMap(ServerGroup.Policy.init(rawValue:)) else {
            throw .failed("BadRequest", "Invalid input for field/attribute policies.")
        }
        let group = ServerGroup(id: work.newID().text, name: work.name(), policy: policy)
        work.transaction.insert(group)
        work.record.physicalID = group.id
        return .done
    }

    static func shown(_ group: ServerGroup, _ resource: ResourceView) -> TemplateValue {
        [
            "id": .string(group.id), "name": .string(group.name),
            "policies": [.string(group.policy.rawValue)],
        ]
    }
}

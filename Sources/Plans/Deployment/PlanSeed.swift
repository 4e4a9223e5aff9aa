import Documents
import Orchestration
package import OrderedCollections

/// What every plan has beyond its roles: the resources, parameters and outputs of a whole cloud's
/// template, in which groups of `OS::TripleO::` servers stand for the roles.
///
/// Source: Tuskar, `template_seed`.
package struct PlanSeed: Sendable, Hashable {
    package let text: String
    package let file: String
    /// Which file stands behind which type.
    package let registry: OrderedDictionary<String, String>
    /// The texts of those files that are no role's, by their names.
    package let files: OrderedDictionary<String, String>

    let parameters: OrderedDictionary<String, DocumentValue>
    let outputs: OrderedDictionary<String, DocumentValue>
    /// Resources that are none of a role.
    let resources: OrderedDictionary<String, DocumentValue>
    /// Groups of servers, by what the seed calls them.
    private let groups: OrderedDictionary<String, DocumentValue>

    /// - Throws: everything that is wrong with the template, each with file, line and key.
    package init(
        _ text: String, file: String, registry: OrderedDictionary<String, String>,
        files: OrderedDictionary<String, String> = [:]
    ) throws(PlanError) {
        do { _ = try Template(parsing: text, file: file) } catch {
            throw PlanError(error.description)
        }
        let document: DocumentValue
        do { document = try DocumentValue(yaml: text) } catch {
            throw PlanError("\(file):\(error.line): \(error.message)")
        }
        self.text = text
        self.file = file
        self.registry = registry
        self.files = files
        parameters = document["parameters"]?.map ?? [:]
        outputs = document["outputs"]?.map ?? [:]
        let all = document["resources"]?.map ?? [:]
        groups = all.filter { Self.definition(of: $0.value) != nil }
        resources = all.filter { Self.definition(of: $0.value) == nil }
    }

    /// The servers of a group that stands for a role; nil for any other resource.
    private static func definition(of resource: DocumentValue) -> DocumentValue? {
        let property: String
        switch resource["type"] {
        case "OS::Heat::ResourceGroup": property = "resource_def"
        case "OS::Heat::AutoScalingGroup": property = "resource"
        default: return nil
        }
        let definition = resource["properties"]?[property]
        guard definition?["type"]?.string?.contains("OS::TripleO::") == true else { return nil }
        return definition
    }

    /// The group that stands for a role.
    /// - Throws: where the registry has no type for the role's file, or the seed no group of it.
    func group(of role: DeploymentRole) throws(PlanError) -> SeedGroup {
        let type = registry.elements.first { role.file.hasSuffix($0.value) }?.key
        guard let type else {
            throw PlanError("role '\(role.name)': no type of the registry is \(role.file)")
        }
        let found = groups.filter { Self.definition(of: $0.value)?["type"] == .string(type) }
        guard found.count < 2 else {
            throw PlanError("\(file): several resources are groups of \(type)")
        }
        guard let (name, group) = found.elements.first,
            let definition = Self.definition(of: group)
        else { throw PlanError("\(file): no resource is a group of \(type), role '\(role.name)'") }
        return SeedGroup(name: name, properties: definition["properties"]?.map ?? [:])
    }

    /// Parameters that the cloud has and not only its roles.
    var ownParameters: OrderedDictionary<String, DocumentValue> {
        let used = Set(resources.values.flatMap { Self.parameters(usedIn: $0["properties"]) })
        let ofRoles = Set(
            groups.values.flatMap { group in
                (Self.definition(of: group)?["properties"]?.map ?? [:]).values.compactMap {
                    $0["get_param"]?.string
                }
                    + (group["properties"]?.map ?? [:]).values.compactMap {
                        $0["get_param"]?.string
                    }
            })
        return parameters.filter { used.contains($0.key) || !ofRoles.contains($0.key) }
    }

    private static func parameters(usedIn value: DocumentValue?) -> [String] {
        switch value {
        case .map(let entries)?:
            entries.flatMap { key, inner -> [String] in
                guard key == "get_param" else { return parameters(usedIn: inner) }
                return [inner.string ?? inner.list?.first?.string].compactMap(\.self)
                    + parameters(usedIn: inner)
            }
        case .list(let items)?: items.flatMap { parameters(usedIn: $0) }
        default: []
        }
    }
}

import OrderedCollections
import World

extension NestedStackType {
    /// Attributes of groups: what names the members, one attribute of each, or one of one.
    func groupAttribute(
        _ name: String, _ path: inout ArraySlice<TemplateValue>, of resource: ResourceView
    ) async throws(ResourceError) -> TemplateValue? {
        guard let stack = resource.record.physicalID else { return nil }
        let sight = resource.sight
        do throws(StoreError) {
            if name.hasPrefix("resource.") {
                return try await sight.member(
                    String(name.dropFirst("resource.".count)), &path, of: stack)
            }
            let members = try await sight.members(of: stack).sorted(by: Self.precedes)
            if name == "refs" || name == "refs_map" {
                var references: OrderedDictionary<String, TemplateValue> = [:]
                for member in members {
                    references[member.name] = try await sight.reference(to: member)
                }
                return name == "refs" ? .list(Array(references.values)) : .map(references)
            }
            var steps = Array(path)
            path = []
            guard name == "attributes" else {
                var values: [TemplateValue] = []
                for member in members {
                    values.append(try await sight.attribute(name, path: steps, of: member))
                }
                return .list(values)
            }
            guard !steps.isEmpty, case .string(let attribute) = steps.removeFirst() else {
                return nil
            }
            var values: OrderedDictionary<String, TemplateValue> = [:]
            for member in members {
                values[member.name] = try await sight.attribute(
                    attribute, path: steps, of: member)
            }
            return .map(values)
        } catch {
            throw .store(error)
        }
    }

    /// Members that are numbered come in the order of their numbers.
    private static func precedes(_ one: ResourceRecord, _ two: ResourceRecord) -> Bool {
        guard let first = Int(one.name), let second = Int(two.name) else { return false }
        return first < second
    }
}

import OrderedCollections
import World

/// `OS::Heat::ResourceGroup`: so many resources of one definition, named by numbers.
struct ResourceGroup: GroupType {
    /// The names that are not used, or not any more.
    private static let skipped = "name_blacklist"
    /// Numbers that are looked at for names at most: members and those that were skipped.
    private static let nameLimit = 100_000

    func size(_ properties: PropertyValues) -> Int { properties.integer("count") ?? 0 }

    func names(_ work: ResourceWork, _ count: Int) -> [String] {
        let skipped = Self.skipped(work.record)
        let end = min(Self.nameLimit, min(count, Self.nameLimit) + skipped.count)
        return Array(
            (0..<end).lazy.map(String.init).filter { !skipped.contains($0) }.prefix(count))
    }

    func member(_ name: String, _ properties: PropertyValues) -> TemplateValue {
        var definition = properties.map("resource_def")
        let mark = properties.text("index_var") ?? "%index%"
        if case .map(let entries)? = definition["properties"] {
            let given = entries.filter { $0.value != .null }
            definition["properties"] = TemplateValue.map(given).replacing(mark, with: name)
        }
        return .map(definition.filter { $0.value != .null })
    }

    func changesMembers(_ change: PropertyChange) -> Bool { change.names.contains("resource_def") }

    static func skipped(_ record: ResourceRecord) -> OrderedSet<String> {
        guard case .list(let names) = record[skipped] else { return [] }
        return OrderedSet(names.map(\.text))
    }

    /// Who is named to be removed is so for ever, unless the policy says to begin anew.
    func prepare(_ work: inout ResourceWork) async throws(ResourceError) {
        let known = Self.skipped(work.record)
        let isAnew = work.properties.text("removal_policies_mode") == "update"
        var skipped = isAnew ? [] : known
        let named = work.properties.list("removal_policies").flatMap { policy -> [TemplateValue] in
            if case .list(let items) = policy["resource_list"] { items } else { [] }
        }
        guard !named.isEmpty || skipped != known else { return }
        let members = try await references(work)
        for item in named {
            let isName = known.contains(item.text) || work.record.physicalID == nil
            if isName || members[item.text] != nil {
                skipped.append(item.text)
            } else if let name = members.first(where: { $0.value == item })?.key {
                skipped.append(name)
            }
        }
        skipped.sort { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
        work[Self.skipped] = .list(skipped.map(TemplateValue.string))
    }

    /// By member: what names it to others.
    private func references(
        _ work: ResourceWork
    ) async throws(ResourceError) -> OrderedDictionary<String, TemplateValue> {
        guard let stack = work.record.physicalID else { return [:] }
        var references: OrderedDictionary<String, TemplateValue> = [:]
        do throws(StoreError) {
            for member in try await work.sight.members(of: stack) {
                references[member.name] = try await work.sight.reference(to: member)
            }
        } catch {
            throw .store(error)
        }
        return references
    }

    func attribute(
        _ name: String, _ path: inout ArraySlice<TemplateValue>, of resource: ResourceView
    ) async throws(ResourceError) -> TemplateValue? {
        if name == "removed_rsrc_list" {
            return .list(Self.skipped(resource.record).map(TemplateValue.string))
        }
        return try await groupAttribute(name, &path, of: resource)
    }
}

extension TemplateValue {
    /// The value with a mark replaced in all its texts, but not in keys.
    func replacing(_ mark: String, with text: String) -> TemplateValue {
        switch self {
        case .string(let old):
            .string(
                mark.isEmpty
                    ? old
                    : SeparatedText.parts(of: old, separatedBy: mark).joined(separator: text))
        case .list(let items): .list(items.map { $0.replacing(mark, with: text) })
        case .map(let entries): .map(entries.mapValues { $0.replacing(mark, with: text) })
        default: self
        }
    }
}

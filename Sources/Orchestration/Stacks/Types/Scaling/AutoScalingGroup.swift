import OrderedCollections
import World

/// `OS::Heat::AutoScalingGroup`: resources of one definition, as many as policies ask for within
/// bounds.
struct AutoScalingGroup: GroupType {
    /// How many there are to be, where a policy asked for it.
    private static let capacity = "capacity"
    /// The names of the members, oldest first.
    private static let members = "members"
    private static let nameLetters = 12

    func size(_ properties: PropertyValues) -> Int {
        Self.bounded(
            properties.integer("desired_capacity") ?? properties.integer("min_size") ?? 0,
            properties)
    }

    private static func bounded(_ size: Int, _ properties: PropertyValues) -> Int {
        max(properties.integer("min_size") ?? 0, min(properties.integer("max_size") ?? 0, size))
    }

    func names(_ work: ResourceWork, _ count: Int) -> [String] {
        guard case .list(let names) = work[Self.members] else { return [] }
        return Array(names.map(\.text).prefix(count))
    }

    func member(_ name: String, _ properties: PropertyValues) -> TemplateValue {
        .map(properties.map("resource").filter { $0.value != .null })
    }

    func changesMembers(_ change: PropertyChange) -> Bool { change.names.contains("resource") }

    /// Members have names that are drawn; where there are too many the oldest go.
    func prepare(_ work: inout ResourceWork) async throws(ResourceError) {
        let wanted = work[Self.capacity].index ?? size(work.properties)
        var names = self.names(work, .max)
        if names.count > wanted { names.removeFirst(names.count - wanted) }
        while names.count < wanted { names.append(Self.name(work.random)) }
        work[Self.members] = .list(names.map(TemplateValue.string))
    }

    private static func name(_ random: any RandomSource) -> String {
        let letters = Array("abcdefghijklmnopqrstuvwxyz234567")
        return random.draw { generator in
            String((0..<nameLetters).compactMap { _ in letters.randomElement(using: &generator) })
        }
    }

    /// A policy asks for another number of members.
    func signal(
        _ details: TemplateValue, _ work: inout ResourceWork
    ) async throws(ResourceError) -> String? {
        guard let amount = details["scaling_adjustment"].number,
            let kind = Adjustment(rawValue: details["adjustment_type"].text)
        else { return nil }
        let current = names(work, .max).count
        let least = details["min_adjustment_step"].index
        let size = Self.bounded(kind.size(from: current, by: amount, least: least), work.properties)
        guard size != current else { return nil }
        work[Self.capacity] = .integer(size)
        guard try await work.askNested(.update, nested(&work)) else { return nil }
        return "Scaled from \(current) to \(size)"
    }

    func attribute(
        _ name: String, _ path: inout ArraySlice<TemplateValue>, of resource: ResourceView
    ) async throws(ResourceError) -> TemplateValue? {
        switch name {
        case "current_size":
            guard case .list(let names) = resource.record[Self.members] else { return 0 }
            return .integer(names.count)
        case "outputs": return try await groupAttribute("attributes", &path, of: resource)
        case "outputs_list":
            guard case .string(let first)? = path.popFirst() else { return nil }
            return try await groupAttribute(first, &path, of: resource)
        default: return try await groupAttribute(name, &path, of: resource)
        }
    }
}

import OrderedCollections

/// What an update means for one resource: pure.
public enum UpdateDecision: Sendable, Hashable {
    /// Nothing of it changes. One that had failed is well again.
    case unchanged
    /// It is changed in place; properties may be the same where only metadata or policies differ.
    case update([String])
    case replace
    /// The update is refused.
    case refused(ResourceFailure)
}

extension UpdateDecision {
    /// - Parameters:
    ///   - record: as the last update left the resource.
    ///   - after: what the template says now.
    ///   - change: the properties of both.
    static func of(
        _ record: ResourceRecord, _ after: ResolvedDefinition, _ change: PropertyChange,
        _ schema: ResourceSchema, _ type: any ResourceType, restricted: Set<RestrictedAction>
    ) -> UpdateDecision {
        let decision = unrestricted(record, after, change, schema, type)
        switch decision {
        case .replace where restricted.contains(.replace): return .restricted("replace")
        case .update where restricted.contains(.update): return .restricted("update")
        default: return decision
        }
    }

    private static func restricted(_ action: String) -> UpdateDecision {
        .refused(
            ResourceFailure("ResourceActionRestricted", "\(action) is restricted for resource."))
    }

    private static func unrestricted(
        _ record: ResourceRecord, _ after: ResolvedDefinition, _ change: PropertyChange,
        _ schema: ResourceSchema, _ type: any ResourceType
    ) -> UpdateDecision {
        if record.definition.implementation != after.implementation { return .replace }
        if record.status == .failed, record.action == .check || type.replacesFailed(record) {
            return .replace
        }
        if record.action == .delete || record.action == .`init` { return .replace }
        if type.replacesAlways(change.new) { return .replace }
        if record.definition.isSame(as: after), change.names.isEmpty {
            return type.updatesAlways ? .update([]) : .unchanged
        }
        let changes = change.names.map { ($0, schema.properties[$0]?.change ?? .replacement) }
        let fixed = changes.filter { $0.1 == .refused }.map(\.0)
        if !fixed.isEmpty {
            return .refused(
                ResourceFailure(
                    "NotSupported",
                    "Update to properties \(fixed.joined(separator: ", ")) of \(record.name) "
                        + "(\(after.type)) is not supported."))
        }
        if changes.contains(where: { $0.1 == .replacement }) || type.replaces(on: change) {
            return .replace
        }
        return .update(Array(change.names))
    }
}

extension ResolvedDefinition {
    func isSame(as other: ResolvedDefinition) -> Bool {
        type == other.type && deletionPolicy == other.deletionPolicy
            && externalID == other.externalID && properties.isSame(as: other.properties)
            && metadata.isSame(as: other.metadata) && updatePolicy.isSame(as: other.updatePolicy)
    }
}

import OrderedCollections

/// What stands under a key of an environment's `resource_registry`.
enum RegistryNode: Sendable, Hashable {
    /// What implements a type: another type, or a template.
    case implementation(String)
    case hooks([Hook])
    case restrictedActions([RestrictedAction])
    /// What holds for resources of some name, which may be in a nested stack.
    case scope(OrderedDictionary<String, RegistryNode>)

    var scope: OrderedDictionary<String, RegistryNode>? {
        if case .scope(let entries) = self { entries } else { nil }
    }
}

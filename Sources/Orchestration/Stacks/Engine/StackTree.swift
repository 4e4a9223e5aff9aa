import OrderedCollections

/// One stack's template with its parameters' values, and what its tree shares.
public struct StackTree: Sendable {
    public let source: StackSource
    let files: [String: String]
    let environment: Environment
    /// As it holds in this stack.
    let registry: ResourceRegistry
    let facts: TemplateFacts

    var template: Template { facts.template }

    /// What stands behind a resource.
    func implementation(of definition: ResourceDefinition) -> String? {
        switch registry.implementation(of: definition.type, for: definition.name) {
        case .builtIn(let type)?: type
        case .template(let file)?: file
        case nil: nil
        }
    }

    func hasHook(_ hook: Hook, at resource: String) -> Bool {
        registry.hasHook(hook, at: resource)
    }
}

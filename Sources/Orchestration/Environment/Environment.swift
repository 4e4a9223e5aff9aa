public import OrderedCollections

/// What a stack is made with besides its template: values of parameters, and what stands behind
/// types.
public struct Environment: Sendable, Hashable {
    /// Of the root stack's parameters.
    public var parameters: OrderedDictionary<String, TemplateValue> = [:]
    /// Of parameters in every stack of the tree that have no value otherwise.
    public var parameterDefaults: OrderedDictionary<String, TemplateValue> = [:]
    public var registry = ResourceRegistry()
    public var encryptedParameters: [String] = []
    public var eventSinks: [TemplateValue] = []

    public init() {}
}

extension Environment {
    /// What several files come to, in their order.
    ///
    /// - Parameter schemas: what the templates of the whole tree say of their parameters; only of
    ///   those is it known how values are merged.
    /// - Throws: strategies that contradict each other, values that cannot be merged, and what is
    ///   wrong with registries.
    public init(
        merging files: [EnvironmentFile], schemas: [String: ParameterSchema] = [:]
    ) throws(TemplateError) {
        var merge = EnvironmentMerge(schemas: schemas)
        for file in files { merge.add(file) }
        self = try merge.result()
    }
}

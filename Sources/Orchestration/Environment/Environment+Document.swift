import OrderedCollections

extension Environment {
    /// The environment as one map of the sections of environment files.
    public var document: TemplateValue {
        [
            "parameters": .map(parameters),
            "parameter_defaults": .map(parameterDefaults),
            "resource_registry": registry.document,
            "encrypted_param_names": .list(encryptedParameters.map(TemplateValue.string)),
            "event_sinks": .list(eventSinks),
        ]
    }

    /// The environment that a ``document`` was made of. What is not there is empty.
    public init(document: TemplateValue) {
        self.init()
        guard case .map(let sections) = document else { return }
        if case .map(let values)? = sections["parameters"] { parameters = values }
        if case .map(let values)? = sections["parameter_defaults"] { parameterDefaults = values }
        if let entries = sections["resource_registry"] {
            registry = ResourceRegistry(document: entries)
        }
        if case .list(let names)? = sections["encrypted_param_names"] {
            encryptedParameters = names.map(\.text)
        }
        if case .list(let sinks)? = sections["event_sinks"] { eventSinks = sinks }
    }

    /// What holds when an update keeps what it does not say: later values over earlier ones.
    func updated(by other: Environment) -> Environment {
        var result = self
        result.parameters.merge(other.parameters) { $1 }
        result.parameterDefaults.merge(other.parameterDefaults) { $1 }
        result.registry.merge(other.registry)
        result.encryptedParameters += other.encryptedParameters
        if !other.eventSinks.isEmpty { result.eventSinks = other.eventSinks }
        return result
    }
}

public import OrderedCollections

/// What a type of resource says of one of its properties, or of a value within one.
public struct PropertySchema: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable {
        case string, integer, number, boolean, list, map, any
    }

    /// Whether a property must be given.
    public enum Presence: Sendable, Hashable {
        case optional, required
    }

    /// What a change of the property's value does to the resource.
    public enum Change: Sendable, Hashable {
        case replacement, update
        /// Updates that change it are refused.
        case refused
    }

    public var kind: Kind
    public var presence = Presence.optional
    public var change = Change.replacement
    public var defaultValue: TemplateValue?
    /// What older templates call the property: what stands there is taken for its value.
    ///
    /// Source: the translation rules of Heat's resources, which replace deprecated properties.
    public var formerName: String?
    public var rules: [ParameterRule] = []
    /// What may stand in a map; empty where anything may.
    public var members: OrderedDictionary<String, PropertySchema> = [:]
    /// What each item of a list is; at most one.
    public var items: [PropertySchema] = []
    /// Whether lists may be given as texts with commas, and maps as JSON: the parameters of a
    /// provider template are such properties.
    public var isParameter = false

    public init(_ kind: Kind) { self.kind = kind }
}

extension PropertySchema {
    /// The property that a parameter of a provider template is.
    init(_ parameter: ParameterSchema) {
        switch parameter.type {
        case .string: self.init(.string)
        case .number: self.init(.number)
        case .boolean: self.init(.boolean)
        case .commaDelimitedList: self.init(.list)
        case .json: self.init(.map)
        }
        presence = parameter.defaultValue == nil ? .required : .optional
        change = parameter.changes == .refused ? .refused : .update
        rules = parameter.constraints.map(\.rule)
        isParameter = true
    }
}

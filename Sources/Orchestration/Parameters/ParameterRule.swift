/// What a constraint holds a value to.
public enum ParameterRule: Sendable, Hashable {
    case range(NumberBounds)
    /// Of a text in code points, of a list in items, of a map in entries.
    case length(NumberBounds)
    case modulo(step: Int, offset: Int)
    case allowedValues([TemplateValue])
    /// A regular expression that a text must match from its first to its last character.
    case allowedPattern(String)
    /// What a service knows: a flavor, an image, a network by name.
    case custom(String)

    /// The types of parameters that it may stand at.
    var types: [ParameterType] {
        switch self {
        case .range, .modulo: [.number]
        case .length: [.string, .commaDelimitedList, .json]
        case .allowedValues, .custom: [.string, .number, .boolean, .commaDelimitedList]
        case .allowedPattern: [.string]
        }
    }

    /// As HOT names it.
    var name: String {
        switch self {
        case .range: "range"
        case .length: "length"
        case .modulo: "modulo"
        case .allowedValues: "allowed_values"
        case .allowedPattern: "allowed_pattern"
        case .custom: "custom_constraint"
        }
    }
}

/// What the keys of a parameter's description are called in a version of the language.
struct ParameterKeys {
    let type: String
    let description: String
    let defaultValue: String
    let hidden: String
    let label: String
    /// All that may stand there.
    let all: [String]

    init(_ version: TemplateVersion) {
        switch version.dialect {
        case .hot:
            (type, description, defaultValue) = ("type", "description", "default")
            (hidden, label) = ("hidden", "label")
            let common = [type, description, defaultValue, "schema", "constraints", hidden, label]
            all = common + ["immutable"] + (version >= .hot20180302 ? ["tags"] : [])
        case .cloudFormation:
            (type, description, defaultValue) = ("Type", "Description", "Default")
            (hidden, label) = ("NoEcho", "Label")
            all =
                [type, defaultValue, hidden, description, label, "ConstraintDescription"]
                + ["AllowedValues", "AllowedPattern", "MaxLength", "MinLength"]
                + ["MaxValue", "MinValue"]
        }
    }
}

/// What sections and keys are called in templates that are merged.
struct MergeKeys {
    let version: (key: String, value: String)
    let description: String
    let parameters: String
    let outputs: String
    let resources: String
    let type: String
    let metadata: String
    /// The functions that name a parameter or a resource.
    let references: [String]
    let dependency: String
    let attribute: String

    init(_ dialect: TemplateVersion.Dialect) {
        switch dialect {
        case .cloudFormation:
            version = ("HeatTemplateFormatVersion", "2012-12-12")
            (description, parameters, outputs) = ("Description", "Parameters", "Outputs")
            (resources, type, metadata) = ("Resources", "Type", "Metadata")
            (references, dependency, attribute) = (["Ref"], "DependsOn", "Fn::GetAtt")
        case .hot:
            version = ("heat_template_version", "2014-10-16")
            (description, parameters, outputs) = ("description", "parameters", "outputs")
            (resources, type, metadata) = ("resources", "type", "metadata")
            references = ["get_param", "get_resource"]
            (dependency, attribute) = ("depends_on", "get_attr")
        }
    }
}

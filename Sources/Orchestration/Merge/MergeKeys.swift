/// What sections and keys are called in templates that are merged.
struct MergeKeys {
    let version: (key: String, value: String)
    let template: TemplateKeys
    /// The functions that name a parameter or a resource.
    let references: [String]
    let attribute: String

    init(_ dialect: TemplateVersion.Dialect) {
        switch dialect {
        case .cloudFormation:
            version = ("HeatTemplateFormatVersion", "2012-12-12")
            template = TemplateKeys(.heat20121212)
            (references, attribute) = (["Ref"], "Fn::GetAtt")
        case .hot:
            version = ("heat_template_version", "2014-10-16")
            template = TemplateKeys(.hot20141016)
            (references, attribute) = (["get_param", "get_resource"], "get_attr")
        }
    }
}

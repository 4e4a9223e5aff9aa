/// What the sections and keys of templates are called in a version of the language.
struct TemplateKeys {
    let description: String
    let parameters: String
    let resources: String
    let outputs: String
    let conditions: String
    /// All that may stand at the top.
    let sections: [String]

    let type: String
    let properties: String
    let metadata: String
    let dependsOn: String
    let deletionPolicy: String
    let updatePolicy: String
    let resourceDescription: String
    let externalID: String
    let condition: String
    /// All that may stand in a resource.
    let resourceKeys: [String]

    /// Of an output, which may have other keys too.
    let value: String

    init(_ version: TemplateVersion) {
        let hasConditions = version.hasConditions
        switch version.dialect {
        case .hot:
            (description, parameters, resources) = ("description", "parameters", "resources")
            (outputs, conditions) = ("outputs", "conditions")
            (type, properties, metadata) = ("type", "properties", "metadata")
            (dependsOn, deletionPolicy) = ("depends_on", "deletion_policy")
            (updatePolicy, resourceDescription) = ("update_policy", "description")
            (externalID, condition, value) = ("external_id", "condition", "value")
            sections =
                ["heat_template_version", description, "parameter_groups", parameters, resources]
                + [outputs] + (hasConditions ? [conditions] : [])
        case .cloudFormation:
            (description, parameters, resources) = ("Description", "Parameters", "Resources")
            (outputs, conditions) = ("Outputs", "Conditions")
            (type, properties, metadata) = ("Type", "Properties", "Metadata")
            (dependsOn, deletionPolicy) = ("DependsOn", "DeletionPolicy")
            (updatePolicy, resourceDescription) = ("UpdatePolicy", "Description")
            (externalID, condition, value) = ("external_id", "Condition", "Value")
            sections =
                ["AWSTemplateFormatVersion", "HeatTemplateFormatVersion", description]
                + ["Mappings", parameters, resources, outputs]
                + (hasConditions ? [conditions] : [])
        }
        resourceKeys =
            [type, properties, metadata, dependsOn, deletionPolicy, updatePolicy]
            + [resourceDescription] + (hasConditions ? [externalID, condition] : [])
    }
}

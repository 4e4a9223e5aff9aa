import OrderedCollections

/// The schemas of the types that the engine implements, by type.
///
/// They are kept as texts: a type's name, then its properties, each with the schemas of what is in
/// it below it. What follows `|` holds of the property; `@` marks an attribute; `*` is each item of
/// a list; a line that begins with `|` or `\` goes on with the line above.
enum ResourceSchemas {
    static subscript(type: String) -> ResourceSchema? { all[type] }

    private static let all: [String: ResourceSchema] = {
        var schemas: [String: ResourceSchema] = [:]
        for text in [heat, software, nova, neutron, cloud] {
            schemas.merge(SchemaText.schemas(in: text)) { $1 }
        }
        schemas["OS::Heat::None"]?.takesAnything = true
        // What groups of deployments were called before 2015.
        for kind in ["Software", "Structured"] {
            schemas["OS::Heat::\(kind)Deployments"] = schemas["OS::Heat::\(kind)DeploymentGroup"]
        }
        return schemas
    }()
}
